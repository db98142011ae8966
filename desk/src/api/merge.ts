import { hashKey } from '@tanstack/react-query'

/** A member that both sides changed, each in their own way. */
export type Clash<T> = { member: keyof T & string; base: unknown; mine: unknown; theirs: unknown }

export function isSame(one: unknown, other: unknown): boolean {
  return hashKey([one]) === hashKey([other])
}

/**
 * Merges what two sides made of the same value, member by member; where both changed one, `mine` stays and it is told.
 */
export function merge<T extends object>(base: T, mine: T, theirs: T): { merged: T; clashes: Clash<T>[] } {
  const merged = { ...theirs }
  const clashes: Clash<T>[] = []
  for (const member of Object.keys({ ...theirs, ...mine }) as (keyof T & string)[]) {
    if (isSame(mine[member], base[member])) continue
    merged[member] = mine[member]
    if (!isSame(theirs[member], base[member]) && !isSame(theirs[member], mine[member]))
      clashes.push({ member, base: base[member], mine: mine[member], theirs: theirs[member] })
  }
  return { merged, clashes }
}
