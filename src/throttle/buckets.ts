import { DAY, HOUR, MINUTE, SECOND } from '../base/index.ts'

/**
 * A limit on failures of one kind. `waits`: some are free, then each makes the wait twice as long.
 * `rate`: a burst is free, then one for every `every` milliseconds (the generic cell rate algorithm).
 * `watch`: as `rate`, but it only raises an alarm and never stops anyone.
 */
export type Limit =
  | { kind: 'waits'; free: number; first: number; longest: number }
  | { kind: 'rate' | 'watch'; burst: number; every: number }

/** One counter: `key` holds no personal data, only fingerprints. */
export type Bucket = { key: string; limit: Limit }

/** The limits of the public look-up and of signing in, each independent of the others. */
export const LIMITS = {
  number: { kind: 'waits', free: 5, first: 30 * SECOND, longest: HOUR },
  contact: { kind: 'rate', burst: 20, every: HOUR },
  address: { kind: 'rate', burst: 30, every: 6 * MINUTE },
  network: { kind: 'rate', burst: 200, every: 1.5 * MINUTE },
  account: { kind: 'waits', free: 5, first: SECOND, longest: 15 * MINUTE },
  signInAddress: { kind: 'rate', burst: 20, every: 3 * MINUTE },
  resets: { kind: 'rate', burst: 3, every: 20 * MINUTE },
  page: { kind: 'watch', burst: 300, every: 12 * SECOND },
  /** In a row, however slowly (NIST SP 800-63B): 100, of which half are forgotten in seven days. */
  inARow: { kind: 'rate', burst: 100, every: (7 * DAY) / 50 },
} as const satisfies Record<string, Limit>

/**
 * How long a counter is remembered after its last failure: until it would be empty again, and at most a day while few
 * failures are in it.
 */
export function rememberedFor(limit: Limit): number {
  return limit.kind === 'waits' ? DAY : Math.min(DAY, limit.burst * limit.every)
}

/** The longest that any counter is remembered. */
export const LONGEST_REMEMBERED = LIMITS.inARow.burst * LIMITS.inARow.every

/**
 * A counter is closed while its `opens_at` lies after `from` and not after `to`. It never gets later than `to` by
 * itself: beyond it the clock was set back, and a counter that believed that would stay closed until the time it was
 * set back from.
 */
export function closedWhile(limit: Limit, now: number): { from: number; to: number } {
  return limit.kind === 'waits'
    ? { from: now, to: now + limit.longest }
    : { from: now + (limit.burst - 1) * limit.every, to: now + limit.burst * limit.every }
}

/** How long one must still wait, in milliseconds, before an attempt may be looked at; 0 when it may be now. */
export function waitOf(limit: Limit, opensAt: number, now: number): number {
  const { from, to } = closedWhile(limit, now)
  return opensAt > from && opensAt <= to ? opensAt - from : 0
}

/** A wait as it is told to a stranger: coarse, so that it does not say which counter it comes from. In seconds. */
export function coarseWait(milliseconds: number): number {
  const seconds = Math.ceil(milliseconds / SECOND)
  return [60, 300, 1800].find((step) => seconds <= step) ?? 3600
}
