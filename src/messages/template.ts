import type { Texts } from '../base/index.ts'

/** What a template is written for; it stays. */
export const TEMPLATE_CHANNELS = ['email', 'sms'] as const
export type TemplateChannel = (typeof TEMPLATE_CHANNELS)[number]

/** A message in several languages: plain text with Liquid in it. See docs/messages.md for what a body may hold. */
export type MessageTemplate = {
  id: string
  key: string
  channel: TemplateChannel
  name: string
  /** Empty for text messages. */
  subject: Texts
  body: Texts
}

/** What is rendered and checked of a template; a mail where no channel is named. */
export type TemplateTexts = Pick<MessageTemplate, 'subject' | 'body'> & { channel?: TemplateChannel }

/** Of one text in one language, in bytes. */
export const MAX_TEMPLATE_BYTES = 100 * 1024
/** Tags and outputs in one text. */
export const MAX_PARTS = 1_000
/** Characters of one tag or output. */
export const MAX_PART = 4_000
/** Addresses in one text that become links. */
export const MAX_ADDRESSES = 200
/** Lines that a body may have by itself; what variables print is not counted. */
export const MAX_LINES = 2_000
/** Of either part of a rendered message, in bytes. */
export const MAX_MESSAGE_BYTES = 500 * 1024
/** Of a rendered subject, in characters. */
export const MAX_SUBJECT = 200
/** Of a rendered text message. */
export const MAX_SEGMENTS = 10

/** Whether a template tells the address of the issue on its status page. */
export function namesTheLink({ subject, body }: TemplateTexts): boolean {
  return [...Object.values(subject), ...Object.values(body)].some((text) => text.includes('issue_status_url'))
}
