import type { LinkRole } from '../events/index.ts'

/** How an issue can belong to another one, as somebody says it of the first. */
export const LINK_KINDS = ['related', 'duplicate-of', 'follows'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

const SEEN_FROM_THERE: Readonly<Record<LinkKind, LinkRole>> = {
  related: 'related',
  'duplicate-of': 'duplicated-by',
  follows: 'followed-by',
}

/** What the link is for each of its two issues. */
export function rolesOf(kind: LinkKind): { here: LinkRole; there: LinkRole } {
  return { here: kind, there: SEEN_FROM_THERE[kind] }
}

/** The same for two issues in either order, so that a pair is linked once. */
export function pairOf(one: string, other: string): string {
  return [one, other].toSorted().join(' ')
}
