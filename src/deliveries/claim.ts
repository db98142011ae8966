import { type ExpressionBuilder, sql } from 'kysely'
import { HOUR, MINUTE } from '../base/index.ts'
import type { Database, Schema, Tx } from '../db/index.ts'
import type { ChannelName, Outgoing } from './delivery.ts'
import { HOLDS_BACK_UNTIL } from './retry-schedule.ts'

/** How long a sender may keep a delivery before others take it for dead. */
export const LEASE = 3 * MINUTE
/** How far a time may lie ahead of the clock before the clock is known to have been set back. */
const SET_BACK = HOUR

/** A delivery that this process alone may send for now. */
export type Claimed = Outgoing & { channel: ChannelName; attempts: number }

type Read = Database['read']
/** Written out, so that the planner sees that the indexes over pending rows serve. */
const PENDING = sql.lit<'pending'>('pending')

/**
 * Takes up to `most` deliveries that are due, those first that have been due longest.
 * @param except what this process is sending at the moment, whatever the clock says of its lease
 */
export async function claimDue(
  tx: Tx,
  input: { due: number; now: number; lease: string; most: number; except: readonly string[] },
): Promise<Claimed[]> {
  let due = tx.query
    .selectFrom('deliveries as one')
    .select('one.id')
    .where('one.state', '=', PENDING)
    .where('one.next_at', '<=', input.due)
    .where(isFirst)
    .orderBy('one.next_at')
    .orderBy('one.id')
    .limit(input.most)
  if (input.except.length > 0) due = due.where('one.id', 'not in', input.except)
  if (tx.traits.kind === 'postgres') due = due.forUpdate().skipLocked()
  const ids = (await due.execute()).map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await tx.query
    .updateTable('deliveries')
    .set({ lease: input.lease, next_at: input.now + LEASE, changed_at: input.now })
    .where('id', 'in', ids)
    .returning([
      'id',
      'issue_id as issueId',
      'channel',
      'attempts',
      'recipient as to',
      'locale',
      'subject',
      'text',
      'html',
    ])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined)
}

/** Nothing of the same issue and channel that was enqueued before it still has to go first. */
function isFirst(eb: ExpressionBuilder<Schema & { one: Schema['deliveries'] }, 'one'>) {
  return eb.not(
    eb.exists(
      eb
        .selectFrom('deliveries as earlier')
        .select('earlier.id')
        .where('earlier.state', '=', PENDING)
        .whereRef('earlier.issue_id', '=', 'one.issue_id')
        .whereRef('earlier.channel', '=', 'one.channel')
        .whereRef('earlier.id', '<', 'one.id')
        .where('earlier.attempts', '<', HOLDS_BACK_UNTIL),
    ),
  )
}

/** Whether a claimed delivery still is: its issue may have been erased while it waited for its turn. */
export async function isStillClaimed(read: Read, id: string, lease: string): Promise<boolean> {
  const row = await read
    .selectFrom('deliveries')
    .select('id')
    .where('id', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirst()
  return row !== undefined
}

/** When the next delivery is due, or the lease of a sender ends; null where nothing waits. UTC milliseconds. */
export async function findNextDue(read: Read, now: number): Promise<number | null> {
  if (await wasSetBack(read, now)) return now
  const next = await read
    .selectFrom('deliveries as one')
    .select('one.next_at as at')
    .where('one.state', '=', PENDING)
    // Always so; it makes SQLite walk the index in which these come in order.
    .where('one.next_at', '>=', 0)
    .where(isFirst)
    .orderBy('one.next_at')
    .limit(1)
    .executeTakeFirst()
  return next?.at ?? null
}

/** Whether waits were measured by a clock that was ahead of this one. */
export async function wasSetBack(read: Read, now: number): Promise<boolean> {
  const { latest } = await read
    .selectFrom('deliveries')
    .select((eb) => eb.fn.max('changed_at').as('latest'))
    .where('state', '=', PENDING)
    .executeTakeFirstOrThrow()
  return latest !== null && latest > now + SET_BACK
}

/** After the clock was set back: what waits by the old clock is due now, once. */
export async function forgetOldClock(tx: Tx, now: number, except: readonly string[]): Promise<void> {
  let ahead = tx.query
    .updateTable('deliveries')
    .set({ next_at: now, changed_at: now, lease: null })
    .where('state', '=', PENDING)
    .where('changed_at', '>', now + SET_BACK)
  if (except.length > 0) ahead = ahead.where('id', 'not in', except)
  await ahead.execute()
}

/** Gives back what was claimed and not begun; `all` of all senders, where this process is alone with its store. */
export async function giveBack(tx: Tx, now: number, ids: readonly string[] | 'all'): Promise<void> {
  if (ids.length === 0) return
  let held = tx.query
    .updateTable('deliveries')
    .set({ next_at: now, changed_at: now, lease: null })
    .where('state', '=', PENDING)
    .where('lease', 'is not', null)
  if (ids !== 'all') held = held.where('id', 'in', ids)
  await held.execute()
}
