import { addDays, dateIn, type InputError } from '../base/index.ts'
import type { Sound } from '../http/index.ts'
import type { Money } from '../issue-types/index.ts'
import type { Comparison, Condition, Operator } from './condition.ts'
import { conditionField, type ConditionField, type Scope } from './condition-fields.ts'
import { type Fact, factOf, type Facts, type Source, type TextFact, todayOf } from './facts.ts'
import { NEGATED, OPERATORS_OF } from './kinds.ts'
import { type Operand, readList, readOperand, readPart } from './operand.ts'

/** Whether a snapshot is what a part of a condition asks for. Never throws. */
export type Test = (facts: Facts) => boolean

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
  return testOf(field, operator, operands)
}

function testOf(field: ConditionField, operator: Operator, operands: readonly Operand[]): Test {
  const { source } = field
  switch (field.kind) {
    case 'text':
    case 'email':
    case 'phone':
    case 'bank-account':
      return textTest(source, operator, operands.map(asText))
    case 'address': {
      const [part = ''] = operands.map(asText)
      return when<string>(source, (text) => text.includes(part))
    }
    case 'choice':
    case 'user':
    case 'boolean': {
      const [only] = operands
      if (operands.length === 1) return when(source, (fact) => fact === only)
      const wanted = new Set<unknown>(operands)
      return when(source, (fact) => wanted.has(fact))
    }
    case 'multi-choice':
      return when<readonly string[]>(source, (options) =>
        operands.some((one) => options.includes(asText(one))),
      )
    case 'number':
      return orderTest(
        source,
        operator,
        operands.map((one) => (fact) => Number(fact) - Number(one)),
      )
    case 'money':
      return orderTest(
        source,
        operator,
        operands.map((one) => (fact) => compareMoney(asMoney(fact), asMoney(one))),
      )
    case 'date':
      return orderTest(
        source,
        operator,
        operands.map(dayOrder).map((order) => (fact, facts) => order(asText(fact), facts)),
      )
    case 'date-time':
      return orderTest(source, operator, operands.map(instantOrder))
    case 'presence':
      return () => false
  }
}

/** A test that does not hold where there is no value. The kind of a source says what its facts are. */
function when<F extends Fact>(source: Source, holds: (fact: F) => boolean): Test {
  return (facts) => {
    const fact = factOf(facts, source)
    return fact !== null && holds(fact as F)
  }
}

function textTest(source: Source, operator: Operator, operands: readonly string[]): Test {
  const [text = ''] = operands
  switch (operator) {
    case 'contains':
      return when<TextFact>(source, ({ part }) => part.includes(text))
    case 'beginsWith':
      return when<TextFact>(source, ({ part }) => part.startsWith(text))
    case 'endsWith':
      return when<TextFact>(source, ({ part }) => part.endsWith(text))
    case 'in': {
      const wanted = new Set(operands)
      return when<TextFact>(source, ({ whole }) => wanted.has(whole))
    }
    default:
      return when<TextFact>(source, ({ whole }) => whole === text)
  }
}

/** Below zero where a fact comes before the operand, above where after, `NaN` where the two have no order. */
type Order = (fact: Fact, facts: Facts) => number

function orderTest(source: Source, operator: Operator, orders: readonly Order[]): Test {
  const [first = never, second = never] = orders
  const test = (holds: (fact: Fact, facts: Facts) => boolean): Test => {
    return (facts) => {
      const fact = factOf(facts, source)
      return fact !== null && holds(fact, facts)
    }
  }
  switch (operator) {
    case '<':
      return test((fact, facts) => first(fact, facts) < 0)
    case '<=':
      return test((fact, facts) => first(fact, facts) <= 0)
    case '>':
      return test((fact, facts) => first(fact, facts) > 0)
    case '>=':
      return test((fact, facts) => first(fact, facts) >= 0)
    case 'between':
      return test((fact, facts) => first(fact, facts) >= 0 && second(fact, facts) <= 0)
    default:
      return test((fact, facts) => orders.some((order) => order(fact, facts) === 0))
  }
}

const never: Order = () => Number.NaN

function compareMoney(one: Money, other: Money): number {
  return one.currency === other.currency ? one.amount - other.amount : Number.NaN
}

/** The kind of a source says what its facts are, and what they are compared with. */
function asMoney(value: Fact | Operand): Money {
  return value as Money
}

function asText(value: Fact | Operand): string {
  return value as string
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Compares days `YYYY-MM-DD`. What a relative day means is worked out once a day. */
function dayOrder(operand: Operand): (day: string, facts: Facts) => number {
  if (typeof operand !== 'object' || !('daysFromToday' in operand)) {
    const meant = asText(operand)
    return (day) => compareText(day, meant)
  }
  let today: string | null = null
  let meant: string | null = null
  return (day, facts) => {
    const now = todayOf(facts)
    if (now !== today) {
      today = now
      meant = addDays(now, operand.daysFromToday)
    }
    return meant === null ? Number.NaN : compareText(day, meant)
  }
}

/** An instant is compared with an instant, or its day in the shop's time zone with a day. */
function instantOrder(operand: Operand): Order {
  if (typeof operand === 'number') return (fact) => Number(fact) - operand
  const order = dayOrder(operand)
  return (fact, facts) => order(dateIn(facts.snapshot.timeZone, Number(fact)), facts)
}

/** False where two ends leave nothing between them on any day. */
function mayBeBetween([first, last]: readonly Operand[]): boolean {
  if (typeof first === 'object' && typeof last === 'object') {
    if ('daysFromToday' in first)
      return !('daysFromToday' in last) || first.daysFromToday <= last.daysFromToday
    return 'currency' in last && compareMoney(first, last) <= 0
  }
  if (typeof first === 'number' && typeof last === 'number') return first <= last
  return !(typeof first === 'string' && typeof last === 'string') || first <= last
}
