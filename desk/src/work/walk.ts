/** A list that somebody opened an issue from: its address within the desk, and the issues in its order. */
export type Walk = { address: string; numbers: readonly string[] }
type Place = { address: string; previous: string | null; next: string | null; place: number; of: number }

const STORED_AS = 'reklamator-desk-walk'
const OPENED_AS = 'reklamator-desk-opened'

/** Remembers, in this tab, the list that one leaves for one of its issues. */
export function rememberWalk(walk: Walk): void {
  try {
    sessionStorage.setItem(STORED_AS, JSON.stringify(walk))
  } catch {
    // A store that is full keeps nobody from opening an issue.
    sessionStorage.removeItem(STORED_AS)
  }
}

/** What stood before and after an issue in the list one came from; `null` where one came from none that has it. */
export function neighbours(number: string): Place | null {
  const walk = walkNow()
  const at = walk?.numbers.indexOf(number) ?? -1
  if (!walk || at < 0) return null
  return {
    address: walk.address,
    previous: walk.numbers[at - 1] ?? null,
    next: walk.numbers[at + 1] ?? null,
    place: at + 1,
    of: walk.numbers.length,
  }
}

/** Remembers which issue was looked at last, so that the list is found again at its place. */
export function rememberOpened(number: string): void {
  sessionStorage.setItem(OPENED_AS, number)
}

export function lastOpened(): string | null {
  return sessionStorage.getItem(OPENED_AS)
}

/** The list one came from; `null` where one came from none. */
export function walkNow(): Walk | null {
  const stored = sessionStorage.getItem(STORED_AS)
  // Only `rememberWalk` writes it.
  return stored ? (JSON.parse(stored) as Walk) : null
}
