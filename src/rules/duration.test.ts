import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY } from '../base/index.ts'
import { lengthOf, lengthText, millisecondsOf } from './duration.ts'

test.each([
  ['7d', { days: 7 }],
  ['1w', { days: 7 }],
  ['48h', { minutes: 2880 }],
  ['90m', { minutes: 90 }],
  [' 2 D ', { days: 2 }],
  ['P7D', { days: 7 }],
  ['P2W', { days: 14 }],
  ['PT48H', { minutes: 2880 }],
  ['pt15m', { minutes: 15 }],
  [5, { days: 5 }],
  [366, { days: 366 }],
  ['8784h', { minutes: 527_040 }],
])('%j is a duration', (given, length) => {
  expect(lengthOf(given)).toEqual(length)
})

test.each([
  '',
  '7',
  'd',
  '0d',
  '-1d',
  '1.5d',
  1.5,
  0,
  -1,
  Number.NaN,
  '367d',
  '8785h',
  'P7',
  'P1DT2H',
  '7 days',
  '1e3d',
  '999999999d',
])('%j is none', (given) => {
  expect(lengthOf(given)).toBeNull()
})

test('what is written in the one way means the same', () => {
  const durations = fc.oneof(
    fc.integer({ min: 1, max: 366 }).map((days) => `${days}d`),
    fc.integer({ min: 1, max: 500_000 }).map((minutes) => `${minutes}m`),
  )
  fc.assert(
    fc.property(durations, (given) => {
      const length = lengthOf(given)
      expect(length).not.toBeNull()
      expect(lengthOf(lengthText(length!))).toEqual(length)
      expect(millisecondsOf(length!)).toBeLessThanOrEqual(366 * DAY)
    }),
  )
})
