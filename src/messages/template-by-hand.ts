import { invalid } from '../base/index.ts'
import type { TemplateChannel, TemplateTexts } from './template.ts'
import type { Templates } from './template-queries.ts'

/** The templates of messages that a handler writes freely. */
const MESSAGE_TEMPLATES = { email: 'message', sms: 'message-sms' } as const

/** Where the administrator has no template of free messages, they leave as they are typed. */
const PLAIN = {
  email: {
    key: null,
    channel: 'email',
    subject: { en: '{{issue_number}}' },
    body: { en: '{{message}}\n\n{{issue_status_url}}' },
  },
  sms: { key: null, channel: 'sms', subject: {}, body: { en: '{{message}}' } },
} as const

/**
 * What a handler's message is made with: the template of a key, or that of free messages by a channel.
 * @throws Refusal `invalid-input` where there is no template of this key
 */
export function templateFor(
  templates: Templates,
  key: string | null,
  channel: TemplateChannel = 'email',
): TemplateTexts & { key: string | null } {
  const template = templates.get(key ?? MESSAGE_TEMPLATES[channel])
  if (template && (key !== null || template.channel === channel)) return template
  if (key === null) return PLAIN[channel]
  const known = [...templates.keys()].join(', ') || 'none'
  throw invalid({ path: 'template', message: `there is no message template ${key}; known are ${known}` })
}
