import { describe, expect, test } from 'vitest'
import { dateOfDay, dayOfDate, localTime } from '../base/index.ts'
import { accountEnd, formatFor, formatPhone } from './format.ts'

const day = (date: string) => dayOfDate(date) ?? Number.NaN
const spaces = (text: string) => text.replaceAll('\u00a0', '~')

describe.each([
  [
    'en',
    {
      longDate: '9 November 2026',
      date: '9 November',
      otherYear: '9 November 2025',
      shortDate: '9 Nov',
      shortOtherYear: '9 Nov 2025',
      time: '14:20',
      morning: '9:05',
      number: '1,234,567.5',
      crowns: 'CZK~1,290',
      euros: '€49.90',
      zlotys: 'PLN~1,290',
      yen: 'JP¥1,290',
      kilobytes: '212~kB',
      megabytes: '1.8~MB',
      list: 'a, b and c',
      country: 'Czechia',
    },
  ],
  [
    'cs',
    {
      longDate: '9. listopadu 2026',
      date: '9. listopadu',
      otherYear: '9. listopadu 2025',
      shortDate: '9. 11.',
      shortOtherYear: '9. 11. 2025',
      time: '14:20',
      morning: '9:05',
      number: '1~234~567,5',
      crowns: '1~290~Kč',
      euros: '49,90~€',
      zlotys: '1~290~PLN',
      yen: '1~290~JP¥',
      kilobytes: '212~kB',
      megabytes: '1,8~MB',
      list: 'a, b a~c',
      country: 'Česko',
    },
  ],
  [
    'sk',
    {
      longDate: '9. novembra 2026',
      date: '9. novembra',
      otherYear: '9. novembra 2025',
      shortDate: '9. 11.',
      shortOtherYear: '9. 11. 2025',
      time: '14:20',
      morning: '9:05',
      number: '1~234~567,5',
      crowns: '1~290~CZK',
      euros: '49,90~€',
      zlotys: '1~290~PLN',
      yen: '1~290~JPY',
      kilobytes: '212~kB',
      megabytes: '1,8~MB',
      list: 'a, b a~c',
      country: 'Česko',
    },
  ],
  [
    'pl',
    {
      longDate: '9 listopada 2026',
      date: '9 listopada',
      otherYear: '9 listopada 2025',
      shortDate: '9 lis',
      shortOtherYear: '9 lis 2025',
      time: '14:20',
      morning: '9:05',
      number: '1~234~567,5',
      // In Polish four digits stand together.
      crowns: '1290~CZK',
      euros: '49,90~€',
      zlotys: '1290~zł',
      yen: '1290~JPY',
      kilobytes: '212~kB',
      megabytes: '1,8~MB',
      list: 'a, b i~c',
      country: 'Czechy',
    },
  ],
  [
    'de',
    {
      longDate: '9. November 2026',
      date: '9. November',
      otherYear: '9. November 2025',
      shortDate: '9. Nov.',
      shortOtherYear: '9. Nov. 2025',
      time: '14:20',
      morning: '9:05',
      number: '1.234.567,5',
      crowns: '1.290~CZK',
      euros: '49,90~€',
      zlotys: '1.290~PLN',
      yen: '1.290~¥',
      kilobytes: '212~kB',
      megabytes: '1,8~MB',
      list: 'a, b und c',
      country: 'Tschechien',
    },
  ],
] as const)('in %s', (locale, expected) => {
  const format = formatFor(locale)
  const today = day('2026-11-23')

  test('dates and times', () => {
    expect(format.longDate(day('2026-11-09'))).toBe(expected.longDate)
    expect(format.date(day('2026-11-09'), today)).toBe(expected.date)
    expect(format.date(day('2025-11-09'), today)).toBe(expected.otherYear)
    expect(format.shortDate(day('2026-11-09'), today)).toBe(expected.shortDate)
    expect(format.shortDate(day('2025-11-09'), today)).toBe(expected.shortOtherYear)
    expect(format.time(14 * 60 + 20)).toBe(expected.time)
    expect(format.time(9 * 60 + 5)).toBe(expected.morning)
  })

  test('numbers, money in minor units, and sizes', () => {
    expect(spaces(format.number(1234567.5))).toBe(expected.number)
    expect(spaces(format.money({ amount: 129_000, currency: 'CZK' }))).toBe(expected.crowns)
    expect(spaces(format.money({ amount: 4_990, currency: 'EUR' }))).toBe(expected.euros)
    expect(spaces(format.money({ amount: 129_000, currency: 'PLN' }))).toBe(expected.zlotys)
    expect(spaces(format.money({ amount: 1_290, currency: 'JPY' }))).toBe(expected.yen)
    expect(spaces(format.fileSize(212_400))).toBe(expected.kilobytes)
    expect(spaces(format.fileSize(1_834_000))).toBe(expected.megabytes)
  })

  test('lists and addresses', () => {
    expect(spaces(format.list(['a', 'b', 'c']))).toBe(expected.list)
    expect(format.list(['a'])).toBe('a')
    expect(format.list([])).toBe('')
    const address = { street: 'Dlouhá 12', city: 'Brno', postalCode: '602 00', country: 'CZ' }
    expect(format.address(address).map(spaces)).toEqual(['Dlouhá 12', '602~00 Brno', expected.country])
    expect(format.address({ city: 'Brno', country: 'Moravia' })).toEqual(['Brno', 'Moravia'])
    expect(format.address({})).toEqual([])
  })

  test('what Intl refuses is written plainly', () => {
    expect(spaces(format.money({ amount: 150, currency: 'points' }))).toBe('1.5~points')
    expect(format.address({ country: 'ZZ1' })).toEqual(['ZZ1'])
  })
})

test.each([
  [1, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatFor('en').fileSize(bytes)).toBe(text.replace(' ', '\u00a0'))
})

test.each([
  ['+420601123456', '+420~601~123~456'],
  ['+421905123456', '+421~905~123~456'],
  ['+48512345678', '+48~512~345~678'],
  ['+4930901820', '+49~30~901820'],
  ['+442071838750', '+44~20~7183~8750'],
  ['112', '112'],
  ['call me', 'call~me'],
])('the phone %s is written %s', (phone, text) => {
  expect(spaces(formatPhone(phone))).toBe(text)
})

test.each([
  ['CZ65 0800 0000 1920 0014 5399', '5399'],
  ['19-2000145399/0800', '5399'],
  ['1234/0800', ''],
  ['', ''],
])('of the account %j only %j is shown', (account, end) => {
  expect(accountEnd(account)).toBe(end)
})

test.each([
  ['2026-11-23T09:06:00Z', 'Europe/Prague', '2026-11-23', 10 * 60 + 6],
  ['2026-11-23T23:30:00Z', 'Europe/Prague', '2026-11-24', 30],
  ['2026-03-29T00:59:59Z', 'Europe/Prague', '2026-03-29', 1 * 60 + 59],
  ['2026-03-29T01:00:00Z', 'Europe/Prague', '2026-03-29', 3 * 60],
  ['2026-10-25T00:59:00Z', 'Europe/Prague', '2026-10-25', 2 * 60 + 59],
  ['2026-10-25T01:00:00Z', 'Europe/Prague', '2026-10-25', 2 * 60],
  ['2026-11-23T20:20:00Z', 'Asia/Kathmandu', '2026-11-24', 2 * 60 + 5],
  ['2026-01-01T02:00:00Z', 'America/New_York', '2025-12-31', 21 * 60],
] as const)('%s in %s', (instant, zone, date, minute) => {
  const local = localTime(Date.parse(instant), zone)
  expect({ date: dateOfDay(local.day), minute: local.minute }).toEqual({ date, minute })
})

test.each(['2026-13-01', '2026-11-9', 'soon', ''])('%j is no date', (date) => {
  expect(dayOfDate(date)).toBeNull()
})
