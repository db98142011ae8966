import { describe, expect, test } from 'vitest'
import { type RuleContent, ruleBodySchema } from './index.ts'
import { MAX_COMPARISONS, MAX_DEPTH } from './condition.ts'

const EXAMPLE = {
  name: 'Send the link',
  enabled: true,
  issueType: 'warranty',
  trigger: { on: 'issue.created' },
  condition: { combinator: 'and', rules: [{ field: 'contact.email', operator: 'notNull' }] },
  actions: [{ do: 'send', template: 'claim-received', to: 'customer' }],
}

const problems = (input: unknown) =>
  ruleBodySchema.safeParse(input).error?.issues.map((issue) => issue.path.join('.')) ?? []
const withCondition = (condition: unknown) => problems({ ...EXAMPLE, condition })
const withAction = (action: unknown) => problems({ ...EXAMPLE, actions: [action] })
const leaf = { field: 'due', operator: 'null' }

function nested(depth: number): unknown {
  const inner = depth === 1 ? leaf : nested(depth - 1)
  return { combinator: 'and', rules: [inner] }
}

describe('a rule as it comes in', () => {
  test("the contract's example is one", () => {
    const parsed = ruleBodySchema.parse(EXAMPLE) satisfies Omit<RuleContent, 'position'>
    expect(parsed).toEqual({ ...EXAMPLE, stop: false, once: false })
  })

  test('what react-querybuilder exports is kept as it is', () => {
    const condition = {
      id: 'c7e2f2a0-1',
      combinator: 'and',
      not: false,
      path: [],
      rules: [
        {
          id: 'a',
          path: [0],
          field: 'due',
          operator: 'between',
          valueSource: 'value',
          value: 'today,today+7',
        },
        {
          id: 'b',
          path: [1],
          combinator: 'or',
          not: true,
          disabled: true,
          rules: [
            { id: 'c', path: [1, 0], field: 'quantity', operator: '>=', valueSource: 'value', value: '12' },
            {
              id: 'd',
              path: [1, 1],
              field: 'remedy',
              operator: 'in',
              value: ['repair', 'refund'],
              muted: true,
            },
            { id: 'e', path: [1, 2], field: 'remedy', operator: 'null', value: null },
          ],
        },
      ],
    }
    expect(ruleBodySchema.parse({ ...EXAMPLE, condition }).condition).toEqual(condition)
  })

  test.each([
    ['an unknown member', { ...EXAMPLE, when: 'now' }, ['']],
    ['no name', { ...EXAMPLE, name: ' ' }, ['name']],
    ['an unknown trigger', { ...EXAMPLE, trigger: { on: 'deadline.far' } }, ['trigger.on']],
    ['a trigger without what it needs', { ...EXAMPLE, trigger: { on: 'deadline.near' } }, ['trigger.before']],
    [
      'a member of another trigger',
      { ...EXAMPLE, trigger: { on: 'issue.created', to: 'done' } },
      ['trigger'],
    ],
    ['an empty list of steps', { ...EXAMPLE, trigger: { on: 'issue.step-changed', to: [] } }, ['trigger.to']],
    ['no action', { ...EXAMPLE, actions: [] }, ['actions']],
    ['too many actions', { ...EXAMPLE, actions: Array(21).fill(EXAMPLE.actions[0]) }, ['actions']],
  ])('%s is refused', (_name, input, paths) => {
    expect(problems(input)).toEqual(paths)
  })

  test.each([
    [{ do: 'fly' }, ['actions.0.do']],
    [{ do: 'send', template: 'x', to: 'everybody' }, ['actions.0.to']],
    [{ do: 'send', template: 'x', to: { role: 'king' } }, ['actions.0.to']],
    [{ do: 'send', template: 'x', to: { address: 'a@b.cz', name: 'A' } }, ['actions.0.to']],
    [{ do: 'send', template: 'x', to: [] }, ['actions.0.to']],
    [{ do: 'note', body: ' ' }, ['actions.0.body']],
    [{ do: 'note', body: 'x'.repeat(20_001) }, ['actions.0.body']],
    [{ do: 'move' }, ['actions.0.to']],
  ])('the action %j is refused', (action, paths) => {
    expect(withAction(action)).toEqual(paths)
  })

  test.each([[['a@b.cz', 'c@d.cz']], [Array(6).fill('customer')]])(
    'R43 one address in each recipient, and at most five of them: %j is refused',
    (to) => {
      expect(withAction({ do: 'send', template: 'x', to: { address: to } })).toEqual(['actions.0.to'])
      expect(withAction({ do: 'send', template: 'x', to })).toEqual(['actions.0.to'])
    },
  )

  test('every wrong part of a condition is named', () => {
    const condition = {
      combinator: 'xor',
      rules: [
        'and',
        { field: 'due', operator: 'like', value: {} },
        {
          combinator: 'and',
          rules: [{ field: 'due', operator: '=', valueSource: 'field', value: 'created' }],
        },
        { field: 'due', operator: '=', value: 'x'.repeat(2001) },
        { combinator: 'and', rules: 5 },
      ],
    }
    expect(withCondition(condition)).toEqual([
      'condition.combinator',
      'condition.rules.0',
      'condition.rules.1.operator',
      'condition.rules.1.value',
      'condition.rules.2.rules.0.valueSource',
      'condition.rules.3.value',
      'condition.rules.4.rules',
    ])
  })

  test('a condition is bounded in depth, comparisons and lists', () => {
    expect(withCondition(nested(MAX_DEPTH))).toEqual([])
    expect(withCondition(nested(MAX_DEPTH + 1))).toHaveLength(1)
    expect(withCondition(nested(1000))).toHaveLength(1)
    const many = (count: number) => ({ combinator: 'or', rules: Array.from({ length: count }, () => leaf) })
    expect(withCondition(many(MAX_COMPARISONS))).toEqual([])
    expect(withCondition(many(MAX_COMPARISONS + 1))).toEqual(['condition'])
    expect(withCondition(many(100_000))).not.toEqual([])
    const value = Array(501).fill('a')
    expect(withCondition({ combinator: 'or', rules: [{ field: 'x', operator: 'in', value }] })).toEqual([
      'condition.rules.0.value',
    ])
  })

  test.each([
    [JSON.parse('{"__proto__": {"combinator": "and", "rules": []}}')],
    [JSON.parse('{"combinator": "and", "rules": [], "__proto__": {}}')],
    [JSON.parse('{"combinator": "and", "rules": [{"field": "due", "operator": "constructor"}]}')],
    [JSON.parse('{"combinator": "__proto__", "rules": []}')],
    [[]],
    ['and'],
    [5],
  ])('%j is no condition', (condition) => {
    expect(withCondition(condition)).not.toEqual([])
  })
})
