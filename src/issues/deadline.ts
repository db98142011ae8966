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
  /** Since when it is paused or met. */
  since: string | null
  /** Days by which pauses have moved it so far. */
  pausedDays: number
  /** When the day of now was set, UTC milliseconds. */
  setAt: number
  extension: { to: string; at: number; consent: Consent } | null
}
