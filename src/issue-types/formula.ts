import jsep from 'jsep'
import { addDays, daysBetween } from '../base/index.ts'

/** What a formula can give, and what it calculates with. Dates are texts `YYYY-MM-DD`. */
export const FORMULA_RESULTS = ['number', 'text', 'boolean', 'date'] as const
export type FormulaResult = (typeof FORMULA_RESULTS)[number]
export type FormulaValue = number | string | boolean

export const MAX_FORMULA_LENGTH = 500
const MAX_DEPTH = 20
const MAX_TEXT = 20_000

/** A formula that was found to be sound: only these four things can happen in it. */
export type Formula =
  | { does: 'say'; value: FormulaValue }
  | { does: 'look-up'; name: string }
  | { does: 'choose'; test: Formula; yes: Formula; no: Formula }
  | { does: 'calculate'; with: Operation['run']; from: readonly Formula[] }

export type ReadFormula =
  | { formula: Formula; result: FormulaResult; names: ReadonlySet<string> }
  | { problem: string }

/**
 * Reads a formula. `kindOf` says what a name holds: `null` where formulas cannot calculate with it, `undefined` where
 * there is nothing of that name.
 */
export function readFormula(
  text: string,
  kindOf: (name: string) => FormulaResult | null | undefined,
): ReadFormula {
  const names = new Set<string>()
  try {
    if (text.length > MAX_FORMULA_LENGTH) throw new Wrong(`at most ${MAX_FORMULA_LENGTH} characters`, 0)
    const { formula, result } = translate(parse(text), 1)
    return { formula, result, names }
  } catch (error) {
    if (!(error instanceof Wrong)) throw error
    return { problem: `at character ${error.at + 1}: ${error.message}` }
  }

  function translate(node: Parsed, depth: number): { formula: Formula; result: FormulaResult } {
    const at = startOf(node)
    if (depth > MAX_DEPTH) throw new Wrong(`nested more than ${MAX_DEPTH} deep`, at)
    const inner = (part: Parsed) => translate(part, depth + 1)
    switch (node.type) {
      case 'Literal':
        return literal(node.value, at)
      case 'Identifier': {
        const result = kindOf(node.name)
        if (result === undefined) throw new Wrong(`there is no field ${node.name}`, at)
        if (result === null) throw new Wrong(`the type of ${node.name} does not fit into formulas`, at)
        names.add(node.name)
        return { formula: { does: 'look-up', name: node.name }, result }
      }
      case 'UnaryExpression':
        return calculate(`unary ${node.operator}`, node.operator, [inner(asParsed(node.argument))], at)
      case 'BinaryExpression': {
        const parts = [asParsed(node.left), asParsed(node.right)]
        return calculate(node.operator, node.operator, parts.map(inner), at)
      }
      case 'ConditionalExpression':
        return choose([node.test, node.consequent, node.alternate].map(asParsed).map(inner), at)
      case 'CallExpression': {
        const callee = asParsed(node.callee)
        if (callee.type !== 'Identifier') throw new Wrong('only functions can be called', at)
        const name = callee.name
        if (name !== 'if' && !FUNCTIONS.has(name)) throw new Wrong(`there is no function ${name}`, at)
        const parts = node.arguments.map((part) => inner(asParsed(part)))
        return name === 'if' ? choose(parts, at) : calculate(name, name, parts, at)
      }
      default:
        throw new Wrong('this is not a part of formulas', at)
    }
  }
}

/** The value of a formula; `null` where a name that it needs has none, or where there is no answer. */
export function evaluateFormula(
  formula: Formula,
  valueOf: (name: string) => FormulaValue | null,
): FormulaValue | null {
  switch (formula.does) {
    case 'say':
      return formula.value
    case 'look-up':
      return valueOf(formula.name)
    case 'choose': {
      const test = evaluateFormula(formula.test, valueOf)
      return test === null ? null : evaluateFormula(test ? formula.yes : formula.no, valueOf)
    }
    case 'calculate': {
      const values: FormulaValue[] = []
      for (const part of formula.from) {
        const value = evaluateFormula(part, valueOf)
        if (value === null) return null
        values.push(value)
      }
      return bounded(formula.with(values))
    }
  }
}

type Typed = { formula: Formula; result: FormulaResult }

function literal(value: unknown, at: number): Typed {
  if (typeof value === 'number' && bounded(value) !== null)
    return { formula: { does: 'say', value }, result: 'number' }
  if (typeof value === 'string') return { formula: { does: 'say', value }, result: 'text' }
  if (typeof value === 'boolean') return { formula: { does: 'say', value }, result: 'boolean' }
  throw new Wrong('this value is not a part of formulas', at)
}

function choose(parts: readonly Typed[], at: number): Typed {
  const [test, yes, no] = parts
  if (!test || !yes || !no || parts.length > 3) throw new Wrong('if takes 3 values', at)
  if (test.result !== 'boolean' || yes.result !== no.result) {
    throw new Wrong('if takes a boolean and two values of one type', at)
  }
  const formula: Formula = { does: 'choose', test: test.formula, yes: yes.formula, no: no.formula }
  return { formula, result: yes.result }
}

function calculate(key: string, shown: string, parts: readonly Typed[], at: number): Typed {
  const operation = OPERATORS.get(key) ?? FUNCTIONS.get(key)
  if (!operation) throw new Wrong(`${shown} is not a part of formulas`, at)
  const result = operation.resultOf(parts.map((part) => part.result))
  if (!result) throw new Wrong(`${shown} takes ${operation.takes}`, at)
  return {
    formula: { does: 'calculate', with: operation.run, from: parts.map((part) => part.formula) },
    result,
  }
}

/** Numbers stay exact enough to be a field's value, texts short enough to be shown. */
function bounded(value: FormulaValue | null): FormulaValue | null {
  // A negative zero is a zero.
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value + 0 : null
  return typeof value === 'string' && value.length > MAX_TEXT ? null : value
}

type Operation = {
  /** What it takes, for who got it wrong. */
  takes: string
  /** What it gives for values of these types; `null` where it does not take them. */
  resultOf: (types: readonly FormulaResult[]) => FormulaResult | null
  /** Called only with values of types that `resultOf` took. */
  run: (values: readonly FormulaValue[]) => FormulaValue | null
}

/** An operation on values of fixed types. */
function fixed(
  types: readonly FormulaResult[],
  result: FormulaResult,
  // Its arguments were checked by `resultOf`.
  // oxlint-disable-next-line typescript/no-explicit-any
  run: (...values: any[]) => FormulaValue | null,
): Operation {
  return {
    takes: types.map((type) => `a ${type}`).join(' and '),
    resultOf: (given) =>
      given.length === types.length && types.every((type, index) => type === given[index]) ? result : null,
    run: (values) => run(...values),
  }
}

/** An operation on two or more values of one type. */
function alike(
  types: readonly FormulaResult[],
  most: number,
  result: FormulaResult | 'the same',
  run: Operation['run'],
): Operation {
  return {
    takes: `two ${most > 2 ? 'or more ' : ''}values of one type: ${types.join(' or ')}`,
    resultOf: (given) => {
      const [first] = given
      const fits = first && types.includes(first) && given.every((type) => type === first)
      if (!fits || given.length < 2 || given.length > most) return null
      return result === 'the same' ? first : result
    },
    run,
  }
}

const compare = (is: (first: FormulaValue, second: FormulaValue) => boolean, ...types: FormulaResult[]) =>
  alike(types, 2, 'boolean', ([first = 0, second = 0]) => is(first, second))

const ORDERED: readonly FormulaResult[] = ['number', 'date']
const least = ([first = 0, ...rest]: readonly FormulaValue[], sign: 1 | -1) =>
  rest.reduce((best, value) => ((sign > 0 ? value < best : value > best) ? value : best), first)

const OPERATORS: ReadonlyMap<string, Operation> = new Map([
  ['+', fixed(['number', 'number'], 'number', (a: number, b: number) => a + b)],
  ['-', fixed(['number', 'number'], 'number', (a: number, b: number) => a - b)],
  ['*', fixed(['number', 'number'], 'number', (a: number, b: number) => a * b)],
  ['/', fixed(['number', 'number'], 'number', (a: number, b: number) => (b === 0 ? null : a / b))],
  ['%', fixed(['number', 'number'], 'number', (a: number, b: number) => (b === 0 ? null : a % b))],
  ['unary -', fixed(['number'], 'number', (a: number) => -a)],
  ['and', fixed(['boolean', 'boolean'], 'boolean', (a: boolean, b: boolean) => a && b)],
  ['or', fixed(['boolean', 'boolean'], 'boolean', (a: boolean, b: boolean) => a || b)],
  ['unary not', fixed(['boolean'], 'boolean', (a: boolean) => !a)],
  ['==', compare((a, b) => a === b, ...FORMULA_RESULTS)],
  ['!=', compare((a, b) => a !== b, ...FORMULA_RESULTS)],
  ['<', compare((a, b) => a < b, ...ORDERED)],
  ['<=', compare((a, b) => a <= b, ...ORDERED)],
  ['>', compare((a, b) => a > b, ...ORDERED)],
  ['>=', compare((a, b) => a >= b, ...ORDERED)],
])

const FUNCTIONS: ReadonlyMap<string, Operation> = new Map([
  ['min', alike(ORDERED, 50, 'the same', (values) => least(values, 1))],
  ['max', alike(ORDERED, 50, 'the same', (values) => least(values, -1))],
  ['round', fixed(['number'], 'number', (a: number) => Math.sign(a) * Math.round(Math.abs(a)))],
  ['floor', fixed(['number'], 'number', (a: number) => Math.floor(a))],
  ['ceil', fixed(['number'], 'number', (a: number) => Math.ceil(a))],
  ['abs', fixed(['number'], 'number', (a: number) => Math.abs(a))],
  ['length', fixed(['text'], 'number', (text: string) => Array.from(text).length)],
  ['concat', alike(['text'], 50, 'text', (values) => values.join(''))],
  ['days', fixed(['date', 'date'], 'number', (from: string, to: string) => daysBetween(from, to))],
  ['addDays', fixed(['date', 'number'], 'date', (date: string, days: number) => addDays(date, days))],
])

class Wrong extends Error {
  /** Counted from 0. */
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.at = at
  }
}

type Parsed = jsep.CoreExpression & { at?: number }

/** The parser declares the parts of an expression more loosely than it makes them; unknown ones are refused above. */
function asParsed(node: jsep.Expression): Parsed {
  return node as Parsed
}

/** Where a part begins: the parser knows it of the smallest parts, the others begin with one of those. */
function startOf(node: Parsed): number {
  let first: Parsed = node
  for (;;) {
    if (first.at !== undefined) return first.at
    if (first.type === 'BinaryExpression') first = asParsed(first.left)
    else if (first.type === 'ConditionalExpression') first = asParsed(first.test)
    else return 0
  }
}

/** The library's parser with the operators of formulas, and no others. It only makes a tree; nothing is run. */
jsep.removeAllBinaryOps()
jsep.removeAllUnaryOps()
jsep.removeAllLiterals()
const PRECEDENCE = [['or'], ['and'], ['==', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', '/', '%']]
PRECEDENCE.forEach((operators, index) => {
  for (const operator of operators) jsep.addBinaryOp(operator, index + 1)
})
for (const operator of ['-', 'not']) jsep.addUnaryOp(operator)
for (const value of [true, false]) jsep.addLiteral(String(value), value)

/** Whether the next token is one that is being noted already. */
let isNoted = false
jsep.hooks.add('gobble-token', function noteStart(found) {
  if (isNoted) {
    isNoted = false
    return
  }
  const at = this.index
  isNoted = true
  const node = this.gobbleToken()
  if (node) found.node = Object.assign(node, { at })
})

/** @throws Wrong */
function parse(text: string): Parsed {
  isNoted = false
  let node: Parsed
  try {
    node = asParsed(jsep(text))
  } catch (error) {
    // Also when brackets are nested so deep that the parser gives up.
    const { index, description } = error as { index?: number; description?: string }
    throw new Wrong(description ?? 'the formula cannot be read', index ?? 0)
  }
  if (node.type !== 'Compound') return node
  const [, second] = node.body
  throw new Wrong(
    second ? 'one formula is needed, not several' : 'a formula is needed',
    second ? startOf(asParsed(second)) : 0,
  )
}
