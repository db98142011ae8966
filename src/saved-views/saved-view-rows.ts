import type { Kysely, Selectable } from 'kysely'
import type { Database, Schema, Tx } from '../db/index.ts'
import type { SavedView } from './saved-view.ts'

/** What somebody sees, shared ones first, each in the order that people gave them. */
export async function findSavedViews(db: Database, userId: string): Promise<SavedView[]> {
  const rows = await db.read
    .selectFrom('saved_views')
    .selectAll()
    .where((eb) => eb.or([eb('shared', '=', 1), eb('owner_id', '=', userId)]))
    .orderBy('shared', 'desc')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(viewFromRow)
}

export async function readSavedView(query: Kysely<Schema>, id: string): Promise<SavedView | null> {
  const row = await query.selectFrom('saved_views').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? viewFromRow(row) : null
}

/** How many views there are beside one, of a user or shared, and the place after the last. */
export async function othersOf(
  { query }: Tx,
  beside: string,
  which: { ownerId: string } | 'shared',
): Promise<{ count: number; next: number }> {
  const those = query
    .selectFrom('saved_views')
    .select((eb) => [eb.fn.countAll().as('count'), eb.fn.max('position').as('last')])
    .where('id', '!=', beside)
  const found = await (which === 'shared'
    ? those.where('shared', '=', 1)
    : those.where('shared', '=', 0).where('owner_id', '=', which.ownerId)
  ).executeTakeFirstOrThrow()
  return { count: Number(found.count), next: (found.last ?? -1) + 1 }
}

/** What nobody can see any more goes: the views of users who were deleted. */
export async function sweepSavedViews(db: Database): Promise<void> {
  await db.transaction((tx) =>
    tx.query.deleteFrom('saved_views').where('owner_id', 'is', null).where('shared', '=', 0).execute(),
  )
}

export function columnsOf({ name, shared, position, conditions }: Omit<SavedView, 'id' | 'ownerId'>) {
  return { name, shared: shared ? 1 : 0, position, conditions: JSON.stringify(conditions) }
}

export function viewFromRow(row: Selectable<Schema['saved_views']>): SavedView {
  return {
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    shared: row.shared === 1,
    position: row.position,
    // The column holds what `columnsOf` wrote.
    conditions: JSON.parse(row.conditions) as SavedView['conditions'],
  }
}
