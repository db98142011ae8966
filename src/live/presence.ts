import { SECOND } from '../base/index.ts'

/** For so long somebody counts as there after they were last heard of. */
export const PRESENT_FOR = 45 * SECOND
/** Windows of one person that are remembered. */
const MOST_WINDOWS = 20

export type State = 'looking' | 'writing'
/** What one window says: where its person is, or that they left (`state` null). */
export type Sighting = { number: string; user: string; tab: string; state: State | null }
/** Who is at an issue, each once: by user, with what they do in any of their windows. */
export type People = ReadonlyMap<string, State>

export type Presence = {
  /** Answers whether others see a difference. */
  note: (sighting: Sighting, now: number) => boolean
  at: (number: string, now: number) => People
  /** Forgets who was not heard of for long; answers the issues that they were at. */
  sweep: (now: number) => string[]
}

/** Who is where, as far as this process has heard. */
export function openPresence(): Presence {
  const byIssue = new Map<string, Map<string, { user: string; state: State; until: number }>>()
  const at = (number: string, now: number): People => {
    const people = new Map<string, State>()
    for (const { user, state, until } of byIssue.get(number)?.values() ?? [])
      if (until > now && people.get(user) !== 'writing') people.set(user, state)
    return people
  }
  const windowsOf = (user: string) =>
    [...byIssue.values()].reduce(
      (count, windows) => count + [...windows.values()].filter((window) => window.user === user).length,
      0,
    )
  return {
    at,
    note: ({ number, user, tab, state }, now) => {
      const before = at(number, now).get(user)
      const key = `${user} ${tab}`
      const windows = byIssue.get(number) ?? new Map<string, { user: string; state: State; until: number }>()
      if (state === null) windows.delete(key)
      else if (windows.has(key) || windowsOf(user) < MOST_WINDOWS)
        windows.set(key, { user, state, until: now + PRESENT_FOR })
      if (windows.size > 0) byIssue.set(number, windows)
      else byIssue.delete(number)
      return at(number, now).get(user) !== before
    },
    sweep: (now) => {
      const left: string[] = []
      for (const [number, windows] of byIssue) {
        const over = [...windows].filter(([, { until }]) => until <= now)
        for (const [key] of over) windows.delete(key)
        if (over.length > 0) left.push(number)
        if (windows.size === 0) byIssue.delete(number)
      }
      return left
    },
  }
}
