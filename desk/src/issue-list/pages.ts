import type { Issue } from '../work'

/** A page of the list; `at` is when it was asked for. */
export type IssuePage = { items: Issue[]; nextCursor: string | null; at: number }

/** The issues of all pages. One that moved since a page was loaded can be on two: it stands where it was seen last. */
export function issuesOf(pages: readonly IssuePage[]): Issue[] {
  const seenAt = new Map<string, number>()
  for (const { items, at } of pages)
    for (const { number } of items) seenAt.set(number, Math.max(at, seenAt.get(number) ?? 0))
  const told = new Set<string>()
  return pages.flatMap(({ items, at }) =>
    items.filter(({ number }) => seenAt.get(number) === at && !told.has(number) && told.add(number)),
  )
}

/** Which pages the rows from one to another are on. */
export function pagesAt(pages: readonly IssuePage[], from: number, to: number): number[] {
  const found: number[] = []
  let begin = 0
  for (const [at, { items }] of pages.entries()) {
    const end = begin + items.length
    if (begin <= to && end > from) found.push(at)
    begin = end
  }
  return found
}

/**
 * A page as it is now in the place of what it was. Where others follow it ends where they begin, and leads to them as
 * before, so that nothing between them is lost.
 */
export function withPage(pages: readonly IssuePage[], at: number, fresh: IssuePage): IssuePage[] {
  const next = pages[at + 1]
  const following = new Set(next?.items.map(({ number }) => number))
  const end = fresh.items.findIndex(({ number }) => following.has(number))
  const page = next
    ? {
        ...fresh,
        items: end < 0 ? fresh.items : fresh.items.slice(0, end),
        nextCursor: pages[at]?.nextCursor ?? null,
      }
    : fresh
  return pages.map((one, place) => (place === at ? page : one))
}
