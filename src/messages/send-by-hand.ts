import { invalid, newId } from '../base/index.ts'
import { joined } from '../db/index.ts'
import { type Configuration, type Ctx, holdConfiguration } from '../issue-types/index.ts'
import { type Author, holdIssue, type Issue, type Message, replyToIssue } from '../issues/index.ts'
import { openComposing } from './open-composer.ts'
import { contextOf, customerOf, missingContact, sendTemplate } from './send-template.ts'
import type { TemplateBook } from './template-book.ts'
import type { TemplateTexts } from './template.ts'
import type { Templates } from './template-queries.ts'

/** The template of messages that a handler writes freely, and of links that are sent by hand. */
export const MESSAGE_TEMPLATE = 'message'
export const LINK_TEMPLATE = 'status-link'

export type MessageInput = {
  body?: string | undefined
  internal: boolean
  from: Author
  /** Key of a template to send with; its `message` is the body. */
  template?: string | null | undefined
  /** Whether the customer gets it, by mail or as the template says. */
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
    const template = templateFor(known, wanted)
    const { channel = 'email' } = template
    const customer = customerOf(issue, channel)
    if (wanted !== null) refuseUnsendable(input, customer ? null : missingContact(channel).message)
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

/** Where the administrator deleted the template of free messages, they leave as they are typed. */
const PLAIN = {
  key: null,
  subject: { en: '{{issue_number}}' },
  body: { en: '{{message}}\n\n{{issue_status_url}}' },
}

function templateFor(templates: Templates, key: string | null): TemplateTexts & { key: string | null } {
  const template = templates.get(key ?? MESSAGE_TEMPLATE)
  if (template) return template
  if (key === null) return PLAIN
  const known = [...templates.keys()].join(', ') || 'none'
  throw invalid({ path: 'template', message: `there is no message template ${key}; known are ${known}` })
}
