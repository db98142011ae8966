import { DAY, HOUR, MINUTE } from '../base/index.ts'

/** A leap of the clock that is not believed at once. */
const LEAP = DAY
/** How long it is not believed, by a clock that cannot be set. */
const DOUBT_FOR = HOUR

export type ClockWatch = {
  /** The time now, UTC milliseconds; `null` while the clock is not believed. */
  look: () => number | null
}

/**
 * Watches the wall clock by one that only goes on: where it leaps ahead by more than a day while the process runs,
 * somebody is likely to set it back, and what time starts cannot be taken back. After an hour it is believed.
 */
export function openClockWatch(input: {
  clock: () => number
  /** Milliseconds that only grow. */
  monotonic: () => number
  log: (level: 'warn', message: string) => void
}): ClockWatch {
  const { clock, monotonic, log } = input
  let last: { wall: number; steady: number } | null = null
  let doubtUntil: number | null = null

  return {
    look: () => {
      const now = { wall: clock(), steady: monotonic() }
      const ahead = last === null ? 0 : now.wall - last.wall - (now.steady - last.steady)
      if (ahead <= LEAP || (doubtUntil !== null && now.steady >= doubtUntil)) {
        if (doubtUntil !== null) log('warn', 'the clock is believed again, and time starts rules')
        doubtUntil = null
        last = now
        return now.wall
      }
      if (doubtUntil === null) {
        doubtUntil = now.steady + DOUBT_FOR
        log(
          'warn',
          `the clock leapt ahead by ${Math.round(ahead / HOUR)} hours; for ${DOUBT_FOR / MINUTE} minutes time starts no rules, unless it is set back`,
        )
      }
      return null
    },
  }
}
