import type { InputError } from '../base/index.ts'
import type { EventKind } from '../events/index.ts'
import type { Sound } from '../http/index.ts'
import type { Configuration } from '../issue-types/index.ts'

/** Events that a webhook may be told of. `schedule` is not: it is a rule's own, and a rule may call a webhook. */
export const WEBHOOK_EVENTS = [
  'issue.created',
  'issue.step-changed',
  'issue.step-undone',
  'issue.field-changed',
  'message.received',
  'attachment.added',
  'deadline.moved',
  'deadline.extended',
  'deadline.near',
  'deadline.passed',
  'waiting.for-customer',
] as const satisfies readonly EventKind[]
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Personal data and dates that a webhook may get besides own fields, where its administrator says so. */
export const CHOOSABLE_FIELDS = ['contact.name', 'contact.email', 'contact.phone', 'due'] as const

export const MAX_WEBHOOKS = 50

/** What administrators write: where to call when what happens. */
export type WebhookContent = {
  name: string
  url: string
  /** `*`: all, also those that a later release adds. */
  events: readonly (WebhookEvent | '*')[]
  /** Key of an issue type; `null` for all. */
  issueType: string | null
  /** What is sent of the issue besides its number, type and step: of {@link CHOOSABLE_FIELDS}, and keys of own fields. */
  fields: readonly string[]
  enabled: boolean
}

export type Webhook = WebhookContent & {
  id: string
  /** Why it was switched off by itself; `null` where it was not. */
  disabledBecause: string | null
}

/** Whether a webhook is to be told of an event of an issue. */
export function isToldOf(
  { enabled, events, issueType }: WebhookContent,
  event: { kind: EventKind; data: Readonly<Record<string, unknown>> },
  typeKey: string,
): boolean {
  const known = WEBHOOK_EVENTS.find((name) => name === event.kind)
  if (!enabled || !known || (issueType !== null && issueType !== typeKey)) return false
  // That there is a note is the shop's own business.
  if (event.data['internal'] === true) return false
  // Whoever follows the steps of issues has to learn that one was taken back.
  if (known === 'issue.step-undone' && events.includes('issue.step-changed')) return true
  return events.includes('*') || events.includes(known)
}

/** What in a webhook does not fit what there is; `urlProblem` judges its address. */
export function checkWebhook(
  { url, issueType, fields }: Sound<WebhookContent>,
  { typeByKey, types, fieldByKey }: Pick<Configuration, 'typeByKey' | 'types' | 'fieldByKey'>,
  urlProblem: (url: string) => string | null,
): InputError[] {
  const errors: InputError[] = []
  const problem = url === undefined ? null : urlProblem(url)
  if (problem !== null) errors.push({ path: 'url', message: problem })
  if (typeof issueType === 'string' && !typeByKey.has(issueType)) {
    const known = types.map((type) => type.key).join(', ') || 'none'
    errors.push({ path: 'issueType', message: `there is no issue type ${issueType}; known are ${known}` })
  }
  fields?.forEach((field, index) => {
    if (field === undefined || CHOOSABLE_FIELDS.some((name) => name === field) || fieldByKey.has(field))
      return
    errors.push({
      path: `fields.${index}`,
      message: `there is no field ${field}; allowed are ${CHOOSABLE_FIELDS.join(', ')} and keys of own fields`,
    })
  })
  return errors
}
