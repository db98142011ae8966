import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Field, FIELD_TYPES } from '../issue-types/index.ts'
import type { User } from '../staff/index.ts'
import { checkValue, filterKey, valueKeys } from './values.ts'

function field(type: Field['type']): Field {
  const options = ['repair', 'refund'].map((key) => ({ key, label: { en: key } }))
  return { key: 'some', type, label: { en: 'Some' }, filterable: true, options }
}

const staff: User[] = [true, false].map((active) => ({
  id: active ? '0199-here' : '0199-gone',
  email: active ? 'Petra@shop.example' : 'gone@shop.example',
  name: 'Petra Malá',
  publicName: '',
  role: 'handler',
  locale: null,
  active,
}))
const users = {
  userById: new Map(staff.map((user) => [user.id, user])),
  userByEmail: new Map(staff.map((user) => [user.email.toLowerCase(), user])),
}

const check = (type: Field['type'], input: unknown) => checkValue(field(type), input, 'CZ', users)

describe('values of own fields', () => {
  test.each<[Field['type'], unknown, unknown]>([
    ['text', '  Kettle \n K200 ', 'Kettle K200'],
    ['text', 'x'.repeat(500), 'x'.repeat(500)],
    ['long-text', ' one\r\ntwo\rthree ', 'one\ntwo\nthree'],
    ['number', 12.5, 12.5],
    ['number', -0, 0],
    ['number', 0, 0],
    ['money', { amount: 129_000, currency: 'CZK' }, { amount: 129_000, currency: 'CZK' }],
    ['money', { amount: -5, currency: 'EUR' }, { amount: -5, currency: 'EUR' }],
    ['date', '2028-02-29', '2028-02-29'],
    ['date-time', '2026-11-09T11:30:00+01:00', '2026-11-09T10:30:00.000Z'],
    ['date-time', '2026-11-09T10:30Z', '2026-11-09T10:30:00.000Z'],
    ['boolean', false, false],
    ['choice', 'repair', 'repair'],
    ['multi-choice', ['refund', 'repair', 'refund'], ['refund', 'repair']],
    ['email', ' Jana@Example.com ', 'Jana@Example.com'],
    ['phone', '601 123 456', '+420601123456'],
    ['address', { street: ' Hlavní 1 ', city: '', country: 'CZ' }, { street: 'Hlavní 1', country: 'CZ' }],
    ['bank-account', 'cz65 0800 0000 1920 0014 5399', 'CZ6508000000192000145399'],
    ['bank-account', '19-2000145399/0800', '19-2000145399/0800'],
    ['file', '0199-some-id', '0199-some-id'],
    ['user', '0199-here', '0199-here'],
    ['user', ' petra@SHOP.example ', '0199-here'],
    ['link', 'https://example.com', { url: 'https://example.com/' }],
    [
      'link',
      { url: 'https://example.com/a', label: ' Track ' },
      { url: 'https://example.com/a', label: 'Track' },
    ],
  ])('%s takes %j', (type, input, value) => {
    expect(check(type, input)).toEqual({ value })
  })

  test.each(FIELD_TYPES)('%s: null, an empty text and an empty list take the value away', (type) => {
    for (const nothing of [null, '', []]) expect(check(type, nothing)).toEqual({ value: null })
  })

  test.each<[Field['type'], unknown]>([
    ['text', 5],
    ['file', 5],
    ['file', 'x'.repeat(61)],
    ['computed', 5],
    ['user', 5],
    ['user', '0199-gone'],
    ['user', 'gone@shop.example'],
    ['user', 'nobody@shop.example'],
    ['user', '__proto__'],
    ['user', ['0199-here']],
    ['user', { id: '0199-here' }],
    ['text', 'x'.repeat(501)],
    ['text', ['a']],
    ['long-text', 'x'.repeat(20_001)],
    ['number', '5'],
    ['number', Number.NaN],
    ['number', Number.POSITIVE_INFINITY],
    ['number', 2 ** 53],
    ['money', 129_000],
    ['money', { amount: 1.5, currency: 'CZK' }],
    ['money', { amount: 1, currency: 'czk' }],
    ['money', { amount: 1, currency: 'CZK', tax: 1 }],
    ['money', { amount: 1e15, currency: 'CZK' }],
    ['money', [1, 'CZK']],
    ['date', '2026-02-29'],
    ['date', '2026-2-9'],
    ['date', '9. 11. 2026'],
    ['date', '2026-11-09T00:00:00Z'],
    ['date-time', '2026-11-09T10:30:00'],
    ['date-time', '2026-11-09 10:30Z'],
    ['date-time', '2026-02-30T10:30:00Z'],
    ['date-time', 1_762_684_200_000],
    ['boolean', 'true'],
    ['boolean', 0],
    ['choice', 'replace'],
    ['choice', ['repair']],
    ['choice', 'constructor'],
    ['multi-choice', 'repair'],
    ['multi-choice', ['repair', 'replace']],
    ['multi-choice', [['repair']]],
    ['email', 'jana'],
    ['email', ['jana@example.com']],
    ['phone', '123'],
    ['address', 'Hlavní 1'],
    ['address', { road: 'Hlavní 1' }],
    ['address', { street: 5 }],
    ['address', { country: 'Czechia' }],
    ['bank-account', 'x'],
    ['bank-account', '<script>'],
    ['link', 'http://example.com'],
    ['link', 'javascript:alert(1)'],
    ['link', 'https://user:secret@example.com'],
    ['link', { url: 'https://example.com', label: 5 }],
  ])('%s refuses %j', (type, input) => {
    expect(check(type, input)).toEqual({ errors: expect.any(Array) })
  })

  test('wrong parts are named by their path', () => {
    expect(check('money', { amount: 'x', currency: 'x' })).toMatchObject({
      errors: [{ path: 'amount' }, { path: 'currency' }],
    })
    expect(check('address', { road: 'x', street: 5 })).toMatchObject({
      errors: [{ path: 'road' }, { path: 'street' }],
    })
  })

  test('what was stored is taken again, as it is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_TYPES), fc.jsonValue(), (type, input) => {
        const first = check(type, input)
        if ('errors' in first || first.value === null) return
        expect(check(type, first.value)).toEqual(first)
      }),
    )
  })
})

describe('what a filter looks up', () => {
  test.each<[Field['type'], unknown, string]>([
    ['text', 'Šlehač Nováková', 'slehac novakova'],
    ['long-text', 'Příliš  žluťoučký', 'PRILIS ZLUTOUCKY'],
    ['number', 12.5, '12.50'],
    ['number', 1000, '1e3'],
    ['money', { amount: 129_000, currency: 'CZK' }, '129000 CZK'],
    ['date', '2026-11-09', '2026-11-09'],
    ['date-time', '2026-11-09T10:30:00Z', '2026-11-09T11:30:00+01:00'],
    ['boolean', true, 'true'],
    ['choice', 'repair', 'repair'],
    ['multi-choice', ['repair', 'refund'], 'refund'],
    ['email', 'Jana@Example.com', 'jana@example.com'],
    ['phone', '601123456', '+420 601 123 456'],
    ['bank-account', 'CZ6508000000192000145399', 'cz65 0800 0000 1920 0014 5399'],
    ['link', 'https://Example.com/a', 'https://example.com/a'],
    ['address', { street: 'Hlavní 1', city: 'Brno' }, 'hlavni 1 brno'],
    ['user', 'petra@shop.example', '0199-here'],
    ['user', '0199-here', 'Petra@shop.example'],
  ])('%s %j is found by %j', (type, input, text) => {
    const stored = check(type, input)
    if ('errors' in stored || stored.value === null) throw new Error('the value is not allowed')
    const looked = filterKey(field(type), text, 'CZ', users)
    expect(looked).toEqual({ key: expect.any(String) })
    if ('key' in looked) expect(valueKeys(stored.value)).toContain(looked.key)
  })

  test.each<[Field['type'], string]>([
    ['number', 'many'],
    ['number', ''],
    ['boolean', 'yes'],
    ['date', 'today'],
    ['choice', 'replace'],
    ['money', '129000'],
    ['money', ' '],
    ['phone', '123'],
    ['text', '  '],
    ['user', 'Petra Malá'],
    ['user', ''],
  ])('%s cannot be looked up by %j', (type, text) => {
    expect(filterKey(field(type), text, 'CZ', users)).toEqual({ errors: expect.any(Array) })
  })

  test('a user who is not active any more is found still', () => {
    for (const text of ['0199-gone', 'gone@shop.example']) {
      expect(filterKey(field('user'), text, 'CZ', users)).toEqual({ key: '0199-gone' })
    }
  })

  test('a key is short enough for an index', () => {
    const long = check('long-text', '\u{1f600}ž'.repeat(5000))
    if ('errors' in long || long.value === null) throw new Error('the value is not allowed')
    const [key = ''] = valueKeys(long.value)
    expect(Buffer.byteLength(key)).toBeLessThan(1000)
    expect(key.isWellFormed()).toBe(true)
  })
})
