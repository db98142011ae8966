import type { Tx } from '../db/index.ts'
import { columnsOf, viewFromRow } from './saved-view-rows.ts'

/** Takes out of all views, shared or not, what must not be kept any more; what else they say stays. */
export async function forgetConditions(
  tx: Tx,
  isGone: (name: string, value: string) => boolean,
): Promise<void> {
  let query = tx.query.selectFrom('saved_views').selectAll().orderBy('id')
  if (tx.traits.kind === 'postgres') query = query.forUpdate()
  for (const row of await query.execute()) {
    const view = viewFromRow(row)
    const all = Object.entries(view.conditions)
    const kept = all.filter(([name, value]) => !isGone(name, value))
    if (kept.length === all.length) continue
    const { conditions } = columnsOf({ ...view, conditions: Object.fromEntries(kept) })
    await tx.query.updateTable('saved_views').set({ conditions }).where('id', '=', view.id).execute()
  }
}
