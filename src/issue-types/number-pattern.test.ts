import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkNumberPattern,
  exampleNumber,
  makeNumber,
  numberPatternWarnings,
  numberZone,
  usesSequence,
} from './number-pattern.ts'

const random = (length: number) => '7KQM4TXW'.repeat(3).slice(0, length)

describe('R16 number patterns', () => {
  test.each([
    ['WC-{YY}-{seq:5}-{rand:4}', 'WC-26-00123-7KQM'],
    ['{YYYY}/{seq:1}', '2026/123'],
    ['{seq:2}', '123'],
    ['R{rand:8}', 'R7KQM4TXW'],
    ['{seq:3}{seq:5}', '12300123'],
    ['a.b_c/{seq:4}', 'a.b_c/0123'],
  ])('%s makes %s', (pattern, number) => {
    expect(checkNumberPattern(pattern)).toBeNull()
    expect(makeNumber(pattern, 2026, 123, random)).toBe(number)
    expect(exampleNumber(pattern, 2026)).toHaveLength(number.length)
  })

  test('a long sequence is never cut, and the year has two digits', () => {
    expect(makeNumber('{YY}-{seq:3}', 2005, 12_345, random)).toBe('05-12345')
  })

  test.each([
    '',
    'WC',
    'WC-{YYYY}',
    'WC {seq:5}',
    'WČ-{seq:5}',
    '{seq}',
    '{seq:0}',
    '{seq:21}',
    '{seq:5',
    '{SEQ:5}',
    '{rand:7}',
    '{rand:4}-{YY}',
    '{month}-{seq:5}',
    '<b>{seq:5}',
    '{seq:5}\u0000',
    `${'x'.repeat(53)}{seq:5}`,
    // Long once each of them has grown.
    '{seq:5}'.repeat(7),
    '{rand:20}{rand:20}{rand:20}',
    'x'.repeat(100_000),
  ])('%j is refused, with a reason', (pattern) => {
    expect(checkNumberPattern(pattern)).toEqual(expect.any(String))
  })

  test('a number that can be guessed is warned of', () => {
    expect(numberPatternWarnings('{YY}-{seq:5}-{rand:4}')).toEqual([])
    expect(numberPatternWarnings('{YY}-{seq:5}')).toHaveLength(1)
    expect(numberPatternWarnings('{YY}-{seq:5}-{rand:3}')).toHaveLength(1)
  })

  test('it is known whether a sequence counts', () => {
    expect(usesSequence('{YY}-{seq:5}')).toBe(true)
    expect(usesSequence('{rand:8}')).toBe(false)
  })

  test.each([
    ['WC-{YY}-{seq:5}-{rand:4}', 7],
    ['{YYYY}/{seq:7}', 8],
    ['R{seq:3}', 1],
    ['{rand:8}', 0],
    ['{rand:2}-{seq:6}', 0],
    ['ABC', 0],
  ])('knows how much of a number of %s is in the order of opening', (pattern, length) => {
    expect(numberZone(pattern)).toBe(length)
  })

  test('whatever is allowed makes numbers that customers can type', () => {
    const part = fc.constantFrom(
      '{YY}',
      '{YYYY}',
      '{seq:5}',
      '{seq:20}',
      '{rand:4}',
      '{rand:8}',
      'WC',
      '-',
      '/',
      '.',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), fc.integer({ min: 1, max: 1e9 }), (parts, sequence) => {
        const pattern = parts.join('')
        if (checkNumberPattern(pattern)) return
        expect(makeNumber(pattern, 2026, sequence)).toMatch(/^[\w\-/.]{1,64}$/)
      }),
    )
  })
})
