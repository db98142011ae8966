import { nearestPageLocale } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { enqueue } from '../deliveries/index.ts'
import { type Configuration, type Ctx, statusUrl } from '../issue-types/index.ts'
import { type Issue, makeStatusLink, typeOf } from '../issues/index.ts'
import { enqueueText } from '../sms/index.ts'
import type { User } from '../staff/index.ts'
import type { compose } from './compose.ts'
import { namesTheLink, type TemplateChannel, type TemplateTexts } from './template.ts'

/**
 * Who gets a message; `to` is an e-mail address, or a phone number in E.164 for a text message. A person of the shop may read the names of colleagues, anyone else only what is public.
 */
export type Addressee =
  | { kind: 'customer'; to: string }
  | { kind: 'user'; user: User }
  | { kind: 'address'; to: string }

/** What a message is about, and where its text comes from. */
export type Outgoing = {
  issue: Issue
  configuration: Configuration
  template: TemplateTexts & { key: string | null }
  /** What a handler typed, or what was received. */
  message: string | null
  addressee: Addressee
  eventId: string | null
  ruleId: string | null
  /** The same key is sent once. */
  uniqueKey: string
}

/**
 * Renders a message and puts it on its way, in the caller's transaction. A customer's link gets a key of its own.
 * @returns the delivery's id, or `null` where it was on its way already
 * @throws Error where the template cannot be rendered
 */
export async function sendTemplate(
  ctx: Ctx,
  tx: Tx,
  render: typeof compose,
  outgoing: Outgoing,
): Promise<string | null> {
  const { issue, configuration, template, addressee } = outgoing
  const now = ctx.clock()
  const sent = await tx.query
    .selectFrom('deliveries')
    .select('id')
    .where('unique_key', '=', outgoing.uniqueKey)
    .executeTakeFirst()
  if (sent) return null
  const type = typeOf(configuration, issue)
  const to = recipientOf(addressee)
  const url =
    addressee.kind === 'customer' && namesTheLink(template)
      ? (await makeStatusLink(ctx, tx, issue, type, to)).url
      : statusUrl(ctx.settings, type, issue.locale, issue.number)
  const composed = render(template, { ...contextOf(ctx, outgoing), statusUrl: url })
  const message = {
    issueId: issue.id,
    eventId: outgoing.eventId,
    ruleId: outgoing.ruleId,
    templateKey: template.key,
    uniqueKey: outgoing.uniqueKey,
    to,
    locale: composed.locale,
    text: composed.text,
  }
  if (template.channel === 'sms') return enqueueText(tx, now, ctx.settings, message)
  const { subject, html } = composed
  const [id] = await enqueue(tx, now, [{ ...message, channel: 'email', subject, html }])
  return id ?? null
}

/** What a message is rendered from, but for its link. */
export function contextOf(
  ctx: Pick<Ctx, 'settings' | 'clock'>,
  {
    issue,
    configuration,
    message,
    addressee,
  }: Pick<Outgoing, 'issue' | 'configuration' | 'message' | 'addressee'>,
) {
  const isStaff = addressee.kind === 'user'
  return {
    issue,
    type: typeOf(configuration, issue),
    configuration,
    settings: ctx.settings,
    audience: isStaff ? ('staff' as const) : ('customer' as const),
    message,
    locale: (isStaff ? addressee.user.locale : null) ?? localeFor(addressee, issue, ctx),
    now: ctx.clock(),
  }
}

function localeFor(addressee: Addressee, issue: Issue, ctx: Pick<Ctx, 'settings'>): string {
  return addressee.kind === 'customer' ? issue.locale : nearestPageLocale(null, ctx.settings.defaultLocale)
}

export function recipientOf(addressee: Addressee): string {
  return addressee.kind === 'user' ? addressee.user.email : addressee.to
}

/** The customer of an issue, where they can be reached over a channel. */
export function customerOf(issue: Issue, channel: TemplateChannel): Addressee | null {
  const to = channel === 'sms' ? issue.phoneKey : issue.contact.email
  return to ? { kind: 'customer', to } : null
}

/** What an issue lacks whose customer cannot be reached over a channel. */
export function missingContact(channel: TemplateChannel): { path: string; message: string } {
  return channel === 'sms'
    ? { path: 'contact.phone', message: 'the issue has no phone number' }
    : { path: 'contact.email', message: 'the issue has no e-mail address' }
}
