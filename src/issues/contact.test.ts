import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailKey, phoneKey } from './contact.ts'

describe('R12 e-mail addresses as they are compared', () => {
  test.each([
    ['jana@example.com', 'jana@example.com'],
    ['  jana@example.com\t', 'jana@example.com'],
    ['\u00a0jana@example.com\u00a0', 'jana@example.com'],
    ['JANA@Example.COM', 'jana@example.com'],
    ['Jana+Shop.Two@EXAMPLE.com', 'jana+shop.two@example.com'],
    ['jana@bücher.example', 'jana@xn--bcher-kva.example'],
    ['jana@BÜCHER.example', 'jana@xn--bcher-kva.example'],
    ['jana@xn--bcher-kva.example', 'jana@xn--bcher-kva.example'],
    ['jana@ｅｘａｍｐｌｅ.com', 'jana@example.com'],
    ['nov\u0061\u0301k@example.com', 'nov\u00e1k@example.com'],
    ["o'neill@example.ie", "o'neill@example.ie"],
    ['a@b.cz', 'a@b.cz'],
  ])('%j is %j', (typed, key) => {
    expect(emailKey(typed)).toBe(key)
  })

  test.each([
    '',
    '   ',
    'jana',
    '@example.com',
    'jana@',
    'jana@example',
    'jana@localhost',
    'jana@127.0.0.1',
    'jana@[127.0.0.1]',
    'jana@exam ple.com',
    'ja na@example.com',
    'jana@example.com.',
    'jana@.example.com',
    'jana@exa..mple.com',
    'jana@-example.com',
    '.jana@example.com',
    'jana.@example.com',
    'ja..na@example.com',
    'jana@example.com,petr@example.com',
    'jana@example.com;petr@example.com',
    'jana@petr@example.com',
    'Jana <jana@example.com>',
    '"jana"@example.com',
    'jana(comment)@example.com',
    'jana@example.com\r\nBcc: petr@example.com',
    'jana\u0000@example.com',
    'jana\u200b@example.com',
    'jana\u202e@example.com',
    'jana@example%2ecom',
    'jana@example.com/path',
    'jana@example.com:25',
    `${'a'.repeat(65)}@example.com`,
    `jana@${'a.'.repeat(130)}cz`,
    'a'.repeat(100_000),
  ])('%j is no address', (typed) => {
    expect(emailKey(typed)).toBeNull()
  })

  test.each([
    ['dots count', 'jana.nova@example.com', 'jananova@example.com'],
    ['tags count', 'jana+x@example.com', 'jana@example.com'],
    ['the Turkish dotless i is no i', 'ırma@example.com', 'irma@example.com'],
    ['the Turkish dotted capital I is no i', 'İrma@example.com', 'irma@example.com'],
    ['the Kelvin sign is no k', '\u212Aarel@example.com', 'karel@example.com'],
    ['the sharp s is no double s', 'weiß@example.com', 'weiss@example.com'],
    ['the long s is no s', 'ſara@example.com', 'sara@example.com'],
    ['capital letters outside of ASCII count', 'Éva@example.com', 'éva@example.com'],
    ['a Cyrillic a is no a', 'j\u0430na@example.com', 'jana@example.com'],
    ['full-width letters are others', 'ｊana@example.com', 'jana@example.com'],
    ['a subdomain is another domain', 'jana@mail.example.com', 'jana@example.com'],
  ])('no other folding: %s', (_why, one, other) => {
    expect(emailKey(other)).not.toBeNull()
    expect(emailKey(one)).not.toBe(emailKey(other))
  })

  const local = fc.stringMatching(/^[a-zA-Z0-9_+-]{1,20}$/)
  const domain = fc.domain().filter((name) => emailKey(`a@${name}`) !== null)

  test('the key of a key is itself', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string(),
          fc.tuple(local, domain).map((two) => two.join('@')),
        ),
        (typed) => {
          const key = emailKey(typed)
          if (key !== null) expect(emailKey(key)).toBe(key)
        },
      ),
    )
  })

  test('ASCII case and white space around never matter; another local part always does', () => {
    fc.assert(
      fc.property(
        local,
        local,
        domain,
        fc.constantFrom('', ' ', '\u00a0', '\t\n'),
        (one, other, host, space) => {
          const key = emailKey(`${one}@${host}`)
          expect(emailKey(`${space}${one.toUpperCase()}@${host.toUpperCase()}${space}`)).toBe(key)
          const same = one.toLowerCase() === other.toLowerCase()
          expect(emailKey(`${other}@${host}`) === key).toBe(same)
        },
      ),
    )
  })
})

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
        emailKey(typed)
      }),
    )
  })
})
