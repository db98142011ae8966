import type { Consent } from '../events/index.ts'

/** How an issue's `due` came about, and where its clock stands. Days are `YYYY-MM-DD` in the shop's time zone. */
export type Deadline = {
  /** Key of the type's deadline rule; `null` where the day was set by hand. */
  rule: string | null
  /**
   * `waiting`: the clock has not started. `paused`: it stands still, and there is no day. `met`: what the rule asks for
   * was done; the day stays as it was. `by-hand`: somebody chose the day.
   */
  state: 'waiting' | 'running' | 'paused' | 'met' | 'by-hand'
  start: string | null
  /** The day that holds, also while the clock stands still: then it is the one of before. */
  day: string | null
  /** Since when it is paused or met. */
  since: string | null
  /** Days between start and end on which the clock stood still: pauses, and what was settled and came back. */
  pausedDays: number
  /** When the day of now was set, UTC milliseconds. */
  setAt: number
  extension: { to: string; at: number; consent: Consent | null } | null
}

export const DEADLINE_STATES = [
  'waiting',
  'running',
  'paused',
  'met',
  'by-hand',
] as const satisfies readonly Deadline['state'][]

export function isDeadlineState(state: unknown): state is Deadline['state'] {
  return DEADLINE_STATES.some((known) => known === state)
}

/** A day that somebody chose. */
export function byHand(day: string, at: number): Deadline {
  return {
    rule: null,
    state: 'by-hand',
    start: null,
    day,
    since: null,
    pausedDays: 0,
    setAt: at,
    extension: null,
  }
}
