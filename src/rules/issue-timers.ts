import type { Tx } from '../db/index.ts'
import type { Issue } from '../issues/index.ts'
import type { Fired } from './moments.ts'

/** When there is nothing to come, but something to remember. */
const NEVER = Number.MAX_SAFE_INTEGER

/** When an issue is to be looked at (`null`: not at all), and what time has started for it. The issue is held. */
export async function readFired(tx: Tx, issueId: string): Promise<{ at: number | null; fired: Fired }> {
  const row = await tx.query
    .selectFrom('issue_timers')
    .select(['at', 'fired'])
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  if (!row) return { at: null, fired: {} }
  return { at: row.at === NEVER ? null : row.at, fired: JSON.parse(row.fired) as Fired }
}

export async function keepTimer(tx: Tx, issueId: string, at: number | null, fired: Fired): Promise<void> {
  if (at === null && Object.keys(fired).length === 0) {
    await tx.query.deleteFrom('issue_timers').where('issue_id', '=', issueId).execute()
    return
  }
  const row = { at: at ?? NEVER, fired: JSON.stringify(fired) }
  await tx.query
    .insertInto('issue_timers')
    .values({ issue_id: issueId, ...row })
    .onConflict((conflict) => conflict.column('issue_id').doUpdateSet(row))
    .execute()
  tx.signal('timers')
}

/** When the day on which an issue is due was set, UTC milliseconds. */
export function setAtOf({ deadline, createdAt }: Issue): number {
  return deadline?.setAt ?? createdAt
}

/** The issues that are to be looked at by `now`, those first whose time came first. */
export async function dueTimers(query: Tx['query'], now: number, most: number) {
  return query
    .selectFrom('issue_timers')
    .select(['issue_id', 'at'])
    .where('at', '<=', now)
    .orderBy('at')
    .orderBy('issue_id')
    .limit(most)
    .execute()
}

/** When the next look is due, UTC milliseconds; `null` where none is. */
export async function nextTimer(query: Tx['query']): Promise<number | null> {
  const row = await query.selectFrom('issue_timers').select('at').orderBy('at').limit(1).executeTakeFirst()
  return row === undefined || row.at === NEVER ? null : row.at
}
