import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Issue } from '../issues/index.ts'
import { type Comparison, type Condition, type Operator, OPERATORS } from './condition.ts'
import { BUILT_IN_CONDITION_FIELDS } from './condition-fields.ts'
import { type Snapshot } from './facts.ts'
import { checkRule, compileRules, evaluate } from './index.ts'
import { KINDS, kindOf, NEGATED, OPERATORS_OF } from './kinds.ts'
import { CONFIGURATION, EMPTY_ISSUE, ISSUE, rule, snapshot, SURROUNDINGS, WARRANTY } from './samples.ts'
import type { Trigger } from './rule.ts'

const only = (comparison: Comparison): Condition => ({ combinator: 'and', rules: [comparison] })

/** Whether a condition holds; fails where it is broken. */
function holds(condition: Condition, more: Partial<Snapshot> = {}): boolean {
  const on = (more.event?.kind ?? 'issue.created') as Trigger['on']
  const trigger: Trigger = on === 'message.received' ? { on, internal: true } : { on }
  const compiled = compileRules([rule({ trigger, condition })], SURROUNDINGS)
  expect(compiled.broken).toEqual([])
  return evaluate(compiled, snapshot(more)).fired.length === 1
}

function problem(field: string, operator: Operator, value?: unknown): string {
  const condition = only({ field, operator, value })
  return checkRule(rule({ condition }), SURROUNDINGS)
    .map(({ path, message }) => `${path.replace('condition.rules.0.', '')}: ${message}`)
    .join('; ')
}

const withValue = (key: string, value: unknown): Partial<Snapshot> => ({
  issue: { ...ISSUE, values: { ...ISSUE.values, [key]: value } } as Issue,
})

/** Field, operator, value: what holds for the sample issue. */
const HOLDING: readonly [string, Operator, unknown][] = [
  // Text: case, accents and white space do not count.
  ['product', '=', 'konvice zar  K200'],
  ['product', '!=', 'Konvice'],
  ['product', 'contains', 'ŽAR'],
  ['product', 'doesNotContain', 'kettle'],
  ['product', 'beginsWith', 'konv'],
  ['product', 'doesNotBeginWith', 'zar'],
  ['product', 'endsWith', 'k200'],
  ['product', 'doesNotEndWith', 'k20'],
  ['product', 'in', 'kettle, konvice žár k200'],
  ['product', 'notIn', ['kettle', 'toaster']],
  ['product', 'notNull', ''],
  ['defect', 'contains', 'ucha. jen'],
  ['defect', 'endsWith', '.'],
  // No regular expressions and no wildcards.
  ['product', 'doesNotContain', '.*'],
  ['product', 'doesNotContain', '(a+)+$'],
  ['product', 'doesNotContain', '%'],
  // Numbers, also as the texts of an editor.
  ['quantity', '=', 3],
  ['quantity', '=', '3'],
  ['quantity', '=', '3.0'],
  ['quantity', '!=', 4],
  ['quantity', '<', 4],
  ['quantity', '<=', 3],
  ['quantity', '>', '2.5'],
  ['quantity', '>=', 3],
  ['quantity', 'between', '3,5'],
  ['quantity', 'between', [1, 3]],
  ['quantity', 'notBetween', [-4, 2]],
  ['quantity', 'in', '1,2,3'],
  ['quantity', 'in', 3],
  ['quantity', 'notIn', [1, 2]],
  ['quantity', 'notNull', null],
  // Money: in minor units of one currency; another currency is neither more nor less.
  ['price', '=', { amount: 129_000, currency: 'CZK' }],
  ['price', '=', '129000 CZK'],
  ['price', '!=', '129000 EUR'],
  ['price', '>', { amount: '128999', currency: 'CZK' }],
  ['price', '<=', '129000 CZK'],
  ['price', '<', '129001 CZK'],
  ['price', '>=', '129000 CZK'],
  ['price', 'between', '1000 CZK,200000 CZK'],
  ['price', 'notBetween', ['1 EUR', '999999999 EUR']],
  ['price', 'in', ['1 CZK', { amount: 129_000, currency: 'CZK' }]],
  ['price', 'notIn', ['129000 EUR']],
  ['price', 'notNull', undefined],
  // Dates: today is 23 November.
  ['bought', '=', '2026-11-20'],
  ['bought', '=', 'today-3'],
  ['bought', '!=', 'today'],
  ['bought', '<', 'today'],
  ['bought', '<=', '2026-11-20'],
  ['bought', '>', '2026-11-19'],
  ['bought', '>=', 'today - 30'],
  ['bought', 'between', 'today-7,today'],
  ['bought', 'notBetween', ['2026-11-21', 'today+1']],
  ['bought', 'in', ['2026-11-20', 'today']],
  ['bought', 'notIn', 'today,today-1'],
  ['bought', 'notNull', ''],
  // Instants: with an instant, or by their day in Prague.
  ['collected', '=', '2026-11-22'],
  ['collected', '=', '2026-11-21T23:30:00Z'],
  ['collected', '=', '2026-11-22T00:30:00+01:00'],
  ['collected', '!=', '2026-11-21'],
  ['collected', '=', 'today-1'],
  ['collected', '<', '2026-11-23'],
  ['collected', '<=', '2026-11-22'],
  ['collected', '>', '2026-11-21'],
  ['collected', '>=', '2026-11-21T23:30:00Z'],
  ['collected', 'between', '2026-11-22,today'],
  ['collected', 'notBetween', ['2026-11-20', '2026-11-21']],
  ['collected', 'in', ['2026-11-22']],
  ['collected', 'notIn', ['2026-11-21']],
  ['collected', 'notNull', ''],
  ['urgent', '=', true],
  ['urgent', '=', 'true'],
  ['urgent', '!=', false],
  ['urgent', 'notNull', ''],
  ['remedy', '=', 'repair'],
  ['remedy', '!=', 'refund'],
  ['remedy', 'in', 'refund,repair'],
  ['remedy', 'notIn', ['refund', 'replace']],
  ['remedy', 'notNull', ''],
  ['tags', 'contains', 'refund'],
  ['tags', 'doesNotContain', 'replace'],
  ['tags', 'in', ['replace', 'repair']],
  ['tags', 'notIn', ['replace']],
  ['tags', 'notNull', ''],
  // E-mails: as the status page compares them; parts as they were typed.
  ['partner_email', '=', 'SERVIS@xn--bcher-kva.example'],
  ['partner_email', '!=', 'servis@bucher.example'],
  ['partner_email', 'in', 'a@b.cz, servis@BÜCHER.example'],
  ['partner_email', 'notIn', ['a@b.cz']],
  ['partner_email', 'endsWith', '@bücher.example'],
  ['partner_email', 'beginsWith', 'servis'],
  ['partner_email', 'contains', 's@b'],
  ['partner_email', 'doesNotContain', 'shop'],
  ['partner_email', 'doesNotBeginWith', '@'],
  ['partner_email', 'doesNotEndWith', '.cz'],
  ['partner_email', 'notNull', ''],
  ['partner_phone', '=', '555 010 203'],
  ['partner_phone', '!=', '555 010 204'],
  ['partner_phone', 'in', ['00420 555-010-203']],
  ['partner_phone', 'notIn', '555010204'],
  ['partner_phone', 'beginsWith', '00420 555'],
  ['partner_phone', 'contains', '555 010'],
  ['partner_phone', 'endsWith', '203'],
  ['partner_phone', 'doesNotContain', '111'],
  ['partner_phone', 'doesNotBeginWith', '+421'],
  ['partner_phone', 'doesNotEndWith', '204'],
  ['partner_phone', 'notNull', ''],
  ['account', '=', 'cz65 0800 0000 1920 0014 5399'],
  ['account', '!=', 'CZ65'],
  ['account', 'in', ['cz6508000000192000145399']],
  ['account', 'notIn', ['CZ65']],
  ['account', 'beginsWith', 'cz65 0800'],
  ['account', 'contains', '1920'],
  ['account', 'endsWith', '5399'],
  ['account', 'doesNotContain', 'SK'],
  ['account', 'doesNotBeginWith', 'SK'],
  ['account', 'doesNotEndWith', '1'],
  ['account', 'notNull', ''],
  ['technician', '=', 'petra@shop.example'],
  ['technician', '=', '0199-petra'],
  ['technician', '!=', 'gone@shop.example'],
  ['technician', 'in', ['gone@shop.example', 'petra@shop.example']],
  ['technician', 'notIn', 'gone@shop.example'],
  ['technician', 'notNull', ''],
  ['pick_up', 'contains', 'dlouha 12 brno'],
  ['pick_up', 'doesNotContain', 'praha'],
  ['pick_up', 'notNull', ''],
  ['report', 'notNull', ''],
  ['tracking', 'notNull', ''],
  // Computed ones by their result.
  ['double', '>', 2],
  ['shouted', 'beginsWith', 'konvice'],
  ['is_many', '=', true],
  ['collect_by', '=', 'today-3'],
  // Built in.
  ['number', 'beginsWith', 'wc-26'],
  ['type', '=', 'warranty'],
  ['step', 'in', 'waiting,closed'],
  ['category', '=', 'waiting'],
  ['stage', '=', 'review'],
  ['turn', '!=', 'us'],
  ['locale', 'beginsWith', 'cs'],
  ['created', '=', '2026-11-22'],
  ['created', '<', '2026-11-22T23:00:00Z'],
  ['changed', '=', 'today'],
  ['due', 'between', 'today,today+7'],
  ['handler', '=', 'Petra@shop.example'],
  ['contact.name', 'contains', 'novakova'],
  ['contact.email', '=', 'jana@example.com'],
  ['contact.email', 'notNull', null],
  ['contact.phone', '=', '+420 601 123 456'],
  ['contact.phone', 'beginsWith', '+420'],
]

const NEGATION_OF = new Map(
  Object.entries(NEGATED).flatMap(([negated, positive]) => [
    [positive, negated],
    [negated, positive],
  ]),
)

describe('a comparison', () => {
  test.each(HOLDING)('%s %s %j holds, and its opposite does not', (field, operator, value) => {
    expect(holds(only({ field, operator, value }))).toBe(true)
    expect(holds({ ...only({ field, operator, value }), not: true })).toBe(false)
    const opposite = NEGATION_OF.get(operator) as Operator | undefined
    if (opposite) expect(holds(only({ field, operator: opposite, value }))).toBe(false)
  })

  test('every operator of every kind is among them', () => {
    const kinds = new Map([
      ...CONFIGURATION.fields.map((field) => [field.key, kindOf(field)] as const),
      ...BUILT_IN_CONDITION_FIELDS.map(({ key, kind }) => [key, kind] as const),
    ])
    const tried = new Set(HOLDING.map(([field, operator]) => `${kinds.get(field)} ${operator}`))
    const all = KINDS.flatMap((kind) => OPERATORS_OF[kind].map((operator) => `${kind} ${operator}`))
    expect(all.filter((one) => !tried.has(one) && !one.endsWith(' null'))).toEqual([])
  })

  const fields = [...new Set(HOLDING.map(([field]) => field))].filter(
    (field) =>
      !['number', 'type', 'step', 'category', 'stage', 'turn', 'locale', 'created', 'changed'].includes(
        field,
      ),
  )
  test.each(fields)('%s without a value is null, and else only what is negated holds', (field) => {
    expect(holds(only({ field, operator: 'null' }), { issue: EMPTY_ISSUE })).toBe(true)
    expect(holds(only({ field, operator: 'null' }))).toBe(false)
    for (const [, operator, value] of HOLDING.filter(([one]) => one === field)) {
      const isNegated = operator !== 'notNull' && NEGATED[operator] !== undefined
      expect(holds(only({ field, operator, value }), { issue: EMPTY_ISSUE }), operator).toBe(isNegated)
    }
  })

  test.each<[string, unknown]>([
    ['product', 5],
    ['product', { amount: 1, currency: 'CZK' }],
    ['quantity', '3'],
    ['quantity', [3]],
    ['price', 129_000],
    ['price', { amount: '129000', currency: 'CZK' }],
    ['bought', '2026-02-30'],
    ['collected', 'yesterday'],
    ['urgent', 'true'],
    ['remedy', 1],
    ['tags', 'repair'],
    ['partner_email', 'nobody'],
    ['partner_phone', 5],
    ['technician', { id: '0199-petra' }],
    ['pick_up', 'Brno'],
  ])('%s with the stored value %j, which does not fit it any more, has none', (field, value) => {
    expect(holds(only({ field, operator: 'null' }), withValue(field, value))).toBe(true)
  })

  test.each<[string, Operator, unknown, string]>([
    ['product', '<', 'a', 'operator: does not fit product; allowed are: = != in notIn null notNull contains'],
    ['product', '=', '', 'value: a value is needed; null finds what has none'],
    ['product', '=', null, 'value: a value is needed'],
    ['product', '=', 5, 'value: a text is needed'],
    ['product', 'contains', '  ', 'value: a text is needed'],
    ['product', 'in', [], 'value: at least one value is needed'],
    ['product', 'in', ' , ', 'value: at least one value is needed'],
    ['quantity', '=', 'three', 'value: a number is needed'],
    ['quantity', '=', '0x10', 'value: a number is needed'],
    ['quantity', 'in', [1, 'two'], 'value.1: a number is needed'],
    ['quantity', 'between', '1', 'value: two values are needed, the smaller first'],
    ['quantity', 'between', [1, 2, 3], 'value: two values are needed, the smaller first'],
    ['quantity', 'between', [2, 1], 'value: the smaller is needed first'],
    ['quantity', 'contains', '1', 'operator: does not fit quantity'],
    ['price', '=', 129_000, 'value: an amount like'],
    ['price', '=', '129000', 'value: an amount like'],
    ['price', '=', '1290.50 CZK', 'value: an amount like'],
    ['price', '=', { amount: 1, currency: 'ABC' }, 'value: an amount like'],
    ['price', 'between', ['1 CZK', '2 EUR'], 'value: the smaller is needed first, and both in one currency'],
    ['bought', '=', '20. 11. 2026', 'value: a date like'],
    ['bought', '=', 'today+', 'value: a date like'],
    ['bought', '=', 'todayish', 'value: a date like'],
    ['bought', '=', 'today+40000', 'value: a date like'],
    ['bought', '=', '2026-11-20T10:00:00Z', 'value: a date like'],
    ['bought', 'between', 'today,today-1', 'value: the smaller is needed first'],
    ['bought', 'between', '2026-11-20,2026-11-19', 'value: the smaller is needed first'],
    ['collected', '=', '2026-11-20T10:00', 'value: an instant like'],
    ['urgent', '=', 'yes', 'value: true or false is needed'],
    ['urgent', 'in', [true], 'operator: does not fit urgent'],
    ['remedy', '=', 'gift', 'value: there is no gift; one of repair, refund, replace is needed'],
    ['remedy', 'in', ['repair', 'gift'], 'value.1: there is no gift'],
    ['remedy', 'contains', 'rep', 'operator: does not fit remedy'],
    ['tags', 'contains', 'gift', 'value: there is no gift'],
    [
      'tags',
      '=',
      'repair',
      'operator: does not fit tags; allowed are: contains doesNotContain in notIn null notNull',
    ],
    ['partner_email', '=', 'nobody', 'value: an e-mail address'],
    ['partner_phone', '=', '12', 'value: a phone number'],
    ['partner_phone', 'contains', 'abc', 'value: some digits'],
    ['technician', '=', 'Petra', 'value: the id or e-mail of a user is needed'],
    ['handler', '=', 'nobody@shop.example', 'value: the id or e-mail of a user is needed'],
    ['pick_up', '=', 'Brno', 'operator: does not fit pick_up'],
    ['report', '=', '0199-file', 'operator: does not fit report; allowed are: null notNull'],
    ['tracking', 'contains', 'parcel', 'operator: does not fit tracking'],
    ['double', 'contains', '1', 'operator: does not fit double'],
    ['step', '=', 'lost', 'value: there is no lost'],
    ['stage', '=', 'lost', 'value: there is no lost'],
    ['nothing', 'null', null, 'field: there is no field nothing'],
    ['constructor', 'null', null, 'field: there is no field constructor'],
    ['__proto__', 'null', null, 'field: there is no field __proto__'],
    ['event.to', '=', 'waiting', 'field: only events of issue.step-changed have event.to'],
    ['message.internal', '=', true, 'field: only events of message.received have message.internal'],
  ])('%s %s %j is refused', (field, operator, value, message) => {
    expect(problem(field, operator, value)).toContain(message)
  })

  test('a comma can be part of a value of a list', () => {
    expect(
      holds(only({ field: 'product', operator: 'in', value: 'a\\, b,c' }), withValue('product', 'A, b')),
    ).toBe(true)
  })

  test('today is the day of the shop', () => {
    const today = only({ field: 'bought', operator: '=', value: 'today' })
    const compiled = compileRules([rule({ condition: today })], SURROUNDINGS)
    const fires = (now: string) =>
      evaluate(compiled, snapshot({ ...withValue('bought', '2026-11-24'), now: Date.parse(now) })).fired
        .length
    expect(fires('2026-11-23T22:59:59Z')).toBe(0)
    expect(fires('2026-11-23T23:00:00Z')).toBe(1)
    expect(fires('2026-11-24T23:00:00Z')).toBe(0)
    expect(fires('2026-11-24T12:00:00Z')).toBe(1)
  })
})

describe('fields of the event', () => {
  test.each<[Snapshot['event'], string, Operator, unknown, boolean]>([
    [
      { kind: 'issue.step-changed', data: { from: 'received', to: 'waiting' } },
      'event.from',
      '=',
      'received',
      true,
    ],
    [
      { kind: 'issue.step-changed', data: { from: 'received', to: 'waiting' } },
      'event.to',
      'in',
      'closed',
      false,
    ],
    [
      { kind: 'issue.field-changed', data: { changes: { due: {}, product: {} } } },
      'event.field',
      'contains',
      'due',
      true,
    ],
    [
      { kind: 'issue.field-changed', data: { changes: { due: {} } } },
      'event.field',
      'in',
      ['product', 'locale'],
      false,
    ],
    [{ kind: 'issue.field-changed', data: { changes: 'due' } }, 'event.field', 'null', null, true],
    [
      { kind: 'message.received', data: { from: 'customer', internal: false } },
      'message.from',
      '=',
      'customer',
      true,
    ],
    [
      { kind: 'message.received', data: { from: 'shop', internal: true } },
      'message.internal',
      '=',
      true,
      true,
    ],
    [{ kind: 'attachment.added', data: { public: false } }, 'attachment.public', '=', true, false],
    [{ kind: 'attachment.added', data: {} }, 'attachment.public', 'null', null, true],
    [
      { kind: 'issue.step-changed', data: JSON.parse('{"__proto__": {"from": "received"}}') },
      'event.from',
      'null',
      null,
      true,
    ],
  ])('%j: %s %s %j is %s', (event, field, operator, value, expected) => {
    expect(holds(only({ field, operator, value }), { event })).toBe(expected)
  })
})

describe('groups', () => {
  const yes: Comparison = { field: 'quantity', operator: '=', value: 3 }
  const no: Comparison = { field: 'quantity', operator: '=', value: 4 }
  const group = (combinator: 'and' | 'or', ...rules: Condition['rules']): Condition => ({ combinator, rules })

  test.each<[string, Condition, boolean]>([
    ['and, all hold', group('and', yes, yes), true],
    ['and, one does not', group('and', yes, no), false],
    ['or, one holds', group('or', no, yes), true],
    ['or, none holds', group('or', no, no), false],
    ['not', { ...group('and', yes, no), not: true }, true],
    ['nested', group('and', yes, group('or', no, { ...group('and', no), not: true })), true],
    ['an empty group says nothing', group('and'), true],
    ['an empty group with or says nothing', group('or'), true],
    ['an empty group within says nothing', group('or', no, group('and')), false],
    ['an inverted empty group says nothing', { ...group('and'), not: true }, true],
    ['a muted comparison is left out', group('and', yes, { ...no, muted: true }), true],
    ['a muted group is left out', group('and', yes, { ...group('and', no), muted: true }), true],
    ['disabled is for editors only', group('and', yes, { ...no, disabled: true }), false],
  ])('%s', (_name, condition, expected) => {
    expect(holds(condition)).toBe(expected)
  })

  const comparison = fc
    .constantFrom(...HOLDING)
    .chain(([field, operator, value]) =>
      fc
        .constantFrom(operator, (NEGATION_OF.get(operator) ?? operator) as Operator)
        .map((either): Comparison => ({ field, operator: either, value })),
    )
  const { condition } = fc.letrec<{ condition: Condition; part: Condition | Comparison }>((tie) => ({
    condition: fc.record({
      combinator: fc.constantFrom('and' as const, 'or' as const),
      not: fc.boolean(),
      rules: fc.array(tie('part'), { minLength: 1, maxLength: 4 }),
    }),
    part: fc.oneof({ depthSize: 'small', withCrossShrink: true, maxDepth: 4 }, comparison, tie('condition')),
  }))
  const issue = fc.constantFrom(ISSUE, EMPTY_ISSUE)

  test('not inverts, and the laws of and and or hold', () => {
    fc.assert(
      fc.property(condition, condition, issue, (a, b, one) => {
        const is = (each: Condition) => holds(each, { issue: one })
        const not = (each: Condition): Condition => ({ combinator: 'and', not: true, rules: [each] })
        expect(is({ ...a, not: !a.not })).toBe(!is(a))
        expect(is(not(not(a)))).toBe(is(a))
        expect(is(group('and', a, b))).toBe(is(a) && is(b))
        expect(is(group('or', a, b))).toBe(is(a) || is(b))
        expect(is(not(group('and', a, b)))).toBe(is(group('or', not(a), not(b))))
        expect(is(group('and', a, b))).toBe(is(group('and', b, a)))
        expect(is(group('or', a, group('and', a, b)))).toBe(is(a))
      }),
    )
  })

  test('an operator and its negation never both hold or fail', () => {
    for (const operator of OPERATORS.filter((one) => NEGATED[one]))
      expect(OPERATORS).toContain(NEGATED[operator])
    fc.assert(
      fc.property(comparison, issue, ({ field, operator, value }, one) => {
        const opposite = NEGATION_OF.get(operator) as Operator | undefined
        if (!opposite) return
        const is = (each: Operator) => holds(only({ field, operator: each, value }), { issue: one })
        expect(is(operator)).toBe(!is(opposite))
      }),
    )
  })
})

describe('hostile conditions', () => {
  const deep = (depth: number): unknown => {
    let condition: unknown = { field: 'due', operator: 'null' }
    for (let level = 0; level < depth; level++) condition = { combinator: 'and', rules: [condition] }
    return condition
  }
  const stored = (condition: unknown) =>
    compileRules([rule({ condition: condition as Condition })], SURROUNDINGS)

  test.each<[string, unknown]>([
    ['far too deep', deep(3000)],
    ['a huge list', only({ field: 'product', operator: 'in', value: Array(100_000).fill('a') })],
    ['a huge text', only({ field: 'product', operator: '=', value: 'a'.repeat(1_000_000) })],
    [
      'too many comparisons',
      { combinator: 'or', rules: Array.from({ length: 10_000 }, () => ({ field: 'due', operator: 'null' })) },
    ],
    [
      'members of objects',
      JSON.parse('{"combinator": "and", "rules": [{"field": "__proto__", "operator": "toString"}]}'),
    ],
    ['no group', { field: 'due', operator: 'null' }],
    ['a list', []],
  ])('%s: the rule is broken and does not fire', (_name, condition) => {
    const compiled = stored(condition)
    expect(compiled.broken).toHaveLength(1)
    expect(evaluate(compiled, snapshot()).fired).toEqual([])
  })

  test('a text of nothing but accents is folded in no time', () => {
    const marks = `e${'\u0301\u0327'.repeat(10_000)}`
    const condition = only({ field: 'defect', operator: '=', value: 'e' })
    expect(holds(condition, withValue('defect', marks))).toBe(true)
  })

  test('whatever is stored, nothing throws', () => {
    const json = fc.jsonValue({ maxDepth: 6 })
    const near = fc.record({
      combinator: fc.oneof(fc.constantFrom('and', 'or'), json),
      not: fc.oneof(fc.boolean(), json),
      rules: fc.array(
        fc.record({
          field: fc.oneof(fc.constantFrom(...HOLDING.map(([field]) => field)), fc.string()),
          operator: fc.constantFrom(...OPERATORS),
          value: json,
        }),
      ),
    })
    fc.assert(
      fc.property(fc.oneof(near, json), json, json, (condition, value, data) => {
        const values = Object.fromEntries(CONFIGURATION.fields.map(({ key }) => [key, value]))
        const issue = { ...ISSUE, values } as Issue
        const event = { kind: 'issue.field-changed', data: (typeof data === 'object' && data) || {} } as never
        const broken = compileRules([rule({ condition: condition as Condition })], SURROUNDINGS)
        evaluate(broken, snapshot({ issue, event }))
        const all = HOLDING.map(([field, operator, operand], index) =>
          rule({ id: String(index), condition: only({ field, operator, value: operand }) }),
        )
        evaluate(compileRules(all, SURROUNDINGS), snapshot({ issue, type: WARRANTY }))
      }),
      { numRuns: 60 },
    )
  })
})
