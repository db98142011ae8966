import { describe, expect, test } from 'vitest'
import type { Operator } from './condition.ts'
import { BUILT_IN_CONDITION_FIELDS } from './condition-fields.ts'
import type { Snapshot } from './facts.ts'
import { checkRule, compileRules, evaluate } from './index.ts'
import { KINDS, kindOf, NEGATED, OPERATORS_OF } from './kinds.ts'
import { HOLDING, holds, NEGATION_OF, only, withValue } from './sample-conditions.ts'
import { CONFIGURATION, EMPTY_ISSUE, rule, snapshot, SURROUNDINGS } from './samples.ts'

function problem(field: string, operator: Operator, value?: unknown): string {
  const condition = only({ field, operator, value })
  return checkRule(rule({ condition }), SURROUNDINGS)
    .map(({ path, message }) => `${path.replace('condition.rules.0.', '')}: ${message}`)
    .join('; ')
}

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
