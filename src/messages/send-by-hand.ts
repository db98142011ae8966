import { invalid, newId } from '../base/index.ts'
import { joined } from '../db/index.ts'
import { type Configuration, type Ctx, holdConfiguration } from '../issue-types/index.ts'
import { type Author, holdIssue, type Issue, type Message, replyToIssue } from '../issues/index.ts'
import { openComposing } from './open-composer.ts'
import { contextOf, customerOf, missingContact, sendTemplate } from './send-template.ts'
import type { TemplateBook } from './template-book.ts'
import { templateFor } from './template-by-hand.ts'
import type { TemplateChannel } from './template.ts'

/** The template of links that are sent by hand. */
export const LINK_TEMPLATE = 'status-link'

export type MessageInput = {
  body?: string | undefined
  internal: boolean
  from: Author
  /** Key of a template to send with; its `message` is the body. */
  template?: string | null | undefined
  /** How it leaves where no template is named. */
  channel?: TemplateChannel | undefined
  /** Whether the customer gets it, by this channel or as the template says. */
  send: boolean
}

export type WrittenMessage = { message: Message; issueId: string; delivery: string | null }

/**
 * Adds a message to an issue, and sends it to the customer where it is the shop's and public: with a template, or as it
 * is typed. Both happen or none. An issue without the contact that is needed gets the message alone, unless a template was asked
 * for.
 * @throws Refusal `not-found`, `invalid-input`
 */
export async function writeMessage(
  ctx: Ctx,
  templates: TemplateBook,
  number: string,
  input: MessageInput,
): Promise<WrittenMessage> {
  const compose = await openComposing('template')
  return ctx.db.transaction(async (tx) => {
    const configuration = await holdConfiguration(tx, ctx.configuration)
    const issue = await holdIssue(tx, number)
    const known = await templates.held(tx, configuration)
    const wanted = input.template ?? null
    const template = templateFor(known, wanted, input.channel)
    const { channel = 'email' } = template
    refuseOtherChannel(input, channel)
    const customer = customerOf(issue, channel)
    if (wanted !== null) refuseUnsendable(input, customer ? null : missingContact(channel).message)
    if (input.channel && !input.internal && input.from === 'shop' && input.send && !customer)
      throw invalid({ path: 'channel', message: `${missingContact(channel).message} to send to` })
    const typed = input.body?.trim() ? input.body : null
    if (typed === null && wanted === null) throw invalid({ path: 'body', message: 'a text is needed' })
    const sends = customer !== null && input.send && !input.internal && input.from === 'shop'
    const addressee = customer ?? { kind: 'customer' as const, to: '' }
    const rendered = () => {
      const context = { ...contextOf(ctx, { issue, configuration, message: null, addressee }), statusUrl: '' }
      return compose(template, context).body
    }
    const within = { ...ctx, db: joined(ctx.db, tx) }
    const { message } = await replyToIssue(within, number, { ...input, body: typed ?? rendered() })
    const delivery = sends
      ? await sendTemplate(ctx, tx, compose, {
          issue,
          configuration,
          template,
          message: typed,
          addressee,
          eventId: null,
          ruleId: null,
          uniqueKey: `message:${message.id}`,
        })
      : null
    return { message, issueId: issue.id, delivery }
  })
}

/**
 * Sends the customer the link to their issue.
 * @throws Refusal `not-found`, `invalid-input` where there is no such template or no address
 */
export async function sendStatusLink(
  ctx: Ctx,
  templates: TemplateBook,
  number: string,
  templateKey: string | undefined,
): Promise<{ issue: Issue; configuration: Configuration; delivery: string }> {
  const compose = await openComposing('template')
  return ctx.db.transaction(async (tx) => {
    const configuration = await holdConfiguration(tx, ctx.configuration)
    const issue = await holdIssue(tx, number)
    const template = templateFor(await templates.held(tx, configuration), templateKey ?? LINK_TEMPLATE)
    const { channel = 'email' } = template
    const addressee = customerOf(issue, channel)
    if (!addressee) {
      const { path, message } = missingContact(channel)
      throw invalid({ path, message: `${message} to send to` })
    }
    const delivery = await sendTemplate(ctx, tx, compose, {
      issue,
      configuration,
      template,
      message: null,
      addressee,
      eventId: null,
      ruleId: null,
      uniqueKey: `link:${newId(ctx.clock())}`,
    })
    if (delivery === null) throw new Error('unreachable: the key is new')
    return { issue, configuration, delivery }
  })
}

function refuseUnsendable(input: MessageInput, missing: string | null): void {
  if (input.internal)
    throw invalid({ path: 'template', message: 'a note that only handlers see is never sent' })
  if (input.from !== 'shop')
    throw invalid({ path: 'template', message: 'only messages of the shop are sent' })
  if (!input.send) throw invalid({ path: 'template', message: 'is only for messages that are sent' })
  if (missing !== null) throw invalid({ path: 'template', message: `${missing} to send to` })
}

function refuseOtherChannel({ channel: wanted }: MessageInput, channel: TemplateChannel): void {
  if (wanted && wanted !== channel)
    throw invalid({ path: 'channel', message: `the template is for ${channel}, and is sent by it alone` })
}
