import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FIELD_TYPES } from '../issue-types/index.ts'
import { CONFIGURATION } from './samples.ts'
import { MAX_COMPARISONS, MAX_DEPTH, MAX_VALUES } from './condition.ts'
import { BUILT_IN_CONDITION_FIELDS } from './condition-fields.ts'
import { OPERATORS, ruleBodySchema, TRIGGERS } from './index.ts'
import { KINDS, kindOf, OPERATORS_OF } from './kinds.ts'
import { ACTIONS } from './rule.ts'
import { MAX_ACTIONS, MAX_RECIPIENTS } from './schemas.ts'

const guide = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')

/** The rows of the table under a heading, each a list of cells, and of each cell what stands in code. */
function table(heading: string): string[][][] {
  const section = guide.split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^\| `.*$/gm)].map(([line]) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)),
  )
}

describe('the guide to business rules', () => {
  test('has the triggers and the actions that there are', () => {
    expect(table('Triggers').map(([on]) => on?.[0])).toEqual([...TRIGGERS])
    expect(table('Actions').map(([name]) => name?.[0])).toEqual([...ACTIONS])
  })

  test('has the members of a rule', () => {
    expect(table('Business rules').map(([member]) => member?.[0])).toEqual(Object.keys(ruleBodySchema.shape))
  })

  test('has the built-in fields, each with its kind', () => {
    const told = table('Built-in fields').map(([key, kind]) => ({ key: key?.[0], kind: kind?.[0] }))
    expect(told).toEqual(BUILT_IN_CONDITION_FIELDS)
  })

  test('has the operators of every kind, and the kind of every type of field', () => {
    const kindOfType = (type: (typeof FIELD_TYPES)[number]) => {
      const field = CONFIGURATION.fields.find((one) => one.type === type)
      return field && kindOf(field)
    }
    const types = FIELD_TYPES.filter((type) => type !== 'computed')
    const rows = KINDS.map((kind) => [
      [kind],
      types.filter((type) => kindOfType(type) === kind),
      [...OPERATORS_OF[kind]],
    ])
    expect(table('Operators')).toEqual(rows)
    expect(new Set(KINDS.flatMap((kind) => OPERATORS_OF[kind]))).toEqual(new Set(OPERATORS))
    expect(table('Values').map(([kind]) => kind?.[0])).toEqual(KINDS.filter((kind) => kind !== 'presence'))
  })

  test('tells the limits that hold', () => {
    expect(guide).toContain(`1 to ${MAX_ACTIONS}`)
    expect(guide).toContain(`up to ${MAX_RECIPIENTS} of these`)
    expect(guide).toContain(`nested ${MAX_DEPTH} deep, with ${MAX_COMPARISONS} comparisons`)
    expect(guide).toContain(`up to ${MAX_VALUES}`)
  })

  test('shows rules that are accepted', () => {
    const examples = [...guide.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(
      ([, json = '']) => JSON.parse(json) as object,
    )
    expect(examples.length).toBeGreaterThan(3)
    for (const example of examples) {
      const rule =
        'combinator' in example ? { ...ruleBodySchema.parse(examples[0]), condition: example } : example
      expect(ruleBodySchema.safeParse(rule).error?.issues ?? []).toEqual([])
    }
  })
})
