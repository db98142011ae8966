import type { RuleContent, Trigger } from '../rules/index.ts'
import { TIME_RULES } from './time-rules.ts'

/** One message to the customer, on moves into one of these steps. */
type StepMessage = {
  name: string
  template: string
  to: readonly string[]
  /** Only on moves from one of these steps. */
  from?: readonly string[]
  /** Only where this field has a value. */
  given?: string
}

type TypeMessages = { issueType: string; name: string; receipt: string; steps: readonly StepMessage[] }

/**
 * What customers hear of by mail. A step that is not here sends nothing: the status page shows it, and nobody wants a
 * mail for each. No two lines of a type match the same move, so that one move sends one mail at most.
 */
const CUSTOMER_MESSAGES: readonly TypeMessages[] = [
  {
    issueType: 'warranty',
    name: 'Warranty claim',
    receipt: 'claim-received',
    steps: [
      {
        name: 'the customer’s turn',
        template: 'action-needed',
        to: ['waiting-for-goods', 'waiting-for-information'],
      },
      // Whoever hands a product over at the counter knows that it has arrived.
      { name: 'the parcel arrived', template: 'news', to: ['goods-received'], from: ['waiting-for-goods'] },
      { name: 'the decision', template: 'decision', to: ['accepted', 'partly-accepted', 'rejected'] },
      { name: 'a second look, or taken up again', template: 'news', to: ['disputed', 'received'] },
      { name: 'ready or shipped', template: 'ready', to: ['ready', 'shipped'] },
      { name: 'closed', template: 'closed', to: ['closed', 'withdrawn', 'cancelled'] },
    ],
  },
  {
    issueType: 'return',
    name: 'Return',
    receipt: 'return-received',
    steps: [
      { name: 'the customer’s turn', template: 'action-needed', to: ['waiting-for-goods'] },
      { name: 'the parcel arrived', template: 'news', to: ['goods-received'], from: ['waiting-for-goods'] },
      {
        name: 'the decision',
        template: 'decision',
        to: ['refund-full', 'refund-reduced', 'refund-refused'],
      },
      { name: 'a second look, or taken up again', template: 'news', to: ['disputed', 'received'] },
      {
        name: 'the money is sent, or closed',
        template: 'closed',
        to: ['refund-sent', 'withdrawn', 'cancelled'],
      },
      // After the money was sent there is nothing new to say.
      { name: 'closed without a refund', template: 'closed', to: ['closed'], from: ['refund-refused'] },
    ],
  },
  {
    issueType: 'repair',
    name: 'Paid repair',
    receipt: 'repair-received',
    steps: [
      { name: 'the customer’s turn', template: 'action-needed', to: ['waiting-for-device', 'quote-sent'] },
      { name: 'the parcel arrived', template: 'news', to: ['device-received'], from: ['waiting-for-device'] },
      {
        name: 'a wait for parts, or taken up again',
        template: 'news',
        to: ['waiting-for-parts', 'received'],
      },
      { name: 'cannot be repaired', template: 'decision', to: ['not-repairable'] },
      { name: 'ready', template: 'ready', to: ['ready'] },
      // Without a parcel it was handed over in person. The closing that follows has nothing new to say.
      { name: 'on its way', template: 'ready', to: ['handed-over'], given: 'tracking_out' },
      { name: 'closed early', template: 'closed', to: ['withdrawn', 'cancelled'] },
    ],
  },
  {
    issueType: 'service',
    name: 'Complaint about service',
    receipt: 'complaint-received',
    steps: [
      {
        name: 'the customer’s turn',
        template: 'action-needed',
        to: ['waiting-for-customer', 'proposed-solution'],
      },
      // The receipt promises to confirm who looks into it.
      {
        name: 'read, a second look, or taken up again',
        template: 'news',
        to: ['acknowledged', 'disputed', 'received'],
      },
      { name: 'the decision', template: 'decision', to: ['justified', 'partly-justified', 'unjustified'] },
      { name: 'closed', template: 'closed', to: ['closed', 'withdrawn', 'cancelled'] },
    ],
  },
]

type Draft = Pick<RuleContent, 'name' | 'issueType' | 'trigger' | 'condition' | 'actions'>

/** The business rules of a new installation. None stops the rules that are added later. */
export const STARTER_RULES: readonly RuleContent[] = [
  ...CUSTOMER_MESSAGES.flatMap(rulesOfType),
  ...staffRules(),
  ...TIME_RULES,
].map((draft, index) => ({
  once: false,
  ...draft,
  enabled: true,
  stop: false,
  position: (index + 1) * 10,
}))

function rulesOfType({ issueType, name, receipt, steps }: TypeMessages): Draft[] {
  const toCustomer = (what: string, trigger: Trigger, template: string, given?: string): Draft => ({
    name: `${name}: ${what}`,
    issueType,
    trigger,
    condition: present('contact.email', ...(given ? [given] : [])),
    actions: [{ do: 'send', template, to: 'customer' }],
  })
  return [
    toCustomer('confirmation', { on: 'issue.created' }, receipt),
    ...steps.map(({ name: what, template, to, from, given }) =>
      toCustomer(what, { on: 'issue.step-changed', to, ...(from ? { from } : {}) }, template, given),
    ),
  ]
}

function staffRules(): Draft[] {
  const toHandler = (name: string, trigger: Trigger, template: string): Draft => ({
    name,
    issueType: null,
    trigger,
    condition: present('handler'),
    actions: [{ do: 'send', template, to: 'handler' }],
  })
  return [
    {
      name: 'To the leads: the customer wrote, and nobody handles it',
      issueType: null,
      trigger: { on: 'message.received', from: 'customer' },
      condition: { combinator: 'and', rules: [{ field: 'handler', operator: 'null' }] },
      actions: [
        { do: 'send', template: 'handler-new-message', to: [{ role: 'owner' }, { role: 'administrator' }] },
      ],
    },
    toHandler(
      'To the handler: the customer wrote',
      { on: 'message.received', from: 'customer' },
      'handler-new-message',
    ),
    toHandler(
      'To the handler: an issue is theirs now',
      { on: 'issue.field-changed', field: 'handler' },
      'handler-assigned',
    ),
  ]
}

function present(...fields: readonly string[]): RuleContent['condition'] {
  return { combinator: 'and', rules: fields.map((field) => ({ field, operator: 'notNull' })) }
}
