import type { InputError } from '../base/index.ts'
import type { Field, FieldType } from './field.ts'
import { type FormulaResult, type ReadFormula, readFormula } from './formula.ts'

/** Built-in fields that formulas may name; all are dates. */
export const FORMULA_BUILT_INS = ['created', 'changed', 'due'] as const
const BUILT_INS: ReadonlySet<string> = new Set(FORMULA_BUILT_INS)

/** How many computed fields may stand on one another. */
const MAX_CHAIN = 10

/** What formulas take a value for, by the type of its field. */
const KINDS: Readonly<Record<FieldType, FormulaResult | null>> = {
  text: 'text',
  'long-text': 'text',
  email: 'text',
  phone: 'text',
  'bank-account': 'text',
  choice: 'text',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  'date-time': 'date',
  money: null,
  'multi-choice': null,
  address: null,
  file: null,
  link: null,
  user: null,
  computed: null,
}

/** What a field is in formulas; `null` where they cannot use it. */
export function formulaKind(field: Field): FormulaResult | null {
  return field.type === 'computed' ? (field.result ?? null) : KINDS[field.type]
}

/** The formula of a computed field as it is among these fields. */
export function formulaOf(field: Field, fieldByKey: ReadonlyMap<string, Field>): ReadFormula {
  return readFormula(field.formula ?? '', (name) => {
    if (BUILT_INS.has(name)) return 'date'
    const named = fieldByKey.get(name)
    return named && formulaKind(named)
  })
}

/** Keys of the computed fields that name a field. */
export function computedFrom(key: string, fieldByKey: ReadonlyMap<string, Field>): string[] {
  return [...fieldByKey.values()]
    .filter((field) => field.type === 'computed' && namesOf(field, fieldByKey).has(key))
    .map((field) => field.key)
}

/** Everything that is wrong with a computed field among the others, and with others because of it. */
export function checkComputed(field: Field, others: ReadonlyMap<string, Field>): InputError[] {
  const fieldByKey = new Map(others).set(field.key, field)
  const read = formulaOf(field, fieldByKey)
  if ('problem' in read) return [{ path: 'formula', message: read.problem }]
  if (read.result !== field.result) {
    return [{ path: 'result', message: `the formula gives a ${read.result}` }]
  }
  const circle = circleOf(field, fieldByKey)
  if (circle) return [{ path: 'formula', message: `the formula needs its own result: ${circle.join(' → ')}` }]
  const computed = [...fieldByKey.values()].filter((other) => other.type === 'computed')
  const heights = new Map<string, number>()
  if (computed.some((other) => heightOf(other, fieldByKey, heights) > MAX_CHAIN)) {
    return [{ path: 'formula', message: `at most ${MAX_CHAIN} computed fields may stand on one another` }]
  }
  return computedFrom(field.key, fieldByKey).flatMap((key) => {
    const other = fieldByKey.get(key)
    const after = other && formulaOf(other, fieldByKey)
    if (!after || ('result' in after && after.result === other.result)) return []
    return [{ path: 'result', message: `the formula of ${key} would not fit any more` }]
  })
}

/** The names in a formula, also where their types do not fit. */
function namesOf(field: Field, fieldByKey: ReadonlyMap<string, Field>): ReadonlySet<string> {
  const read = formulaOf(field, fieldByKey)
  if ('names' in read) return read.names
  return new Set([...(field.formula ?? '').matchAll(/[a-z][a-z0-9_]*/g)].map(([name]) => name))
}

function computedIn(field: Field, fieldByKey: ReadonlyMap<string, Field>): Field[] {
  return [...namesOf(field, fieldByKey)]
    .map((name) => fieldByKey.get(name))
    .filter((named) => named?.type === 'computed')
    .filter((named) => named !== undefined)
}

/** The way from a field back to itself. */
function circleOf(field: Field, fieldByKey: ReadonlyMap<string, Field>): string[] | null {
  const seen = new Set<string>()
  const ways: { at: Field; way: string[] }[] = [{ at: field, way: [field.key] }]
  for (let next = ways.pop(); next; next = ways.pop()) {
    for (const named of computedIn(next.at, fieldByKey)) {
      const way = [...next.way, named.key]
      if (named.key === field.key) return way
      if (seen.has(named.key)) continue
      seen.add(named.key)
      ways.push({ at: named, way })
    }
  }
  return null
}

/** How many computed fields stand on one another from this one down; there are no circles. */
function heightOf(
  field: Field,
  fieldByKey: ReadonlyMap<string, Field>,
  heights: Map<string, number>,
): number {
  const known = heights.get(field.key)
  if (known !== undefined) return known
  const below = computedIn(field, fieldByKey).map((named) => heightOf(named, fieldByKey, heights))
  const height = 1 + Math.max(0, ...below)
  heights.set(field.key, height)
  return height
}
