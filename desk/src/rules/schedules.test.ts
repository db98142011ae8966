import { expect, test } from 'vitest'
import { cronOf, scheduleOf } from './schedules'

test.each(['0 8 * * *', '30 7 * * 1-5', '0 8 * * 1', '0 8 * * 0', '15 12 1 * *'])(
  '%s can be chosen without knowing cron',
  (cron) => {
    expect(cronOf(scheduleOf(cron))).toBe(cron)
  },
)

test.each(['*/15 * * * *', '0 8 1 * 1', '0 8 * 6 *', 'nonsense', '0 8,16 * * *'])(
  '%s is written by hand',
  (cron) => {
    expect(scheduleOf(cron)).toEqual({ every: 'own' })
  },
)
