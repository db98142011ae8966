import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainCharacters, tidyLines } from './plain-text.ts'
import { sizeOf } from './segments.ts'

const a = (count: number) => 'a'.repeat(count)
const r = (count: number) => 'ř'.repeat(count)

describe('the size of a text message', () => {
  test.each<[string, string, number, number, number]>([
    ['', 'gsm-7', 0, 0, 160],
    ['a', 'gsm-7', 1, 1, 160],
    [a(160), 'gsm-7', 160, 1, 160],
    [a(161), 'gsm-7', 161, 2, 153],
    [a(306), 'gsm-7', 306, 2, 153],
    [a(307), 'gsm-7', 307, 3, 153],
    [`${a(158)}€`, 'gsm-7', 160, 1, 160],
    [`${a(159)}€`, 'gsm-7', 161, 2, 153],
    // The escape would be the 153rd: it goes to the second piece with its character.
    [`${a(152)}€${a(151)}`, 'gsm-7', 305, 2, 153],
    [`${a(152)}€${a(152)}`, 'gsm-7', 306, 3, 153],
    ['[1] {2} ~ \\ ^ |', 'gsm-7', 23, 1, 160],
    ['[ ]', 'gsm-7', 5, 1, 160],
    [r(70), 'ucs-2', 70, 1, 70],
    [r(71), 'ucs-2', 71, 2, 67],
    [r(134), 'ucs-2', 134, 2, 67],
    [r(135), 'ucs-2', 135, 3, 67],
    ['😀'.repeat(35), 'ucs-2', 70, 1, 70],
    // 33 pairs to a piece: the 34th would be parted.
    ['😀'.repeat(66), 'ucs-2', 132, 2, 67],
    ['😀'.repeat(67), 'ucs-2', 134, 3, 67],
    [`${r(69)}€`, 'ucs-2', 70, 1, 70],
    ['Grüße: Maß, Ärger, Öl', 'gsm-7', 21, 1, 160],
    ['à è é ì ò ù Ñ Å Ø Æ ß ¿ ¡ £ ¥ §', 'gsm-7', 31, 1, 160],
    ['`', 'ucs-2', 1, 1, 70],
    ['ç', 'ucs-2', 1, 1, 70],
    ['Ç', 'gsm-7', 1, 1, 160],
    ['á', 'ucs-2', 1, 1, 70],
  ])('%j is %s', (text, encoding, characters, segments, perSegment) => {
    expect(sizeOf(text)).toMatchObject({ encoding, characters, segments, perSegment })
  })

  test.each<[string, string]>([
    ['Vaše reklamace je vyřízena, přijďte si pro ni.', 'šříď'],
    ['Twoja reklamacja została rozpatrzona, dziękujemy.', 'łę'],
    ['Vaša reklamácia je vybavená, ďakujeme.', 'šáď'],
    ['Ihre Reklamation ist erledigt. Schöne Grüße', ''],
    ['Fertig 👍👍', '👍'],
  ])('%s: what makes it unusual', (text, unusual) => {
    expect(new Set(sizeOf(text).unusual)).toEqual(new Set(Array.from(unusual)))
    expect(sizeOf(text).encoding).toBe(unusual === '' ? 'gsm-7' : 'ucs-2')
  })

  const gsm = fc.string({ unit: fc.constantFrom(...Array.from('aZ0 @ßé\n€[]{}\\~^|')) })
  const any = fc.oneof(gsm, fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'binary' }))

  test('all of it fits, with less than one character left over in each piece but the last', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (parts) => {
        const text = parts.join('')
        const { encoding, characters, segments, perSegment, unusual } = sizeOf(text)
        expect(encoding === 'ucs-2').toBe(unusual.length > 0)
        expect(characters).toBeLessThanOrEqual(segments * perSegment)
        if (encoding === 'ucs-2') expect(characters).toBe(text.length)
        if (segments > 1) {
          expect(characters).toBeGreaterThan(encoding === 'gsm-7' ? 160 : 70)
          expect(characters).toBeGreaterThan((segments - 1) * (perSegment - 1))
        }
      }),
    )
  })

  test('a longer text has never fewer segments', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(sizeOf(one + other).segments).toBeGreaterThanOrEqual(sizeOf(one.toWellFormed()).segments)
      }),
    )
  })
})

const plainText = (text: string) => tidyLines(plainCharacters(text))

describe('typography that means the same in the GSM alphabet', () => {
  test.each([
    ['Montag – Freitag — immer', 'Montag - Freitag - immer'],
    ['„Haken“ ‚so‘ “quotes” ’tis', '"Haken" \'so\' "quotes" \'tis'],
    ['gleich…', 'gleich...'],
    ['12\u00a0500,00\u202f€', '12 500,00 €'],
    ['v\u00a0obchode', 'v obchode'],
    ['Cafe\u0301 u\u0308ber', 'Café über'],
    ['  a  \r\n\r\n\r\n\n b\u2028c \n', 'a\n\nb\nc'],
    ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
    ['👩\u200d🔧', '👩\u200d🔧'],
    ['−5', '-5'],
    ['řeč', 'řeč'],
  ])('%j', (given, plain) => {
    expect(plainText(given)).toBe(plain)
  })

  test('many spaces, breaks and joiners take no long time', () => {
    for (const one of [' ', '\n', ' \n', '\u200b', '\u00a0', '\r'])
      expect(plainText(`a${one.repeat(500_000)}b`).length).toBeLessThanOrEqual(500_002)
  })

  test('once is enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text))
      }),
    )
  })
})
