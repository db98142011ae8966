import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfDay, dayOfDate } from '../base/index.ts'
import { openCalendar, SHIPPED } from './calendar.ts'
import { type Count, lastDay, type Stand, standingDays } from './count-days.ts'

const day = (date: string) => dayOfDate(date) ?? Number.NaN
const calendars = new Map(SHIPPED.map((settings) => [settings.key, openCalendar(settings)]))
const count = (
  days: number,
  more: Partial<Omit<Count, 'days' | 'calendar'>> & { calendar?: string } = {},
): Count => ({
  days,
  unit: more.unit ?? 'calendar',
  roll: more.roll ?? 'none',
  calendar: calendars.get(more.calendar ?? 'CZ')!,
})
const stand = (after: string, until: string): Stand => ({ after: day(after), until: day(until) })
const working = { unit: 'working' } as const
const rolling = { roll: 'next-working-day' } as const

describe('calendar days', () => {
  test.each([
    ['2026-11-23', 30, '2026-12-23'],
    ['2026-12-02', 30, '2027-01-01'],
    ['2028-01-30', 30, '2028-02-29'],
    ['2027-01-30', 30, '2027-03-01'],
    // Nights on which the clocks change are nights like others.
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-10-24', 2, '2026-10-26'],
  ])('from %s, %i days end on %s', (start, days, end) => {
    expect(dateOfDay(lastDay(day(start), count(days), []))).toBe(end)
  })

  test.each([
    ['a Saturday goes on to Monday', '2026-11-05', 30, 'CZ', '2026-12-07'],
    ['a working day stays', '2026-11-04', 30, 'CZ', '2026-12-04'],
    ['Christmas goes on to the Monday after it', '2026-11-24', 30, 'CZ', '2026-12-28'],
    ['Good Friday goes on to the Tuesday after Easter', '2026-03-04', 30, 'CZ', '2026-04-07'],
    ['New Year goes on to the Monday after it', '2026-12-02', 30, 'CZ', '2027-01-04'],
    ['17 November is worked on in Slovakia', '2026-10-18', 30, 'SK', '2026-11-17'],
    ['17 November is off in Czechia', '2026-10-18', 30, 'CZ', '2026-11-18'],
    ['Corpus Christi is off in Poland', '2026-05-21', 14, 'PL', '2026-06-05'],
  ])('%s', (_, start, days, calendar, end) => {
    expect(dateOfDay(lastDay(day(start), count(days, { ...rolling, calendar }), []))).toBe(end)
  })
})

test.each([
  ['a week', '2026-11-23', 5, 'CZ', '2026-11-30'],
  ['over Christmas and New Year', '2026-12-23', 5, 'CZ', '2027-01-04'],
  ['over Christmas in Poland, where Christmas Eve is off', '2026-12-23', 5, 'PL', '2027-01-04'],
  ['over Easter', '2026-04-02', 2, 'CZ', '2026-04-08'],
  ['with weekends only', '2026-12-23', 2, 'none', '2026-12-25'],
])('working days: %s', (_, start, days, calendar, end) => {
  expect(dateOfDay(lastDay(day(start), count(days, { ...working, calendar }), []))).toBe(end)
})

describe('while the clock stands', () => {
  test.each([
    ['ten days in the middle', [stand('2026-12-01', '2026-12-11')], '2027-01-02'],
    ['two times', [stand('2026-12-01', '2026-12-04'), stand('2026-12-10', '2026-12-12')], '2026-12-28'],
    ['within one day', [stand('2026-12-01', '2026-12-01')], '2026-12-23'],
    ['from before the start', [stand('2026-11-01', '2026-11-26')], '2026-12-26'],
    ['only before the start', [stand('2026-11-01', '2026-11-20')], '2026-12-23'],
    ['from the last day on', [stand('2026-12-23', '2027-01-05')], '2027-01-05'],
    ['after the end', [stand('2026-12-24', '2027-01-05')], '2026-12-23'],
  ])('%s', (_, stands, end) => {
    expect(dateOfDay(lastDay(day('2026-11-23'), count(30), stands))).toBe(end)
  })

  test.each([
    // 5 December 2026 is a Saturday: the last day is Monday the 7th.
    ['from the Sunday before the last day on', [stand('2026-12-06', '2026-12-09')], '2026-12-10'],
    ['from the last day on', [stand('2026-12-07', '2026-12-09')], '2026-12-09'],
    ['until a Sunday', [stand('2026-12-07', '2026-12-13')], '2026-12-14'],
  ])('and the end rolls: %s', (_, stands, end) => {
    expect(dateOfDay(lastDay(day('2026-11-05'), count(30, rolling), stands))).toBe(end)
  })

  test('its days are counted once, and only within', () => {
    const stands = [stand('2026-12-01', '2026-12-04'), stand('2026-12-03', '2026-12-06')]
    expect(standingDays(stands, day('2026-11-23'), day('2026-12-31'))).toBe(5)
    expect(standingDays(stands, day('2026-12-02'), day('2026-12-05'))).toBe(3)
    expect(standingDays(stands, day('2026-12-10'), day('2026-12-31'))).toBe(0)
  })
})

test('the last day that can be written down is the end', () => {
  expect(dateOfDay(lastDay(day('9999-12-20'), count(30), []))).toBe('9999-12-31')
})

describe('for all starts, lengths and pauses', () => {
  const start = fc.integer({ min: day('2018-01-01'), max: day('2032-12-31') })
  const length = fc.integer({ min: 1, max: 120 })
  const anyCount = fc
    .record({
      days: length,
      unit: fc.constantFrom('calendar', 'working'),
      roll: fc.constantFrom('none', 'next-working-day'),
      calendar: fc.constantFrom('CZ', 'SK', 'PL', 'none'),
    })
    .map(({ days, ...more }) => count(days, more))
  /** Told from the start. */
  const pauses = fc.array(
    fc
      .record({ after: fc.integer({ min: -20, max: 200 }), days: fc.integer({ min: 0, max: 60 }) })
      .map(({ after, days }) => ({ after, until: after + days })),
    { maxLength: 6 },
  )
  const from = (at: number, stands: readonly Stand[]) =>
    stands.map(({ after, until }) => ({ after: at + after, until: at + until }))

  test('a pause never makes it earlier', () => {
    fc.assert(
      fc.property(start, anyCount, pauses, (at, counted, stands) => {
        expect(lastDay(at, counted, from(at, stands))).toBeGreaterThanOrEqual(lastDay(at, counted, []))
      }),
    )
  })

  test('one more pause of k days moves calendar days by exactly k, where it begins in time', () => {
    const pause = { share: fc.double({ min: 0, max: 1, noNaN: true }), days: fc.integer({ min: 0, max: 90 }) }
    fc.assert(
      fc.property(start, length, fc.record(pause), (at, days, { share, days: k }) => {
        const plain = lastDay(at, count(days), [])
        const after = at + Math.floor(share * (plain - at))
        expect(lastDay(at, count(days), [{ after, until: after + k }])).toBe(plain + k)
      }),
    )
  })

  test('how a pause is cut up, and in which order, changes nothing', () => {
    fc.assert(
      fc.property(start, anyCount, pauses, fc.integer({ min: 1, max: 5 }), (at, counted, stands, piece) => {
        const cut = from(at, stands).flatMap(({ after, until }) =>
          Array.from({ length: Math.ceil((until - after) / piece) }, (_, index) => ({
            after: after + index * piece,
            until: Math.min(until, after + (index + 1) * piece),
          })),
        )
        const whole = lastDay(at, counted, from(at, stands))
        expect(lastDay(at, counted, cut.toReversed())).toBe(whole)
      }),
    )
  })

  test('working days, and days that roll, never end on a day off', () => {
    fc.assert(
      fc.property(start, anyCount, pauses, (at, counted, stands) => {
        fc.pre(counted.unit === 'working' || counted.roll === 'next-working-day')
        expect(counted.calendar.isWorkingDay(lastDay(at, counted, from(at, stands)))).toBe(true)
      }),
    )
  })

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(start, anyCount, pauses, fc.integer({ min: 0, max: 400 }), (at, counted, stands, more) => {
        const fixed = from(at, stands)
        expect(lastDay(at + more, counted, fixed)).toBeGreaterThanOrEqual(lastDay(at, counted, fixed))
      }),
    )
  })

  test('a longer time never ends earlier', () => {
    fc.assert(
      fc.property(start, anyCount, pauses, (at, counted, stands) => {
        const longer = { ...counted, days: counted.days + 1 }
        const fixed = from(at, stands)
        expect(lastDay(at, longer, fixed)).toBeGreaterThanOrEqual(lastDay(at, counted, fixed))
      }),
    )
  })
})
