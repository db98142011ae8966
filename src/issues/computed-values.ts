import { dateIn } from '../base/index.ts'
import {
  type Configuration,
  evaluateFormula,
  type Field,
  formulaKind,
  type FormulaValue,
  type StoredValue,
} from '../issue-types/index.ts'
import type { Issue } from './issue.ts'

type Dated = Pick<Issue, 'values' | 'due' | 'createdAt' | 'changedAt'>

/** What the computed fields of an issue say, by key; fields without a value are left out. */
export function computedValues(
  timeZone: string,
  configuration: Pick<Configuration, 'fieldByKey' | 'formulas'>,
  issue: Dated,
): Map<string, FormulaValue> {
  const known = new Map<string, FormulaValue | null>()
  const builtIns = new Map<string, () => string | null>([
    ['created', () => dateIn(timeZone, issue.createdAt)],
    ['changed', () => dateIn(timeZone, issue.changedAt)],
    ['due', () => issue.due],
  ])
  const read = (name: string): FormulaValue | null => {
    const builtIn = builtIns.get(name)
    if (builtIn) return builtIn()
    const formula = configuration.formulas.get(name)
    if (formula) return evaluateFormula(formula, valueOf)
    const field = configuration.fieldByKey.get(name)
    const stored = issue.values[name]
    return field && stored !== undefined ? operandOf(timeZone, field, stored) : null
  }
  // Each once, however many formulas name it.
  const valueOf = (name: string): FormulaValue | null => {
    let value = known.get(name)
    if (value === undefined) {
      value = read(name)
      known.set(name, value)
    }
    return value
  }
  const values = new Map<string, FormulaValue>()
  for (const key of configuration.formulas.keys()) {
    const value = valueOf(key)
    if (value !== null) values.set(key, value)
  }
  return values
}

/** A stored value as formulas take it, or `null` where it does not fit its field any more. */
function operandOf(timeZone: string, field: Field, stored: StoredValue): FormulaValue | null {
  const kind = formulaKind(field)
  if (field.type === 'date-time') {
    const at = typeof stored === 'string' ? Date.parse(stored) : Number.NaN
    return Number.isNaN(at) ? null : dateIn(timeZone, at)
  }
  if (kind === 'number') return typeof stored === 'number' ? stored : null
  if (kind === 'boolean') return typeof stored === 'boolean' ? stored : null
  return typeof stored === 'string' && kind !== null ? stored : null
}
