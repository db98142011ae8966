import { expect, test } from 'vitest'
import { checkRule } from './check-rule.ts'
import type { RuleContent } from './rule.ts'
import { rule, SURROUNDINGS } from './samples.ts'

const problems = (more: Partial<RuleContent>) =>
  checkRule(rule(more), SURROUNDINGS).map(({ path, message }) => `${path}: ${message}`)

const SOUND: readonly Partial<RuleContent>[] = [
  {},
  {
    issueType: 'warranty',
    trigger: { on: 'issue.step-changed', from: 'received', to: ['waiting', 'closed'] },
  },
  { issueType: null, trigger: { on: 'issue.step-changed', to: 'handed_over' } },
  { trigger: { on: 'issue.field-changed', field: ['due', 'handler', 'contact.email', 'product'] } },
  { actions: [{ do: 'send', template: 'claim-received', to: 'customer' }] },
  {
    actions: [
      { do: 'send', template: 'decision', to: ['handler', { role: 'owner' }, { address: 'jana@b.cz' }] },
    ],
  },
  { issueType: 'warranty', actions: [{ do: 'move', to: 'closed' }] },
  { actions: [{ do: 'set', field: 'remedy', value: 'refund' }] },
  { actions: [{ do: 'set', field: 'report', value: null }] },
  { actions: [{ do: 'set', field: 'partner_phone', value: '555 010 203' }] },
  {
    actions: [
      { do: 'assign', to: 'petra@shop.example' },
      { do: 'assign', to: '0199-petra' },
    ],
  },
  { actions: [{ do: 'assign', to: null }] },
]

test.each(SOUND)('%j is sound', (more) => {
  expect(problems(more)).toEqual([])
})

test.each<[Partial<RuleContent>, string]>([
  [{ issueType: 'lost' }, 'issueType: there is no issue type lost; known are warranty, repair'],
  [
    { issueType: 'warranty', trigger: { on: 'issue.step-changed', to: 'handed_over' } },
    'trigger.to: there is no step handed_over in warranty',
  ],
  [
    { trigger: { on: 'issue.step-changed', from: ['received', 'lost'] } },
    'trigger.from.1: there is no step lost in any issue type',
  ],
  [
    { trigger: { on: 'issue.field-changed', field: 'lost' } },
    'trigger.field: there is no field lost that can change',
  ],
  [
    { trigger: { on: 'issue.field-changed', field: 'double' } },
    'trigger.field: there is no field double that can change',
  ],
  [
    { trigger: { on: 'issue.field-changed', field: 'step' } },
    'trigger.field: there is no field step that can change',
  ],
  [
    {
      trigger: { on: 'message.received' },
      condition: { combinator: 'and', rules: [{ field: 'message.internal', operator: '=', value: true }] },
    },
    'condition.rules.0.field: notes do not start this rule, unless internal of its trigger is true',
  ],
  [
    { actions: [{ do: 'send', template: 'lost', to: 'customer' }] },
    'actions.0.template: there is no message template lost',
  ],
  [
    { actions: [{ do: 'send', template: 'decision', to: { role: 'king' as 'owner' } }] },
    'actions.0.to.role: there is no role king; known are owner, administrator, handler, viewer, auditor',
  ],
  [
    { issueType: 'repair', actions: [{ do: 'move', to: 'closed' }] },
    'actions.0.to: there is no step closed in repair',
  ],
  [{ actions: [{ do: 'set', field: 'lost', value: 1 }] }, 'actions.0.field: there is no field lost'],
  [{ actions: [{ do: 'set', field: 'due', value: null }] }, 'actions.0.field: due is a built-in field'],
  [
    { actions: [{ do: 'set', field: 'double', value: 1 }] },
    'actions.0.field: double is computed and cannot be set',
  ],
  [
    { actions: [{ do: 'set', field: 'remedy', value: 'gift' }] },
    'actions.0.value: one of repair, refund, replace is needed',
  ],
  [
    { actions: [{ do: 'set', field: 'price', value: { amount: 1.5, currency: 'CZK' } }] },
    'actions.0.value.amount: a whole number',
  ],
  [
    { actions: [{ do: 'set', field: 'report', value: '0199-file' }] },
    'actions.0.value: a rule cannot name an attachment',
  ],
  [
    { actions: [{ do: 'assign', to: 'gone@shop.example' }] },
    'actions.0.to: the id or e-mail of an active user is needed',
  ],
])('%j: %s', (more, message) => {
  expect(problems(more)).toEqual([expect.stringContaining(message)])
})

test.each([
  'nobody',
  'a@b.cz,c@d.cz',
  'a@b.cz; c@d.cz',
  'Jana <jana@b.cz>',
  'group: a@b.cz;',
  'a@b.cz\r\nBcc: c@d.cz',
  '',
])('R43 %j is not the address of one mailbox', (address) => {
  expect(problems({ actions: [{ do: 'send', template: 'decision', to: { address } }] })).toEqual([
    'actions.0.to.address: the address of one mailbox like jana@example.com is needed',
  ])
  expect(
    problems({ actions: [{ do: 'send', template: 'decision', to: ['customer', { address }] }] }),
  ).toEqual(['actions.0.to.1.address: the address of one mailbox like jana@example.com is needed'])
})

test('every wrong part is named at once, also where others are missing already', () => {
  const errors = checkRule(
    {
      issueType: 'lost',
      trigger: { on: 'issue.step-changed', to: [undefined, 'lost'] },
      condition: {
        rules: [
          undefined,
          { field: 'lost' },
          { rules: [{ field: 'due', operator: '=', value: 'soon' }] },
          { operator: '=' },
        ],
      },
      actions: [
        undefined,
        { do: 'send', to: [undefined, { address: 'nobody' }] },
        { do: 'set' },
        { do: 'move', to: 'lost' },
      ],
    },
    SURROUNDINGS,
  )
  expect(errors.map(({ path }) => path)).toEqual([
    'issueType',
    'trigger.to.1',
    'condition.rules.1.field',
    'condition.rules.2.rules.0.value',
    'actions.1.to.1.address',
    'actions.3.to',
  ])
})
