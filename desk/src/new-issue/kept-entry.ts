import { sessionNow } from '../api/session'
import type { Entry } from './entry'

/** What was written, and the names of the files, which a browser does not keep. */
type Kept = { entry: Entry; files: readonly string[] }

/** What the person of this tab has written and not made an issue of yet; gone when the tab is closed. */
export function keptEntry(): Kept | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place()) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'entry' in kept ? (kept as Kept) : null
  } catch {
    return null
  }
}

export function keepEntry(kept: Kept): void {
  try {
    sessionStorage.setItem(place(), JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing: what is written stays on the screen.
  }
}

export function dropEntry(): void {
  sessionStorage.removeItem(place())
}

function place(): string {
  return `reklamator-desk-new-issue-${sessionNow()?.user.id ?? ''}`
}
