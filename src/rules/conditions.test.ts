import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Issue } from '../issues/index.ts'
import { type Comparison, type Condition, type Operator, OPERATORS } from './condition.ts'
import { compileRules, evaluate } from './index.ts'
import { NEGATED } from './kinds.ts'
import { HOLDING, holds, NEGATION_OF, only, withValue } from './sample-conditions.ts'
import { CONFIGURATION, EMPTY_ISSUE, ISSUE, rule, snapshot, SURROUNDINGS, WARRANTY } from './samples.ts'

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

  test('parts that cannot be printed are no texts', () => {
    const unprintable = { street: { toString: '' } }
    for (const value of [unprintable, [unprintable.street]])
      for (const field of ['pick_up', 'tags'])
        expect(holds(only({ field, operator: 'contains', value: 'repair' }), withValue(field, value))).toBe(
          false,
        )
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
