import { addDays, dateIn } from '../base/index.ts'
import type { Money } from '../issue-types/index.ts'
import type { Operator } from './condition.ts'
import { type Fact, factOf, type Facts, type Source, type TextFact, todayOf } from './facts.ts'
import type { Operand } from './operand.ts'

/** Whether a snapshot is what a part of a condition asks for. Never throws. */
export type Test = (facts: Facts) => boolean

/** A test of one operator, which is not a negated one and fits the kind of its source. */
export function testOf(source: Source, operator: Operator, operands: readonly Operand[]): Test {
  switch (source.kind) {
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
export function mayBeBetween([first, last]: readonly Operand[]): boolean {
  if (typeof first === 'object' && typeof last === 'object') {
    if ('daysFromToday' in first)
      return !('daysFromToday' in last) || first.daysFromToday <= last.daysFromToday
    return 'currency' in last && compareMoney(first, last) <= 0
  }
  if (typeof first === 'number' && typeof last === 'number') return first <= last
  return !(typeof first === 'string' && typeof last === 'string') || first <= last
}
