import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseForm, parseJson, parseQuery } from './bodies.ts'
import { contentDisposition } from './disposition.ts'

const malformed = expect.objectContaining({ code: 'malformed-request' })
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('R34 R35 JSON', () => {
  test('is read as it is', () => {
    expect(parseJson(Buffer.from('{"a":[1,"č",null,true]}'))).toEqual({ a: [1, 'č', null, true] })
    expect(parseJson(Buffer.from(''))).toBeUndefined()
    expect(parseJson(Buffer.from(nested(20)))).toBeDefined()
    expect(parseJson(Buffer.from('"\\ud83d\\ude00"'))).toBe('\u{1f600}')
  })

  test.each([
    ['no JSON', '{a: 1}'],
    ['two values', '{} {}'],
    ['a comma too many', '[1,]'],
    ['21 levels', nested(21)],
    ['very many levels', nested(100_000)],
    ['NUL in a value', '{"a":"x\\u0000"}'],
    ['NUL in a key', '{"a\\u0000":1}'],
    ['half a surrogate pair', '{"a":["\\ud83d"]}'],
    ['the other half', '{"a":"\\ude00\\ud83d"}'],
    ['__proto__', '{"a":{"__proto__":{"admin":true}}}'],
  ])('%s is refused', (_what, text) => {
    expect(() => parseJson(Buffer.from(text))).toThrow(malformed)
  })

  test('invalid UTF-8 is refused', () => {
    expect(() => parseJson(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toThrow(malformed)
    expect(() => parseJson(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))).toThrow(malformed)
  })

  test('whatever is written out is read in, unless it holds what no store takes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 10 }), (value) => {
        const text = JSON.stringify(value)
        if (/\\u0000|\\ud[89a-f]|__proto__/.test(text)) return
        expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text))
      }),
    )
  })
})

describe('R34 forms', () => {
  test.each<[string, Record<string, string>]>([
    ['issue=WC-1&contact=jana%40example.com', { issue: 'WC-1', contact: 'jana@example.com' }],
    ['contact=%2B420+601+123+456', { contact: '+420 601 123 456' }],
    ['a', { a: '' }],
    ['a=', { a: '' }],
    ['a=b=c', { a: 'b=c' }],
    ['n%C3%A1zev=%C4%8D', { název: 'č' }],
    ['', {}],
    [
      'constructor=1&__proto__=2',
      Object.fromEntries([
        ['constructor', '1'],
        ['__proto__', '2'],
      ]),
    ],
  ])('%j', (text, expected) => {
    expect([...parseForm(Buffer.from(text))]).toEqual(Object.entries(expected))
  })

  test.each([
    ['a field twice', 'a=1&a=2'],
    ['a field twice, written in two ways', 'a=1&%61=2'],
    ['no UTF-8', 'a=%ff'],
    ['half a code', 'a=%4'],
    ['no code', 'a=%zz'],
    ['NUL', 'a=%00'],
    ['101 fields', Array.from({ length: 101 }, (_, index) => `f${index}=1`).join('&')],
    ['many fields', '&'.repeat(60_000)],
  ])('%s is refused', (_what, text) => {
    expect(() => parseForm(Buffer.from(text))).toThrow(malformed)
  })
})

describe('query strings', () => {
  test.each<[string, Record<string, string | string[]>]>([
    ['', {}],
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=1&a=2&a=3', { a: ['1', '2', '3'] }],
    ['&&a=1&', { a: '1' }],
    ['q=nov%C3%A1+jana', { q: 'nová jana' }],
    ['field.price=1', { 'field.price': '1' }],
  ])('%j', (text, expected) => {
    expect({ ...parseQuery(text) }).toEqual(expected)
  })

  test.each(['a=%ff', 'a=%00', '%', 'a=%e0%a4%a'])('%j is refused', (text) => {
    expect(() => parseQuery(text)).toThrow(malformed)
  })

  test('no parameter reaches the prototype', () => {
    parseQuery('__proto__=1&__proto__=2&constructor=3')
    expect(Object.prototype).not.toHaveProperty('1')
    expect({}.constructor).toBe(Object)
  })
})

describe('R50 names of downloads', () => {
  test.each([
    ['receipt.pdf', `attachment; filename="receipt.pdf"; filename*=UTF-8''receipt.pdf`],
    [
      'účtenka č. 1.pdf',
      `attachment; filename="uctenka c. 1.pdf"; filename*=UTF-8''%C3%BA%C4%8Dtenka%20%C4%8D.%201.pdf`,
    ],
    ['a"b\\c%.txt', `attachment; filename="a_b_c_.txt"; filename*=UTF-8''a%22b%5Cc%25.txt`],
    ["it's (1)*.txt", `attachment; filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
    ['領収書.pdf', `attachment; filename="___.pdf"; filename*=UTF-8''%E9%A0%98%E5%8F%8E%E6%9B%B8.pdf`],
  ])('%s', (name, header) => {
    expect(contentDisposition(name)).toBe(header)
  })

  test('no name breaks out of the header', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((name) => name.isWellFormed()),
        (name) => {
          expect(contentDisposition(name)).toMatch(
            /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w!.~%-]*$/,
          )
        },
      ),
    )
  })
})
