import type { Comparison, Recipient, RuleContent } from '../rules/index.ts'

const LEADS: readonly Recipient[] = [{ role: 'owner' }, { role: 'administrator' }]
const SILENCE_ACCEPTS: Comparison = { field: 'deadline.silence', operator: '=', value: 'accepted' }
const SILENCE_IS_NO_YES: Comparison = { field: 'deadline.silence', operator: '!=', value: 'accepted' }
const HANDLED: Comparison = { field: 'handler', operator: 'notNull' }
const UNHANDLED: Comparison = { field: 'handler', operator: 'null' }
const everyType = { issueType: null, once: false } as const

export type TimeRule = Pick<RuleContent, 'name' | 'issueType' | 'trigger' | 'condition' | 'actions' | 'once'>

/**
 * What time starts in a new installation. Whoever handles an issue hears of its deadline first, the leads when it gets
 * tight. Where silence would mean yes, it gets tight at once.
 */
export const TIME_RULES: readonly TimeRule[] = [
  near('7d', 'to the handler', 'deadline-near', ['handler'], HANDLED, SILENCE_IS_NO_YES),
  near('7d', 'to the leads, where nobody handles it', 'deadline-near', LEADS, UNHANDLED, SILENCE_IS_NO_YES),
  near('2d', 'to handler and leads', 'deadline-near', ['handler', ...LEADS], SILENCE_IS_NO_YES),
  ...['7d', '2d', '1d'].map((before) =>
    near(
      before,
      'where silence would accept the claim',
      'deadline-silence',
      ['handler', ...LEADS],
      SILENCE_ACCEPTS,
    ),
  ),
  {
    name: 'Deadline passed: to handler and leads',
    ...everyType,
    trigger: { on: 'deadline.passed' },
    condition: all(SILENCE_IS_NO_YES),
    actions: [{ do: 'send', template: 'deadline-passed', to: ['handler', ...LEADS] }],
  },
  {
    name: 'Deadline passed: silence accepted the claim',
    ...everyType,
    trigger: { on: 'deadline.passed' },
    condition: all(SILENCE_ACCEPTS),
    actions: [
      { do: 'note', body: 'Nobody answered in time. By law the claim now counts as accepted.' },
      { do: 'send', template: 'silence-passed', to: ['handler', ...LEADS] },
    ],
  },
  {
    name: 'Waiting for the customer for 5 days: reminder',
    ...everyType,
    trigger: { on: 'waiting.for-customer', for: '5d' },
    condition: all({ field: 'contact.email', operator: 'notNull' }),
    actions: [{ do: 'send', template: 'waiting-reminder', to: 'customer' }],
  },
  {
    name: 'Waiting for the customer for 5 days: reminder by text message, where there is no e-mail',
    ...everyType,
    trigger: { on: 'waiting.for-customer', for: '5d' },
    condition: all(
      { field: 'contact.email', operator: 'null' },
      { field: 'contact.phone', operator: 'notNull' },
    ),
    actions: [{ do: 'send', template: 'waiting-reminder-sms', to: 'customer' }],
  },
  ...['warranty', 'repair'].map(
    (issueType): TimeRule => ({
      name: `Ready to collect: text message, once (${issueType})`,
      issueType,
      once: true,
      trigger: { on: 'issue.step-changed', to: 'ready' },
      condition: all({ field: 'contact.phone', operator: 'notNull' }),
      actions: [{ do: 'send', template: 'ready-sms', to: 'customer' }],
    }),
  ),
]

function near(
  before: string,
  name: string,
  template: string,
  to: readonly Recipient[],
  ...conditions: readonly Comparison[]
): TimeRule {
  return {
    name: `Deadline in ${before.replace(/d$/, '')} ${before === '1d' ? 'day' : 'days'}: ${name}`,
    ...everyType,
    trigger: { on: 'deadline.near', before },
    condition: all(...conditions),
    actions: [{ do: 'send', template, to }],
  }
}

function all(...rules: readonly Comparison[]): RuleContent['condition'] {
  return { combinator: 'and', rules }
}
