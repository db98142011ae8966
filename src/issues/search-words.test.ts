import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexedWords, queryWords, textWords, valueWords } from './search-words.ts'

const ISSUE = indexedWords({
  number: 'WA-26-00123-7KQM',
  phoneKey: '+420601123456',
  texts: [
    'Jana Nováková',
    'jana.novakova@example.com',
    '2026-8841-77',
    'SN: AB/120.5',
    'Zavolejte na 608 777 212, prosím',
  ],
})

describe('an issue', () => {
  test.each([
    '00123',
    '0123',
    '123',
    '7kqm',
    'KQM',
    'WA-26-00123-7KQM',
    'wa26001237kqm',
    'wa2600123',
    '26-00123',
    '26 00123',
    '00123-7k',
    '601123456',
    '601 123 456',
    '601 123',
    '+420 601 123 456',
    '00420601123456',
    '00420 601 123 456',
    '(601) 123-456',
    '601-123-456',
    '123 456',
    '3456',
    '011 234',
    'novakova',
    'NOVÁK jana',
    'jana.novakova@example.com',
    'novakova@ex',
    '2026-8841',
    '2026 8841',
    '20268841',
    '8841-77',
    '8841',
    'ab120',
    'AB/120.5',
    '120.5',
    '608777212',
    '608 777',
  ])('is found by %s', (query) => {
    const asked = queryWords(query)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((word) => !ISSUE.some((known) => known.startsWith(word)))).toEqual([])
  })

  test.each(['ovakova', '601 124', '601 123 457', 'wa-26-00124', '8842', '00421601123456', 'wa-27', 'qm'])(
    'is not found by %s',
    (query) => {
      const asked = queryWords(query)
      expect(asked.every((word) => ISSUE.some((known) => known.startsWith(word)))).toBe(false)
    },
  )
})

test.each([
  ['', []],
  [' --- ', []],
  ['kettle kettle', ['kettle']],
  ['601 123 456 kettle', ['601123456', 'kettle']],
  ['kettle 12 34', ['kettle', '12', '34']],
  ['k-200', ['k200']],
  ['a-b', ['a', 'b']],
  ['8841 601123456', ['8841', '601123456']],
  ['1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1', ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0']],
  ["x' & y:*", ['x', 'y']],
])('%s asks for %j', (query, words) => {
  expect(queryWords(query)).toEqual(words)
})

test('no more words are kept than are looked through', () => {
  const many = Array.from({ length: 5000 }, (_, index) => `w${index}`).join(' ')
  expect(indexedWords({ number: 'A1', phoneKey: null, texts: [many] })).toHaveLength(4000)
  expect(textWords(many).size).toBe(4000)
})

describe('words of a text', () => {
  test.each<[string, string[]]>([
    ['Jana Nováková', ['jana', 'novakova']],
    ['2026-8841-77', ['2026', '8841', '77', '2026884177', '884177']],
    ['608 777 212', ['608', '777', '212', '608777212', '777212']],
    ['12 34', ['12', '34']],
    ['ŘEŘICHA ﬁne ½', ['rericha', 'fine', '1', '2']],
    ["it's", ['it', 's']],
    ['--- !!! \u200b', []],
    ['a a A á', ['a']],
  ])('%j', (text, expected) => {
    expect([...textWords(text)]).toEqual(expected)
  })

  test('they are letters and digits only, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of [...textWords(text), ...queryWords(text)]) {
          expect(word).toMatch(/^[\p{L}\p{N}\ufffd]+$/u)
        }
      }),
    )
  })
})

test('the index has the words by which a value is looked up', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (value) => {
      const known = new Set(indexedWords({ number: 'A-1', phoneKey: null, texts: [value] }))
      expect(valueWords(value.toLowerCase()).filter((word) => !known.has(word))).toEqual([])
    }),
  )
})

test('a value that may have more words than the index keeps is looked up without them', () => {
  expect(valueWords('high')).toEqual(['high'])
  expect(valueWords('a very long value, of many, many short words')).toEqual([])
})
