import { type Clock, MINUTE } from '../base/index.ts'

/** An answer is kept for so many times as long as it took to make, so that making it takes a hundredth of all time. */
const WORTH = 100
const MOST_KEPT = 200

/**
 * Keeps what is dear to make: up to a minute, and what took no time not at all. Who asks for the same while it is made
 * waits for it.
 */
export function keptAnswers<Value>(clock: Clock) {
  const kept = new Map<string, { since: number; until: number; value: Promise<Value> }>()
  return (key: string, make: () => Promise<Value>): Promise<Value> => {
    const began = clock()
    const found = kept.get(key)
    // A clock that was set back makes nothing young.
    if (found && found.since <= began && began < found.until) return found.value
    const entry = { since: began, until: began + MINUTE, value: make() }
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, entry)
    entry.value.then(
      () => {
        const took = clock() - began
        entry.until = clock() + Math.min(MINUTE, took * WORTH)
      },
      () => kept.delete(key),
    )
    return entry.value
  }
}
