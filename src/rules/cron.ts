import { Cron } from 'croner'
import { MINUTE, SECOND } from '../base/index.ts'

const SHORTEST = 15 * MINUTE
const CRON_NEEDED =
  'five fields are needed, like "0 8 * * 1" for Mondays at 8: minute, hour, day of month, month, day of week'
const FIELD = /^[\d*,/\-a-zA-Z#?]+$/

/** What is wrong with a schedule; `null` for a sound one. */
export function cronProblem(cron: string): string | null {
  const fields = cron.trim().split(/\s+/)
  if (fields.length !== 5 || !fields.every((field) => FIELD.test(field))) return CRON_NEEDED
  let runs: Date[]
  try {
    // From a day without a change of clocks in the offing; a leap year lies ahead.
    runs = new Cron(cron, { paused: true, timezone: 'UTC' }).nextRuns(200, new Date('2027-01-01T00:00:00Z'))
  } catch (error) {
    return `${CRON_NEEDED} (${error instanceof Error ? error.message : String(error)})`
  }
  if (runs.length === 0) return 'there is no such day'
  const isHasty = runs.some((run, index) => {
    const before = runs[index - 1]
    return before !== undefined && run.getTime() - before.getTime() < SHORTEST
  })
  return isHasty ? `at most every ${SHORTEST / MINUTE} minutes is allowed` : null
}

/** Ticks of a sound schedule, UTC milliseconds. */
export type Ticks = {
  /** The first after an instant; `null` where there is none. */
  after: (at: number) => number | null
  /** The last at or before an instant. */
  upTo: (at: number) => number | null
}

/**
 * The ticks of a schedule in a time zone: one in an hour that is left out comes after it, one in an hour that comes twice
 * comes in the first.
 */
export function ticksOf(cron: string, timeZone: string): Ticks {
  const job = new Cron(cron, { paused: true, timezone: timeZone })
  return {
    after: (at) => job.nextRun(new Date(at))?.getTime() ?? null,
    // The library looks before a whole second.
    upTo: (at) => job.previousRuns(1, new Date((Math.floor(at / SECOND) + 1) * SECOND))[0]?.getTime() ?? null,
  }
}
