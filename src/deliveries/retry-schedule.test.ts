import { expect, test } from 'vitest'
import { waitAfter } from './retry-schedule.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [1, 5000],
  [2, 5 * MINUTE],
  [3, 30 * MINUTE],
  [4, 2 * HOUR],
  [5, 5 * HOUR],
  [6, 10 * HOUR],
  [7, 14 * HOUR],
  [8, 20 * HOUR],
  [9, 24 * HOUR],
])('R74 after %i failed attempts it waits %i ms, a fifth less or more', (attempts, wait) => {
  expect(waitAfter(attempts, 0.5)).toBe(wait)
  expect(waitAfter(attempts, 0)).toBe(wait * 0.8)
  expect(waitAfter(attempts, 1)).toBe(wait * 1.2)
})

test('R74 the tenth failure is the last', () => {
  expect(waitAfter(0, 0.5)).toBe(0)
  expect(waitAfter(10, 0.5)).toBeNull()
})
