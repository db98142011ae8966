import type { Mailbox } from '../base/index.ts'
import { FOR_STAFF, type Outgoing } from './delivery.ts'

/** As whom this installation writes. */
export type MailIdentity = {
  /** The host of the public address; what message ids end in. */
  host: string
  from: () => Promise<Mailbox>
}

/**
 * @param mailFrom the configured sender; without one it is `no-reply` at the public host
 * @param companyName shown as the sender's name where `mailFrom` has none
 */
export function mailIdentity(input: {
  baseUrl: string
  mailFrom: Mailbox | null
  companyName?: () => Promise<string>
}): MailIdentity {
  const host = mailHost(input.baseUrl)
  const address = input.mailFrom?.address ?? `no-reply@${host}`
  return {
    host,
    from: async () => ({ name: input.mailFrom?.name || ((await input.companyName?.()) ?? ''), address }),
  }
}

/** The host of the public address, as it may stand behind the @ of a message id: an IP address in brackets. */
export function mailHost(baseUrl: string): string {
  const { hostname } = new URL(baseUrl)
  if (hostname.startsWith('[')) return `[IPv6:${hostname.slice(1, -1)}]`
  return /^[\d.]+$/.test(hostname) ? `[${hostname}]` : hostname
}

/** The id of a delivery's mail: the same at every attempt, so that who gets it twice can tell. */
export function messageIdOf(deliveryId: string, host: string): string {
  return `<${deliveryId}@${host}>`
}

/** A mail as it goes over the wire or into a file, and its envelope. */
export type Mail = { envelope: { from: string; to: string }; bytes: Buffer }

/** The whole mail of a delivery. Only the date differs from one attempt to the next. */
export async function buildMail(message: Outgoing, identity: MailIdentity, now: number): Promise<Mail> {
  // Loaded with the first mail: an idle installation does without.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const from = await identity.from()
  // Mails about one issue stand together: all of them answer a mail that never was.
  const thread = message.issueId === FOR_STAFF ? undefined : `<issue.${message.issueId}@${identity.host}>`
  const composer = new MailComposer({
    from,
    to: { name: '', address: message.to },
    subject: plainLine(message.subject),
    text: message.text,
    html: message.html,
    date: new Date(now),
    messageId: messageIdOf(message.id, identity.host),
    ...(thread ? { inReplyTo: thread, references: thread } : {}),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': plainLine(message.locale),
    },
    baseBoundary: message.id,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { envelope: { from: from.address, to: message.to }, bytes: await composer.compile().build() }
}

function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
