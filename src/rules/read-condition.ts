import type { InputError } from '../base/index.ts'
import type { Sound } from '../http/index.ts'
import { mayBeBetween, type Test, testOf } from './comparison-tests.ts'
import type { Comparison, Condition, Operator } from './condition.ts'
import { conditionField, type ConditionField, type Scope } from './condition-fields.ts'
import { factOf } from './facts.ts'
import { NEGATED, OPERATORS_OF } from './kinds.ts'
import { type Operand, readList, readOperand, readPart } from './operand.ts'

/**
 * Reads a condition once, so that it can be asked often. What is wrong is added to `errors`; then the test is not to be
 * asked. `null` where nothing is left of it that says anything.
 */
export function readCondition(
  condition: Sound<Condition>,
  scope: Scope,
  errors: InputError[],
  path = 'condition',
): Test | null {
  const tests: Test[] = []
  // A part that is left out is read all the same: it will say something once it is back.
  condition.rules?.forEach((part, index) => {
    if (!part) return
    const at = `${path}.rules.${index}`
    const test = isGroup(part)
      ? readCondition(part, scope, errors, at)
      : readComparison(part, scope, (member, message) => errors.push({ path: `${at}.${member}`, message }))
    if (test && !part.muted) tests.push(test)
  })
  if (tests.length === 0 || condition.muted) return null
  const test = together(condition.combinator ?? 'and', tests)
  return condition.not ? (facts) => !test(facts) : test
}

function isGroup(part: Sound<Condition | Comparison>): part is Sound<Condition> {
  return 'rules' in part || 'combinator' in part
}

function together(combinator: 'and' | 'or', tests: readonly Test[]): Test {
  const [only] = tests
  if (only && tests.length === 1) return only
  return combinator === 'and'
    ? (facts) => {
        for (const test of tests) if (!test(facts)) return false
        return true
      }
    : (facts) => {
        for (const test of tests) if (test(facts)) return true
        return false
      }
}

function readComparison(
  { field: key, operator, value }: Sound<Comparison>,
  scope: Scope,
  refuse: (member: string, message: string) => void,
): Test | null {
  if (key === undefined) return null
  const field = conditionField(key, scope)
  if ('problem' in field) {
    refuse('field', field.problem)
    return null
  }
  if (operator === undefined) return null
  const allowed = OPERATORS_OF[field.kind]
  if (!allowed.includes(operator)) {
    refuse('operator', `does not fit ${key}; allowed are: ${allowed.join(' ')}`)
    return null
  }
  const positive = NEGATED[operator] ?? operator
  const test = positiveTest(field, positive, value, scope, refuse)
  return test && positive !== operator ? (facts) => !test(facts) : test
}

/** A test of an operator that never holds for a missing value, but for `null`. */
function positiveTest(
  field: ConditionField,
  operator: Operator,
  value: unknown,
  scope: Scope,
  refuse: (member: string, message: string) => void,
): Test | null {
  const { source } = field
  if (operator === 'null') return (facts) => factOf(facts, source) === null
  const isList = operator === 'in' || operator === 'between'
  const inputs = isList ? readList(value) : [value]
  if (operator === 'between' && inputs.length !== 2) {
    refuse('value', 'two values are needed, the smaller first')
    return null
  }
  if (inputs.length === 0) {
    refuse('value', 'at least one value is needed')
    return null
  }
  const isPart = operator === 'contains' || operator === 'beginsWith' || operator === 'endsWith'
  const operands: Operand[] = []
  inputs.forEach((input, index) => {
    const read = isPart ? readPart(field, input, scope) : readOperand(field, input, scope)
    if ('operand' in read) operands.push(read.operand)
    else refuse(Array.isArray(value) ? `value.${value.indexOf(inputs[index])}` : 'value', read.problem)
  })
  if (operands.length < inputs.length) return null
  if (operator === 'between' && !mayBeBetween(operands)) {
    refuse('value', 'the smaller is needed first, and both in one currency')
    return null
  }
  return testOf(source, operator, operands)
}
