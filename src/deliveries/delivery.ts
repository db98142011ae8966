/** Ways out of the house. */
export const CHANNELS = ['email', 'sms', 'webhook'] as const
export type ChannelName = (typeof CHANNELS)[number]

/**
 * `pending`: waits, or is being sent. `sent`: the channel has taken it over. `failed`: it cannot be sent as it is, so it
 * is not tried again by itself. `dead`: it was tried as often as there are attempts.
 */
export const STATES = ['pending', 'sent', 'failed', 'dead'] as const
export type DeliveryState = (typeof STATES)[number]

/** In the place of an issue's id, of what is for somebody of the staff and about no issue. */
export const FOR_STAFF = 'staff'

/** A message that is to leave. */
export type NewDelivery = {
  issueId: string
  eventId: string | null
  ruleId: string | null
  templateKey: string | null
  /** The same key is stored once, however often it is enqueued. */
  uniqueKey: string
  channel: ChannelName
  /** One e-mail address; a phone number in E.164; the id of a webhook. */
  to: string
  locale: string
  subject: string
  text: string
  html: string
  /** Of a text message: how many it counts as. */
  segments?: number
  /** Why it cannot be sent: it is stored as failed at once, for people to see. */
  refusedBecause?: string
}

/** A message on its way out, or what became of it. */
export type Delivery = {
  id: string
  issueId: string
  issueNumber: string
  ruleId: string | null
  templateKey: string | null
  uniqueKey: string
  channel: ChannelName
  to: string
  locale: string
  state: DeliveryState
  /** Attempts that came to an end. */
  attempts: number
  nextAt: number
  createdAt: number
  settledAt: number | null
  error: string | null
  subject: string
  text: string
  html: string
  /** Of a text message: how many it counts as. */
  segments: number | null
  report: DeliveryReport | null
}

/** What was reported of a text message after it was handed over; `at` in UTC milliseconds. */
export type DeliveryReport = { state: ReportState; reason: string | null; at: number }

/** `captured`: it went nowhere, because no gateway is named. */
export const REPORT_STATES = ['delivered', 'undelivered', 'captured'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** What a channel gets to send. */
export type Outgoing = Pick<Delivery, 'id' | 'issueId' | 'to' | 'locale' | 'subject' | 'text' | 'html'>
