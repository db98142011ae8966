import type { LiveEvent } from './live-event.ts'

/** An event that was told, and to which user alone; to all where `user` is null. */
export type Told = { id: string; event: LiveEvent; user: string | null }

/** The last events, for whoever was away for a moment. */
export type Ring = {
  add: (event: LiveEvent, user: string | null) => Told
  /** What came after an id; `null` where that is not known any more. */
  after: (id: string) => readonly Told[] | null
  /** The id of the last event, or of the beginning. */
  last: () => string
  /** Something may be missing: nobody goes on from before. */
  breakOff: () => void
}

/** @param name - tells the ids of this process, since it was started, from those of others */
export function openRing(name: string, size: number): Ring {
  let kept: Told[] = []
  let next = 1
  /** The first number from which one can go on. */
  let first = 0
  const idOf = (number: number) => `${name}-${number}`
  return {
    add: (event, user) => {
      const told = { id: idOf(next++), event, user }
      kept.push(told)
      if (kept.length > size) kept = kept.slice(-size / 2)
      return told
    },
    after: (id) => {
      const number = id.startsWith(`${name}-`) ? Number(id.slice(name.length + 1)) : Number.NaN
      const oldest = next - kept.length
      const isKnown = Number.isInteger(number) && number >= first && number >= oldest - 1 && number < next
      return isKnown ? kept.slice(number + 1 - oldest) : null
    },
    last: () => idOf(next - 1),
    breakOff: () => {
      kept = []
      // The number that is passed over is known to nobody.
      first = next++
    },
  }
}
