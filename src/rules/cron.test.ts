import { expect, test } from 'vitest'
import { cronProblem, ticksOf } from './cron.ts'

test.each(['0 8 * * 1', '*/15 * * * *', '0 8-16 * * MON-FRI', '30 2 1 1,7 *', '0 0 29 2 *', '0 8 L * *'])(
  '%s is a schedule',
  (cron) => {
    expect(cronProblem(cron)).toBeNull()
  },
)

test.each([
  ['', 'five fields'],
  ['0 8 * *', 'five fields'],
  ['0 0 8 * * 1', 'five fields'],
  ['@daily', 'five fields'],
  ['61 * * * *', 'five fields'],
  ['0 8 * * 9', 'five fields'],
  ['0 8 * * $(x)', 'five fields'],
  ['* * * * *', 'at most every 15 minutes'],
  ['0,10 8 * * *', 'at most every 15 minutes'],
  ['0 8 31 2 *', 'no such day'],
])('%j is none', (cron, because) => {
  expect(cronProblem(cron)).toContain(because)
})

test.each([
  // In the hour that comes twice: the first; in the one that is left out: right after it.
  [
    'Europe/Prague',
    '30 2 * * *',
    '2026-10-24T12:00:00Z',
    '2026-10-25T00:30:00.000Z',
    '2026-10-26T01:30:00.000Z',
  ],
  [
    'Europe/Prague',
    '30 2 * * *',
    '2027-03-27T12:00:00Z',
    '2027-03-28T01:00:00.000Z',
    '2027-03-29T00:30:00.000Z',
  ],
  [
    'America/New_York',
    '30 1 * * *',
    '2026-10-31T12:00:00Z',
    '2026-11-01T05:30:00.000Z',
    '2026-11-02T06:30:00.000Z',
  ],
])('in %s, %s after %s', (timeZone, cron, from, first, second) => {
  const { after, upTo } = ticksOf(cron, timeZone)
  const one = after(Date.parse(from))!
  const two = after(one)!
  expect([one, two].map((at) => new Date(at).toISOString())).toEqual([first, second])
  expect(upTo(two)).toBe(two)
  expect(upTo(two + 999)).toBe(two)
  for (const before of [1, 999, 1000]) expect(upTo(two - before)).toBe(one)
})
