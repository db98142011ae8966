import type { Calendar } from './calendar.ts'

/** Days on which a clock stood still, counted from 1970-01-01: after the first, up to and with the last. */
export type Stand = { after: number; until: number }

/** How many days an act or an agreement gives, and which of them count. */
export type Count = {
  days: number
  unit: 'calendar' | 'working'
  /** Where the last day is a day off: `next-working-day` goes on to one that is worked on. */
  roll: 'none' | 'next-working-day'
  calendar: Pick<Calendar, 'isWorkingDay'>
}

/** 9999-12-31, the last day that can be written down. */
const LAST_DAY = 2_932_896

/**
 * The last of so many days. The day of the event does not count, nor does one on which the clock stood; where it stopped
 * on the last day itself, what was left of that day is given on the day on which it goes on.
 */
export function lastDay(start: number, count: Count, stands: readonly Stand[]): number {
  const { days, unit, roll, calendar } = count
  const runs = merged(stands)
  let run = 0
  /** Days are asked for in order. */
  const standing = (day: number): Stand | null => {
    while (run < runs.length && (runs[run] as Stand).until < day) run++
    const at = runs[run]
    return at && at.after < day ? at : null
  }
  let day = start
  for (let counted = 0; counted < days && day < LAST_DAY; ) {
    day++
    if (!standing(day) && (unit === 'calendar' || calendar.isWorkingDay(day))) counted++
  }
  const mustBeWorkedOn = unit === 'working' || roll === 'next-working-day'
  while (day < LAST_DAY) {
    const stopped = standing(day + 1)
    if (stopped) day = Math.min(stopped.until, LAST_DAY)
    else if (mustBeWorkedOn && !calendar.isWorkingDay(day)) {
      do day++
      while (day < LAST_DAY && (standing(day) || !calendar.isWorkingDay(day)))
    } else break
  }
  return day
}

/** The days within (after, until] on which the clock stood, each once. */
export function standingDays(stands: readonly Stand[], after: number, until: number): number {
  return merged(stands).reduce(
    (sum, stand) => sum + Math.max(0, Math.min(stand.until, until) - Math.max(stand.after, after)),
    0,
  )
}

/** In order, without gaps or overlaps between neighbours. */
function merged(stands: readonly Stand[]): Stand[] {
  const runs: Stand[] = []
  for (const stand of [...stands].sort((a, b) => a.after - b.after)) {
    const last = runs.at(-1)
    if (stand.until <= stand.after) continue
    if (last && stand.after <= last.until) last.until = Math.max(last.until, stand.until)
    else runs.push({ ...stand })
  }
  return runs
}
