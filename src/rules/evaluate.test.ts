import { describe, expect, test } from 'vitest'
import { compileRules, evaluate } from './evaluate.ts'
import type { Snapshot } from './facts.ts'
import { recipientsOf, type Rule, type Trigger } from './index.ts'
import { CONFIGURATION, ISSUE, rule, snapshot, SURROUNDINGS } from './samples.ts'

const compile = (...rules: readonly Rule[]) => compileRules(rules, SURROUNDINGS)
function firing(
  rules: readonly Rule[],
  more: Partial<Snapshot> = {},
  excluded?: ReadonlySet<string>,
): string[] {
  return evaluate(compile(...rules), snapshot(more), excluded).fired.map((fired) => fired.rule.id)
}
const never: Partial<Rule> = { condition: { combinator: 'and', rules: [{ field: 'due', operator: 'null' }] } }

describe('what starts a rule', () => {
  const move = {
    kind: 'issue.step-changed',
    data: { from: 'received', to: 'waiting', comment: null },
  } as const
  const edit = {
    kind: 'issue.field-changed',
    data: { changes: { due: { from: null, to: '2026-11-30' } } },
  } as const
  const message = (from: string, internal: boolean) =>
    ({ kind: 'message.received', data: { from, internal } }) as const

  test.each<[Trigger, Snapshot['event'], boolean]>([
    [{ on: 'issue.created' }, { kind: 'issue.created', data: { step: 'received' } }, true],
    [{ on: 'issue.created' }, move, false],
    [{ on: 'issue.step-changed' }, move, true],
    [{ on: 'issue.step-changed', to: 'waiting' }, move, true],
    [{ on: 'issue.step-changed', to: ['closed', 'waiting'] }, move, true],
    [{ on: 'issue.step-changed', to: 'closed' }, move, false],
    [{ on: 'issue.step-changed', from: 'received', to: 'waiting' }, move, true],
    [{ on: 'issue.step-changed', from: 'waiting', to: 'waiting' }, move, false],
    [{ on: 'issue.field-changed' }, edit, true],
    [{ on: 'issue.field-changed', field: 'due' }, edit, true],
    [{ on: 'issue.field-changed', field: ['product', 'due'] }, edit, true],
    [{ on: 'issue.field-changed', field: 'product' }, edit, false],
    [{ on: 'issue.field-changed', field: 'product' }, { kind: 'issue.field-changed', data: {} }, false],
    [{ on: 'message.received' }, message('customer', false), true],
    [{ on: 'message.received', from: 'customer' }, message('customer', false), true],
    [{ on: 'message.received', from: 'shop' }, message('customer', false), false],
    [{ on: 'message.received' }, message('shop', true), false],
    [{ on: 'message.received', internal: true }, message('shop', true), true],
    [{ on: 'message.received', internal: true }, message('shop', false), true],
    [{ on: 'attachment.added' }, { kind: 'attachment.added', data: { public: true } }, true],
    [{ on: 'attachment.added' }, { kind: 'attachment.changed', data: { public: true } }, false],
    [{ on: 'attachment.added' }, { kind: 'attachment.deleted', data: {} }, false],
  ])('%j, %j: %s', (trigger, event, expected) => {
    expect(firing([rule({ trigger })], { event })).toEqual(expected ? ['rule-1'] : [])
  })
})

describe('the rules that fire', () => {
  test('come in the order of their positions, then of their ids', () => {
    const rules = [
      ['c', 1],
      ['b', 0],
      ['a', 1],
      ['d', 0],
    ].map(([id, position]) => rule({ id: String(id), position: Number(position) }))
    expect(firing(rules)).toEqual(['b', 'd', 'a', 'c'])
  })

  test('bring their actions as data', () => {
    const actions: Rule['actions'] = [
      { do: 'send', template: 'decision', to: ['customer', { role: 'owner' }] },
      { do: 'move', to: 'closed' },
    ]
    const one = rule({ actions })
    expect(actions.flatMap((action) => (action.do === 'send' ? recipientsOf(action) : []))).toHaveLength(2)
    expect(evaluate(compile(one), snapshot()).fired).toEqual([{ rule: one, actions }])
  })

  test('are enabled, of the type or of all, and their condition holds', () => {
    const rules = [
      rule({ id: 'off', enabled: false }),
      rule({ id: 'other', issueType: 'repair' }),
      rule({ id: 'same', issueType: 'warranty' }),
      rule({ id: 'all' }),
      rule({ id: 'never', ...never }),
    ]
    expect(firing(rules)).toEqual(['all', 'same'])
  })

  test('may be rules for all types, of an issue whose type is newer than the compiled rules', () => {
    const type = { ...snapshot().type, key: 'newer' }
    expect(firing([rule({ id: 'all' }), rule({ id: 'one', issueType: 'warranty' })], { type })).toEqual([
      'all',
    ])
  })

  test('end with the first that stops', () => {
    const rules = [
      rule({ id: 'a', position: 1 }),
      rule({ id: 'b', position: 2, stop: true, ...never }),
      rule({ id: 'c', position: 3, stop: true }),
      rule({ id: 'd', position: 4 }),
    ]
    expect(firing(rules)).toEqual(['a', 'c'])
  })

  test('R45 are not those that fired already in the chain, and such do not stop others', () => {
    const rules = [rule({ id: 'a', stop: true }), rule({ id: 'b' })]
    expect(firing(rules)).toEqual(['a'])
    expect(firing(rules, {}, new Set(['a']))).toEqual(['b'])
    expect(firing(rules, {}, new Set(['a', 'b']))).toEqual([])
  })

  test('are judged by the values of the snapshot, each time anew', () => {
    const compiled = compile(
      rule({ condition: { combinator: 'and', rules: [{ field: 'quantity', operator: '>', value: 1 }] } }),
    )
    const fires = (quantity: number) =>
      evaluate(compiled, snapshot({ issue: { ...ISSUE, values: { quantity } } })).fired.length
    expect([fires(2), fires(1), fires(3)]).toEqual([1, 0, 1])
  })
})

describe('a broken rule', () => {
  const lost: Partial<Rule> = {
    condition: { combinator: 'and', rules: [{ field: 'lost', operator: 'notNull' }] },
  }
  const problems = [{ path: 'condition.rules.0.field', message: 'there is no field lost' }]

  test('is told, with what is wrong, and does not fire or stop others', () => {
    const broken = rule({ id: 'a', stop: true, ...lost })
    const compiled = compile(broken, rule({ id: 'b' }))
    expect(compiled.broken).toEqual([{ rule: broken, problems }])
    const result = evaluate(compiled, snapshot())
    expect(result.broken).toEqual([{ rule: broken, problems }])
    expect(result.fired.map((fired) => fired.rule.id)).toEqual(['b'])
  })

  test('is told at an event only where the event starts it', () => {
    const rules = [
      rule({ id: 'off', enabled: false, ...lost }),
      rule({ id: 'other', issueType: 'repair', ...lost }),
      rule({ id: 'moved', trigger: { on: 'issue.step-changed' }, ...lost }),
      rule({ id: 'same', issueType: 'warranty', ...lost }),
    ]
    const compiled = compile(...rules)
    expect(compiled.broken).toHaveLength(4)
    expect(evaluate(compiled, snapshot()).broken.map((one) => one.rule.id)).toEqual(['same'])
  })

  test('becomes one when a field that it names is deleted, and whole again when it is back', () => {
    const named = rule({
      condition: { combinator: 'and', rules: [{ field: 'product', operator: 'notNull' }] },
    })
    const fieldByKey = new Map(CONFIGURATION.fieldByKey)
    fieldByKey.delete('product')
    const configuration = { ...CONFIGURATION, fieldByKey }
    expect(compileRules([named], { ...SURROUNDINGS, configuration }).broken).toHaveLength(1)
    expect(compile(named).broken).toEqual([])
  })

  test.each<[string, unknown]>([
    ['trigger', { on: 'constructor' }],
    ['trigger', null],
    ['actions', 'send'],
    ['actions', [{ do: 'send', template: 'decision', to: { address: ['a@b.cz'] } }]],
    ['enabled', 'yes'],
  ])('is also one whose %s is stored as %j', (member, value) => {
    const compiled = compile(rule({ [member]: value }))
    expect(compiled.broken).toHaveLength(1)
    expect(evaluate(compiled, snapshot()).fired).toEqual([])
  })
})
