/** A list of issues that somebody keeps by a name. */
export type SavedView = {
  id: string
  name: string
  /** Who keeps it; `null` where that user is gone. */
  ownerId: string | null
  /** Whether all see it. */
  shared: boolean
  /** Smaller ones stand first. */
  position: number
  /** What the list is narrowed and sorted by, as the desk's address names it. */
  conditions: Readonly<Record<string, string>>
}
export type SavedViewContent = Pick<SavedView, 'name' | 'shared' | 'conditions'> & {
  position?: number | undefined
}

/** Somebody who asks, as far as it matters to views. */
export type Asker = {
  id: string
  mayAdminister: boolean
  /** Who only reads keeps views for themselves. */
  mayShare: boolean
}

export const MAX_OWN = 50
export const MAX_SHARED = 100
export const MAX_NAME = 80
export const MAX_CONDITIONS = 40
export const MAX_CONDITION = 500

export function maySee({ ownerId, shared }: SavedView, { id }: Asker): boolean {
  return shared || ownerId === id
}

/** A shared one is changed by who made it, as long as they may share one, and by administrators. */
export function mayChange({ ownerId, shared }: SavedView, asker: Asker): boolean {
  if (!shared) return ownerId === asker.id
  return asker.mayAdminister || (ownerId === asker.id && asker.mayShare)
}

const MAY_NAME_CUSTOMERS = new Set(['q', 'contact'])

/** What the audit keeps of a shared view: words that somebody looked for can name a customer, so they do not belong there. */
export function auditedOf({ name, conditions }: SavedView): Pick<SavedView, 'name' | 'conditions'> {
  const kept = Object.entries(conditions).map(([key, value]) => [
    key,
    MAY_NAME_CUSTOMERS.has(key) || key.startsWith('field.') ? '…' : value,
  ])
  return { name, conditions: Object.fromEntries(kept) as SavedView['conditions'] }
}
