import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateIn,
  DAY,
  daysBetween,
  etagOf,
  fingerprint,
  hashToken,
  HOUR,
  invalid,
  isDate,
  matches,
  nearestPageLocale,
  newId,
  newToken,
  parseInstant,
  ForeignText,
  pickLocalText,
  pickText,
  pickTextWithLocale,
  plainText,
  randomCrockford,
  Refusal,
  startOfDay,
} from './index.ts'

describe('days of a time zone', () => {
  test.each([
    ['Europe/Prague', '2026-01-01', '2025-12-31T23:00:00Z', 24],
    ['Europe/Prague', '2026-03-29', '2026-03-28T23:00:00Z', 23],
    ['Europe/Prague', '2026-03-30', '2026-03-29T22:00:00Z', 24],
    ['Europe/Prague', '2026-10-25', '2026-10-24T22:00:00Z', 25],
    ['UTC', '2026-03-29', '2026-03-29T00:00:00Z', 24],
    ['Asia/Kathmandu', '2026-06-01', '2026-05-31T18:15:00Z', 24],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', 25],
    // The clocks go forward at midnight: the day begins at one.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z', 23],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00Z', 23],
    // The clocks go back at midnight: the day before has an hour twice.
    ['America/Sao_Paulo', '2018-02-17', '2018-02-17T02:00:00Z', 25],
    ['Europe/Prague', '9999-12-31', '9999-12-30T23:00:00Z', 24],
  ])('%s %s begins at %s and has %i hours', (zone, date, start, hours) => {
    expect(new Date(startOfDay(zone, date)).toISOString()).toBe(start.replace('Z', '.000Z'))
    expect((startOfDay(zone, date, 1) - startOfDay(zone, date)) / HOUR).toBe(hours)
  })

  test('the first moment of a day is of that day, and the one before is not', () => {
    const zones = fc.constantFrom('Europe/Prague', 'America/Sao_Paulo', 'Pacific/Auckland', 'Asia/Tehran')
    const days = fc.integer({ min: Date.parse('1980-01-01') / DAY, max: Date.parse('2040-01-01') / DAY })
    fc.assert(
      fc.property(zones, days, (zone, day) => {
        const date = new Date(day * DAY).toISOString().slice(0, 10)
        const start = startOfDay(zone, date)
        expect(dateIn(zone, start)).toBe(date)
        expect(dateIn(zone, start - 1) < date).toBe(true)
      }),
    )
  })

  test('counts calendar days, whatever the clocks do', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  })

  test.each(['2026-02-28', '2028-02-29', '1000-01-01', '9999-12-31'])('%s is a date', (text) => {
    expect(isDate(text)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '0999-12-31',
    '26-01-01',
    '2026-1-1',
    '',
    'today',
    '2026-01-01T00:00Z',
  ])('%j is no date', (text) => {
    expect(isDate(text)).toBe(false)
  })

  test.each([
    ['2026-11-09T10:30:00Z', '2026-11-09T10:30:00.000Z'],
    ['2026-11-09T10:30+02:00', '2026-11-09T08:30:00.000Z'],
    ['2026-11-09T10:30:00.123456789Z', '2026-11-09T10:30:00.123Z'],
    ['2026-11-09T10:30:00', null],
    ['2026-02-30T10:30:00Z', null],
    ['2026-11-09T25:00:00Z', null],
    ['2026-11-09T10:30:00+99:00', null],
    ['2026-11-09', null],
    ['', null],
  ])('the instant %j is %j', (text, expected) => {
    const at = parseInstant(text)
    expect(at === null ? null : new Date(at).toISOString()).toBe(expected)
  })
})

describe('texts in several languages', () => {
  test.each([
    [{ en: 'Hello', cs: 'Ahoj' }, ['cs', 'en'], 'Ahoj', 'cs'],
    [{ en: 'Hello', de: 'Hallo' }, ['de-AT', 'en'], 'Hallo', 'de'],
    [{ en: 'Hello', 'de-AT': 'Servus', de: 'Hallo' }, ['de-AT'], 'Servus', 'de-AT'],
    [{ en: 'Hello', cs: '' }, ['cs', 'en'], 'Hello', 'en'],
    [{ fr: 'Bonjour' }, ['cs', 'en'], 'Bonjour', 'fr'],
    [{ fr: '', de: 'Hallo' }, ['cs'], 'Hallo', 'de'],
    [{}, ['cs'], '', null],
    [null, ['cs'], '', null],
    [undefined, [], '', null],
  ])('%j by %j is %j', (texts, locales, text, locale) => {
    expect(pickText(texts, locales)).toBe(text)
    expect(pickTextWithLocale(texts, locales)).toEqual({ text, locale })
    expect(plainText(pickLocalText(texts, locales))).toBe(text)
  })

  test.each([
    [{ en: 'Hello', cs: 'Ahoj' }, ['cs', 'en'], 'Ahoj'],
    [{ en: 'Hello', de: 'Hallo' }, ['de-AT', 'en'], 'Hallo'],
    [{ 'de-AT': 'Servus' }, ['de', 'de-AT'], 'Servus'],
    [{ en: 'Hello', cs: '' }, ['cs', 'en'], new ForeignText('Hello', 'en')],
    [{ fr: 'Bonjour' }, ['cs'], new ForeignText('Bonjour', 'fr')],
    [{}, ['cs'], ''],
    [null, ['cs'], ''],
    [{ fr: 'Bonjour' }, [], new ForeignText('Bonjour', 'fr')],
  ])('%j for a reader of %j is %j', (texts, locales, text) => {
    expect(pickLocalText(texts, locales)).toStrictEqual(text)
  })

  test.each([
    ['cs', 'cs'],
    ['cs-CZ', 'cs'],
    ['CS-cz', 'cs'],
    ['fr', 'en'],
    ['', 'en'],
    [null, 'en'],
  ] as const)('the page language nearest to %j is %s', (tag, expected) => {
    expect(nearestPageLocale(tag, 'en')).toBe(expected)
  })
})

describe('ids and tokens', () => {
  test('ids are UUIDs of version 7 and sort as they were made, also within a millisecond', () => {
    const now = Date.parse('2026-11-23T09:00:00Z')
    const ids = Array.from({ length: 20_000 }, (_, index) => newId(now + Math.floor(index / 15_000)))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(ids.toSorted())
    for (const id of ids.slice(0, 100)) {
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now)
    }
  })

  test('tokens have 256 bits, and what is stored tells nothing of them', () => {
    const token = newToken()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(newToken()).not.toBe(token)
    expect(hashToken(token)).toBe(hashToken(token))
    expect(hashToken(token)).not.toContain(token)
  })

  test('fingerprints differ by secret, purpose and value, which cannot run into each other', () => {
    const prints = [
      fingerprint('secret', 'a', 'bc'),
      fingerprint('secret', 'ab', 'c'),
      fingerprint('other', 'a', 'bc'),
      fingerprint('secret', 'a', 'b'),
    ]
    expect(new Set(prints).size).toBe(4)
  })

  test('random symbols are those of Crockford', () => {
    expect(randomCrockford(2000)).toMatch(/^[0-9A-HJKMNP-TV-Z]{2000}$/)
  })
})

describe('entity tags', () => {
  const tag = etagOf({ a: 1 })

  test('say what a representation is', () => {
    expect(tag).toMatch(/^"[\w-]{22}"$/)
    expect(etagOf({ a: 1 })).toBe(tag)
    expect(etagOf({ a: 2 })).not.toBe(tag)
  })

  test.each([undefined, '*', ' * ', tag, ` ${tag} `, `"other", ${tag}`])('%j holds', (ifMatch) => {
    expect(() => matches(ifMatch, tag)).not.toThrow()
  })

  test.each(['"other"', '', `W/${tag}`, tag.slice(1)])('%j does not hold', (ifMatch) => {
    expect(() => matches(ifMatch, tag)).toThrow(expect.objectContaining({ code: 'version-conflict' }))
  })
})

test('a refusal of input names every wrong member', () => {
  const refusal = invalid({ path: 'a', message: 'is wrong' }, { path: '', message: 'is odd' })
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal.message).toBe('a: is wrong; is odd')
  expect(refusal.errors).toHaveLength(2)
})
