/** One thing that was taken out of what an administrator wrote, in words for them (English). */
export type Removal = { what: string; why: string }

/** At most this many removals are told; the last one says how many more there were. */
export const MAX_REMOVALS = 50
const MAX_SNIPPET = 80

export type Removals = {
  /** `where` is the place of the first one, such as `line 3, column 1`; it is made only when it is told. */
  add(what: string, why: string, where?: () => string): void
  list(): Removal[]
}

/** Collects removals: the same thing for the same reason is one line with a count. */
export function collectRemovals(): Removals {
  const found = new Map<string, Removal & { where: string; times: number }>()
  let untold = 0
  return {
    add(what, why, where) {
      const key = `${what}\n${why}`
      const known = found.get(key)
      if (known) known.times += 1
      else if (found.size < MAX_REMOVALS - 1) found.set(key, { what, why, where: where?.() ?? '', times: 1 })
      else untold += 1
    },
    list() {
      const told = [...found.values()].map(({ what, why, where, times }) => ({
        what: what + count(where, times),
        why,
      }))
      if (untold > 0) told.push({ what: `${untold} more`, why: 'the list ends here' })
      return told
    },
  }
}

/** What somebody wrote, on one line and short enough for a message. */
export function snippet(text: string): string {
  const line = text
    .slice(0, MAX_SNIPPET * 4)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line.length > MAX_SNIPPET || text.length > MAX_SNIPPET * 4
    ? `${line.slice(0, MAX_SNIPPET).toWellFormed()}…`
    : line
}

function count(where: string, times: number): string {
  if (!where) return times > 1 ? ` (${times} times)` : ''
  return times > 1 ? ` (${where}, and ${times - 1} more)` : ` (${where})`
}
