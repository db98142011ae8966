import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldNumber } from './number.ts'

describe('R14 issue numbers as they are compared', () => {
  test.each([
    ['WC-26-00123-7KQM', 'WC-26-00123-7KQM'],
    [' wc-26-00123-7kqm\n', 'WC-26-00123-7KQM'],
    ['ＷＣ-２６-00123-7ｋqm', 'WC-26-00123-7KQM'],
    ['00123', '00123'],
    ['a'.repeat(64), 'A'.repeat(64)],
  ])('%j is %j', (typed, key) => {
    expect(foldNumber(typed)).toBe(key)
  })

  test.each(['', '   ', 'a'.repeat(65)])('%j is no number', (typed) => {
    expect(foldNumber(typed)).toBeNull()
  })

  test.each([
    ['leading zeros count', '00123', '0123'],
    ['dashes count', 'WC-26', 'WC26'],
    ['the kinds of dashes count', 'WC\u201326', 'WC-26'],
    ['white space inside counts', 'WC 26', 'WC26'],
    ['a dotless i is no I', 'wı', 'WI'],
    ['a dotted capital I is no I', 'Wİ', 'WI'],
    ['a Kelvin sign is no K', 'W\u212a', 'WK'],
    ['a sharp s is no SS', 'ß', 'SS'],
    ['a superscript is no digit', 'W²', 'W2'],
    ['other scripts have digits of their own', 'W٢', 'W2'],
    ['% is no wildcard', 'WC%', 'WC1'],
  ])('%s', (_why, one, other) => {
    expect(foldNumber(one)).not.toBe(foldNumber(other))
  })

  test('the key of a key is itself, and ASCII case is all that is folded', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 64 }), fc.string({ maxLength: 64 }), (one, other) => {
        const key = foldNumber(one)
        if (key === null) return
        expect(foldNumber(key)).toBe(key)
        expect(foldNumber(one.replace(/[a-z]/g, (char) => char.toUpperCase()))).toBe(key)
        const ascii = (text: string) => text.trim().replace(/[a-z]/g, (char) => char.toUpperCase())
        expect(foldNumber(other) === key).toBe(ascii(one) === ascii(other))
      }),
    )
  })
})
