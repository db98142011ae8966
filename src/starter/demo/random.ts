/** A source of numbers in [0, 1) that repeats itself for the same seed (mulberry32). */
export type Random = () => number

export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

/** A string of digits; the first is not 0. */
export function digits(random: Random, length: number): string {
  let text = String(between(random, 1, 9))
  while (text.length < length) text += String(between(random, 0, 9))
  return text
}
