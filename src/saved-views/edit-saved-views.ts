import { recordAudit } from '../audit/index.ts'
import { etagOf, invalid, matches, newId, notFound, Refusal } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import {
  type Asker,
  auditedOf,
  MAX_OWN,
  MAX_SHARED,
  mayChange,
  maySee,
  type SavedView,
  type SavedViewContent,
} from './saved-view.ts'
import { columnsOf, othersOf, readSavedView } from './saved-view-rows.ts'

/** @throws Refusal `conflict` where there are as many as may be, `invalid-input` where it may not be shared */
export async function createSavedView(ctx: Ctx, asker: Asker, input: SavedViewContent): Promise<SavedView> {
  const now = ctx.clock()
  return ctx.db.transaction(async (tx) => {
    const view = await placed(tx, asker, { ...input, id: newId(now), ownerId: asker.id }, null)
    await tx.query
      .insertInto('saved_views')
      .values({ id: view.id, owner_id: asker.id, ...columnsOf(view), created_at: now })
      .execute()
    await audit(ctx, tx, null, view)
    return view
  })
}

/** @throws Refusal `not-found`, `forbidden` for what somebody else shared, `version-conflict` and what making one does */
export async function editSavedView(
  ctx: Ctx,
  asker: Asker,
  id: string,
  input: SavedViewContent,
  ifMatch?: string,
): Promise<SavedView> {
  return ctx.db.transaction(async (tx) => {
    const before = await changeable(tx, asker, id, ifMatch)
    const view = await placed(tx, asker, { ...before, ...input }, before)
    await tx.query.updateTable('saved_views').set(columnsOf(view)).where('id', '=', id).execute()
    await audit(ctx, tx, before, view)
    return view
  })
}

export async function deleteSavedView(ctx: Ctx, asker: Asker, id: string, ifMatch?: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const view = await changeable(tx, asker, id, ifMatch)
    await tx.query.deleteFrom('saved_views').where('id', '=', id).execute()
    await audit(ctx, tx, view, null)
  })
}

async function changeable(tx: Tx, asker: Asker, id: string, ifMatch?: string): Promise<SavedView> {
  const view = await readSavedView(tx.query, id)
  if (!view || !maySee(view, asker)) throw notFound('saved view')
  if (!mayChange(view, asker))
    throw new Refusal('forbidden', 'A shared view is changed by who made it, or by an administrator.')
  matches(ifMatch, etagOf(view))
  return view
}

/** The view with its place among those beside it, where it may be there. */
async function placed(
  tx: Tx,
  asker: Asker,
  wanted: Omit<SavedView, 'position'> & { position?: number | undefined },
  before: SavedView | null,
): Promise<SavedView> {
  const { shared } = wanted
  if (shared && !before?.shared && !asker.mayShare)
    throw invalid({ path: 'shared', message: 'false is needed: who only reads issues keeps views alone' })
  // One that an administrator takes back from all is its owner's again, and of nobody where they are gone.
  const others = await othersOf(tx, wanted.id, shared ? 'shared' : { ownerId: wanted.ownerId ?? '' })
  const most = shared ? MAX_SHARED : MAX_OWN
  if (others.count >= most && shared !== before?.shared)
    throw new Refusal('conflict', `There are ${most} such views already, and no more are allowed.`)
  return { ...wanted, name: wanted.name.trim(), position: wanted.position ?? others.next }
}

/** What all see is told of; one's own is nobody else's matter. */
async function audit(ctx: Ctx, tx: Tx, before: SavedView | null, after: SavedView | null): Promise<void> {
  const [was, is] = [before?.shared ? before : null, after?.shared ? after : null]
  const view = is ?? was
  if (!view) return
  await recordAudit(tx, ctx.clock(), {
    actor: ctx.actor,
    action: was && is ? 'saved-view.changed' : is ? 'saved-view.shared' : 'saved-view.deleted',
    target: `saved-view:${view.id}`,
    before: was && auditedOf(was),
    after: is && auditedOf(is),
  })
}
