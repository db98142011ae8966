import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { dateOfDay, dayOfDate } from '../base/index.ts'
import { openCalendar, openCalendars, SHIPPED } from './calendar.ts'
import { BASES, easterSunday, holidaysOf } from './holidays.ts'

const YEARS = Array.from({ length: 16 }, (_, index) => 2020 + index)
const day = (date: string) => dayOfDate(date) ?? Number.NaN
const later = (from: number) => YEARS.filter((year) => year >= from)

/** Where our tables and date-holidays differ, and why ours say what they say. */
const DIFFERENCES: Readonly<Record<string, { onlyOurs: string[]; onlyTheirs: string[] }>> = {
  CZ: { onlyOurs: [], onlyTheirs: [] },
  SK: {
    // The act of 2025 makes 8 May and 15 September working days in 2026 alone; theirs never gives them back.
    onlyOurs: later(2027).flatMap((year) => [`${year}-05-08`, `${year}-09-15`]),
    onlyTheirs: [],
  },
  PL: { onlyOurs: [], onlyTheirs: [] },
}

describe.each(BASES)('the days off of %s', (base) => {
  test('are those of date-holidays, but for what is named', () => {
    const theirs = new Holidays(base)
    const ours = YEARS.flatMap((year) => holidaysOf(base, year).map((holiday) => dateOfDay(holiday.day)))
    const others = YEARS.flatMap((year) =>
      theirs
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10)),
    )
    expect({
      onlyOurs: ours.filter((date) => !others.includes(date)),
      onlyTheirs: others.filter((date) => !ours.includes(date)),
    }).toEqual(DIFFERENCES[base])
  })

  test('have a name and come in order', () => {
    for (const year of YEARS) {
      const days = holidaysOf(base, year)
      expect(days.map((holiday) => holiday.day)).toEqual(
        days.map((holiday) => holiday.day).sort((a, b) => a - b),
      )
      expect(days.every(({ name }) => name.length > 3)).toBe(true)
    }
  })
})

test('Easter is where the tables of the church have it', () => {
  const known = [
    '1818-03-22',
    '1943-04-25',
    '2008-03-23',
    '2024-03-31',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ]
  expect(known.map((date) => dateOfDay(easterSunday(Number(date.slice(0, 4)))))).toEqual(known)
})

describe('a calendar', () => {
  const own = openCalendar({
    key: 'shop',
    name: 'Shop',
    base: 'CZ',
    weekend: [7],
    added: [
      { date: '2026-12-31', name: 'Stock-taking' },
      { date: '2026-12-24', name: 'Closed' },
    ],
    removed: ['2026-05-08'],
  })

  test('takes days from its country, adds some and takes some away', () => {
    expect(own.holidaysOf(2026).map((holiday) => dateOfDay(holiday.day))).not.toContain('2026-05-08')
    expect(own.holidaysOf(2026).slice(-4)).toEqual([
      { day: day('2026-12-24'), name: 'Closed' },
      { day: day('2026-12-25'), name: '1. svátek vánoční' },
      { day: day('2026-12-26'), name: '2. svátek vánoční' },
      { day: day('2026-12-31'), name: 'Stock-taking' },
    ])
    expect(
      ['2026-05-08', '2027-05-08', '2026-12-31', '2027-12-31'].map((date) => own.isWorkingDay(day(date))),
    ).toEqual([true, false, false, true])
  })

  test.each([
    ['2026-11-28', true],
    ['2026-11-29', false],
    ['2026-11-30', true],
    ['1969-12-28', false],
    ['1969-12-29', true],
  ])('knows the day of the week, also before 1970: %s', (date, works) => {
    expect(own.isWorkingDay(day(date))).toBe(works)
  })

  test('none knows weekends only', () => {
    const none = openCalendars([]).get('none')
    expect(['2026-12-24', '2026-12-25', '2026-12-26'].map((date) => none?.isWorkingDay(day(date)))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('of the product gives way to one of the same key', () => {
    const changed = openCalendars([{ ...own.settings, key: 'CZ' }])
    expect([...changed.keys()].sort()).toEqual(SHIPPED.map(({ key }) => key).sort())
    expect(changed.get('CZ')?.origin).toBe('changed')
    expect(changed.get('SK')?.origin).toBe('product')
  })
})
