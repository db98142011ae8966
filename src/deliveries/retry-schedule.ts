import { HOUR, MINUTE, SECOND } from '../base/index.ts'

/** How long a delivery waits before its first attempt, its second, and so on; about three days in all. */
const WAITS = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
const JITTER = 0.2

/** A delivery that failed this often does not hold back later ones of its issue any more. */
export const HOLDS_BACK_UNTIL = 2

/**
 * Milliseconds until the next attempt after so many failed ones, up to a fifth less or more by chance (0 to 1), so that
 * what failed together does not come back together; `null` where no attempt is left.
 */
export function waitAfter(attempts: number, chance: number): number | null {
  const wait = WAITS[attempts]
  return wait === undefined ? null : Math.round(wait * (1 - JITTER + 2 * JITTER * chance))
}
