import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phoneKey } from './contact.ts'

describe('R13 phone numbers as they are compared', () => {
  test.each([
    ['+420601123456', '+420601123456'],
    ['00420601123456', '+420601123456'],
    ['601123456', '+420601123456'],
    ['601 123 456', '+420601123456'],
    ['601\u00a0123\u00a0456', '+420601123456'],
    ['601-123-456', '+420601123456'],
    ['601–123—456', '+420601123456'],
    ['601.123.456', '+420601123456'],
    ['601/123456', '+420601123456'],
    ['(601) 123 456', '+420601123456'],
    [' +420 (601) 123-456 ', '+420601123456'],
    ['６０１１２３４５６', '+420601123456'],
    ['＋420601123456', '+420601123456'],
    ['+421905123456', '+421905123456'],
    ['+49 171 1234567', '+491711234567'],
  ])('%j is %j', (typed, key) => {
    expect(phoneKey(typed, 'CZ')).toBe(key)
  })

  test('a number without a country code is one of the default country', () => {
    expect(phoneKey('0171 1234567', 'DE')).toBe('+491711234567')
    expect(phoneKey('0905 123 456', 'SK')).toBe('+421905123456')
    expect(phoneKey('601123456', 'XX')).toBeNull()
  })

  test.each([
    '',
    '  ',
    '+',
    '112',
    '1234567',
    '+4206011',
    '123456',
    '601123456 ext 7',
    '601123456;ext=7',
    'call me',
    '+420601123456,+420601123457',
    '+420+601123456',
    '601123456+',
    '٦٠١١٢٣٤٥٦',
    '+00420601123456',
    '1'.repeat(16),
    '1'.repeat(100_000),
    '601123456\u0000',
  ])('%j is no full number', (typed) => {
    expect(phoneKey(typed, 'CZ')).toBeNull()
  })

  const national = fc.integer({ min: 601_000_000, max: 608_999_999 }).map(String)

  test('the key of a key is itself, and however it is written it is the same', () => {
    fc.assert(
      fc.property(national, fc.constantFrom(' ', '-', '.', '\u00a0', '\u2013', ''), (digits, gap) => {
        const key = phoneKey(digits, 'CZ')
        expect(key).toBe(`+420${digits}`)
        expect(phoneKey(key ?? '', 'SK')).toBe(key)
        const written = digits.replace(/(...)(?=.)/g, `$1${gap}`)
        for (const typed of [
          written,
          `+420${gap}${written}`,
          `00420${written}`,
          `(${digits.slice(0, 3)})${digits.slice(3)}`,
        ]) {
          expect(phoneKey(typed, 'CZ'), typed).toBe(key)
        }
      }),
    )
  })

  test('different numbers never have the same key, and an ending is never enough', () => {
    fc.assert(
      fc.property(national, national, fc.integer({ min: 1, max: 8 }), (one, other, cut) => {
        expect(phoneKey(one, 'CZ') === phoneKey(other, 'CZ')).toBe(one === other)
        expect(phoneKey(one.slice(cut), 'CZ')).not.toBe(phoneKey(one, 'CZ'))
      }),
    )
  })

  test('nothing that is typed throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (typed) => {
        const key = phoneKey(typed, 'CZ')
        if (key !== null) expect(key).toMatch(/^\+\d{8,15}$/)
      }),
    )
  })
})
