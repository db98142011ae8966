import { expect, test } from 'vitest'
import { agesAt, monthsUpTo, periodErrors, periodOf, spansOf } from './period.ts'

test.each([
  [{}, '2026-09-05', '2026-11-27'],
  [{ to: '2026-01-31' }, '2025-11-09', '2026-01-31'],
  [{ from: '2026-11-01' }, '2026-11-01', '2026-11-27'],
])('%j is the period from %s to %s', (asked, from, to) => {
  expect(periodOf(asked, '2026-11-27')).toEqual({ from, to })
})

test.each([
  ['2026-11-01', '2026-11-01', []],
  ['2025-11-28', '2026-11-28', []],
  ['2026-11-02', '2026-11-01', ['a day no later than 2026-11-01 is needed']],
  ['2025-11-27', '2026-11-28', ['at most 366 days are told at once']],
])('from %s to %s: %j', (from, to, messages) => {
  expect(periodErrors({ from, to }).map(({ message }) => message)).toEqual(messages)
})

test('up to 31 days are told day by day, also where the clocks change', () => {
  const spans = spansOf({ from: '2026-10-01', to: '2026-10-31' })
  expect(spans).toHaveLength(31)
  expect(spans.at(24)).toEqual({ from: '2026-10-25', to: '2026-10-25' })
})

test('more is told by weeks that begin on Monday', () => {
  expect(spansOf({ from: '2026-10-01', to: '2026-11-03' })).toEqual([
    { from: '2026-10-01', to: '2026-10-04' },
    { from: '2026-10-05', to: '2026-10-11' },
    { from: '2026-10-12', to: '2026-10-18' },
    { from: '2026-10-19', to: '2026-10-25' },
    { from: '2026-10-26', to: '2026-11-01' },
    { from: '2026-11-02', to: '2026-11-03' },
  ])
})

test('twelve months end with that of a day', () => {
  const months = monthsUpTo('2026-02-10')
  expect(months).toHaveLength(12)
  expect(months[0]).toEqual({ month: '2025-03', from: '2025-03-01', to: '2025-03-31' })
  expect(months[9]).toEqual({ month: '2025-12', from: '2025-12-01', to: '2025-12-31' })
  expect(months[11]).toEqual({ month: '2026-02', from: '2026-02-01', to: '2026-02-28' })
})

test('ages lie beside each other', () => {
  expect(agesAt('2026-11-27')).toEqual([
    { days: [0, 7], from: '2026-11-20', to: '2026-11-27' },
    { days: [8, 14], from: '2026-11-13', to: '2026-11-19' },
    { days: [15, 30], from: '2026-10-28', to: '2026-11-12' },
    { days: [31, null], from: null, to: '2026-10-27' },
  ])
})

test('periods at the edge of what is told are no trouble', () => {
  expect(periodOf({ to: '1970-01-01' }, '2026-11-27').from).toBe('1969-10-10')
  expect(monthsUpTo('1970-01-01')[0]).toEqual({ month: '1969-02', from: '1969-02-01', to: '1969-02-28' })
  expect(monthsUpTo('2999-12-31').at(-1)?.to).toBe('2999-12-31')
})
