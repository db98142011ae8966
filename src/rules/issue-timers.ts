import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../db/index.ts'
import type { Issue } from '../issues/index.ts'
import type { Fired } from './moments.ts'

/** When there is nothing to come, but something to remember. */
const NEVER = Number.MAX_SAFE_INTEGER

/** `at`: when an issue is to be looked at, `null` for not at all; `since`: what lies before it starts nothing. */
export type Timer = { at: number | null; since: number; fired: Fired }

const NOTHING: Timer = { at: null, since: 0, fired: {} }

/** What is to be started for an issue, which is held, and what was. */
export async function readTimer(tx: Tx, issueId: string): Promise<Timer> {
  const row = await tx.query
    .selectFrom('issue_timers')
    .select(['at', 'since', 'fired'])
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  if (!row) return NOTHING
  const { at, since } = row
  return { at: at === NEVER ? null : at, since, fired: JSON.parse(row.fired) as Fired }
}

export async function keepTimer(tx: Tx, issueId: string, { at, since, fired }: Timer): Promise<void> {
  if (isDeepStrictEqual({ at, since, fired }, NOTHING)) {
    await tx.query.deleteFrom('issue_timers').where('issue_id', '=', issueId).execute()
    return
  }
  const row = { at: at ?? NEVER, since, fired: JSON.stringify(fired) }
  await tx.query
    .insertInto('issue_timers')
    .values({ issue_id: issueId, ...row })
    .onConflict((conflict) => conflict.column('issue_id').doUpdateSet(row))
    .execute()
  tx.signal('timers')
}

/** When the day on which an issue is due was set, UTC milliseconds; `now` at the latest, whatever clock told it. */
export function setAtOf({ deadline, createdAt }: Issue, now: number): number {
  return Math.min(deadline?.setAt ?? createdAt, now)
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
