import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluateFormula, type FormulaResult, type FormulaValue, readFormula } from './formula.ts'

const KINDS = new Map<string, FormulaResult | null>([
  ['quantity', 'number'],
  ['price', 'number'],
  ['empty', 'number'],
  ['product', 'text'],
  ['order_number', 'text'],
  ['safe', 'boolean'],
  ['bought', 'date'],
  ['due', 'date'],
  ['refund', null],
])
const VALUES = new Map<string, FormulaValue>([
  ['quantity', 3],
  ['price', 12.5],
  ['product', 'Kettle'],
  ['order_number', '2026-1'],
  ['safe', true],
  ['bought', '2026-02-27'],
  ['due', '2026-03-01'],
])

const read = (text: string) => readFormula(text, (name) => KINDS.get(name))
const valueOf = (name: string) => VALUES.get(name) ?? null
function answer(text: string) {
  const found = read(text)
  if ('problem' in found) throw new Error(found.problem)
  return evaluateFormula(found.formula, valueOf)
}

describe('a formula', () => {
  test.each<[string, FormulaValue]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 2 - 3', 5],
    ['7 % 4', 3],
    ['-quantity', -3],
    ['0 * -1', 0],
    ['quantity * price', 37.5],
    ['quantity >= 3 and price < 20', true],
    ['quantity > 3 or not safe', false],
    ['not (quantity == 3)', false],
    ["product == 'Kettle'", true],
    ['product != "Kettle"', false],
    ["safe ? 'yes' : 'no'", 'yes'],
    ["if(quantity < 3, 'few', if(quantity < 5, 'some', 'many'))", 'some'],
    ['if(safe, 1, empty)', 1],
    ['min(quantity, price, 2)', 2],
    ['max(bought, due)', '2026-03-01'],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['floor(-2.5)', -3],
    ['ceil(2.1)', 3],
    ['abs(-2)', 2],
    ['length("ž😀")', 2],
    ["concat(product, ' / ', order_number)", 'Kettle / 2026-1'],
    ['days(bought, due)', 2],
    ['days(due, bought)', -2],
    ['addDays(bought, 2)', '2026-03-01'],
    ['bought < due', true],
    ['due == addDays(bought, 1 + 1)', true],
  ])('%s is %j', (text, value) => {
    expect(answer(text)).toBe(value)
  })

  test.each([
    'empty',
    'empty + 1',
    'empty == empty',
    'safe or empty == 1',
    'if(empty == 1, 1, 2)',
    '1 / 0',
    '5 % (quantity - 3)',
    '9000000000000000 * 2',
    'addDays(bought, 0.5)',
    'addDays(bought, 4000000)',
    'addDays(bought, 9000000000000000)',
  ])('%s has no value', (text) => {
    expect(answer(text)).toBeNull()
  })

  test('gives no text longer than a field holds', () => {
    const found = read('concat(product, product)')
    if ('problem' in found) throw new Error(found.problem)
    expect(evaluateFormula(found.formula, () => 'x'.repeat(10_000))).toHaveLength(20_000)
    expect(evaluateFormula(found.formula, () => 'x'.repeat(10_001))).toBeNull()
  })

  test.each<[string, number, string]>([
    ['', 1, 'a formula is needed'],
    ['   ', 1, 'a formula is needed'],
    ['1 +', 4, 'Expected expression'],
    ['1 + nothing', 5, 'there is no field nothing'],
    ['quantity * sqrt(2)', 12, 'there is no function sqrt'],
    ['1; 2', 4, 'one formula is needed'],
    ['quantity price', 10, 'one formula is needed'],
    ['quantity + product', 1, '+ takes a number and a number'],
    ['1 + (2 * product)', 5, '* takes a number and a number'],
    ['quantity == product', 1, '== takes two values of one type'],
    ['product < product', 1, '< takes two values of one type: number or date'],
    ['if(quantity, 1, 2)', 1, 'if takes a boolean'],
    ["safe ? 1 : 'one'", 1, 'if takes a boolean and two values of one type'],
    ['if(safe, 1)', 1, 'if takes 3 values'],
    ['if(safe, 1, 2, 3)', 1, 'if takes 3 values'],
    ['min(1)', 1, 'min takes two or more values'],
    ['days(due)', 1, 'days takes a date and a date'],
    ['2 * round(1, 2)', 5, 'round takes a number'],
    ['refund + 1', 1, 'the type of refund does not fit'],
    ['product.length', 1, 'not a part of formulas'],
    ["product['length']", 1, 'not a part of formulas'],
    ['[1, 2]', 1, 'not a part of formulas'],
    ['this', 1, 'not a part of formulas'],
    ['null', 1, 'there is no field null'],
    ['today()', 1, 'there is no function today'],
    ['quantity = 3', 10, 'Unexpected "="'],
    ['safe && safe', 6, 'Unexpected "&"'],
    ['!safe', 1, 'Unexpected "!"'],
    ["product.constructor('x')", 1, 'only functions can be called'],
    ['9007199254740993 + 1', 1, 'this value is not'],
    ['__proto__', 1, 'there is no field __proto__'],
    ['constructor', 1, 'there is no field constructor'],
    ['toString()', 1, 'there is no function toString'],
    ['constructor("x")', 1, 'there is no function constructor'],
    ['__proto__(1)', 1, 'there is no function __proto__'],
    [`1${' '.repeat(500)}`, 1, 'at most 500 characters'],
  ])('%j is refused at character %i', (text, at, message) => {
    const found = read(text)
    expect(found).toEqual({ problem: expect.stringContaining(message) })
    expect('problem' in found && found.problem).toMatch(new RegExp(`^at character ${at}: `))
  })

  test('is at most 20 deep, and names what it reads', () => {
    expect(read(`${'abs('.repeat(19)}quantity${')'.repeat(19)}`)).toMatchObject({ result: 'number' })
    expect(read(`${'abs('.repeat(20)}quantity${')'.repeat(20)}`)).toEqual({
      problem: expect.stringContaining('nested more than 20 deep'),
    })
    for (const open of ['(', '[', '-', 'abs(']) {
      expect(read(open.repeat(500 / open.length))).toEqual({ problem: expect.any(String) })
    }
    const found = read("if(safe, price, quantity + 1) > 2 or product == 'due'")
    expect('names' in found && [...found.names].toSorted()).toEqual(['price', 'product', 'quantity', 'safe'])
  })
})

/** Pieces of formulas, sound or not, in any order. */
const PIECES = [
  ...KINDS.keys(),
  'if min max round concat days addDays length and or not ( ) , + - * / % == < >= ? :',
  "1 0 2.5 'a' true . [ ] __proto__ constructor prototype this ; ` ${ => \u0000",
].flatMap((some) => some.split(' '))
const pieces = fc.constantFrom(...PIECES)

/** A sound formula that gives a number. */
const sound = fc.letrec<{ number: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('quantity', 'price', 'empty', '0', '2.5', '9e15', 'days(bought, due)'),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '*', '/', '%'), tie('number'))
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    fc.tuple(tie('number'), tie('number')).map((parts) => `if(${parts.join(' < ')}, ${parts.join(', ')})`),
    tie('number').map((part) => `round(-${part})`),
  ),
})).number

describe('whatever is written', () => {
  const onlyListed = (text: string) => {
    const asked = new Set<string>()
    const found = readFormula(text, (name) => KINDS.get(name))
    if ('problem' in found) {
      expect(found.problem).toMatch(/^at character \d+: ./)
      return false
    }
    const value = evaluateFormula(found.formula, (name) => {
      asked.add(name)
      return valueOf(name)
    })
    for (const name of asked) expect(KINDS.has(name) && found.names.has(name)).toBe(true)
    const type = found.result === 'date' || found.result === 'text' ? 'string' : found.result
    expect(value === null ? type : typeof value).toBe(type)
    if (typeof value === 'number') expect(Math.abs(value)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER)
    return true
  }

  test('it is a sound formula or a problem, and reads nothing but fields', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void onlyListed(text)))
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => void onlyListed(parts.join(' '))),
      { numRuns: 2000 },
    )
  })

  test('a sound one is read', () => {
    const property = fc.property(sound, (text) => {
      if (text.length <= 500) expect(onlyListed(text)).toBe(true)
    })
    fc.assert(property)
  })
})
