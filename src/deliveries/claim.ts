import { type ExpressionBuilder, sql } from 'kysely'
import { HOUR, MINUTE } from '../base/index.ts'
import type { Database, Schema, Tx } from '../db/index.ts'
import { type ChannelName, FOR_STAFF, type Outgoing } from './delivery.ts'
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

/** What one sender looks at: the rows of its channel, and whether each recipient is a line of its own. */
export type Lane = { channel: ChannelName; byRecipient: boolean }

/**
 * Takes up to `most` deliveries that are due, those first that have been due longest; where recipients are lines of their
 * own, one of each.
 * @param except what this process is sending at the moment, whatever the clock says of its lease
 */
export async function claimDue(
  tx: Tx,
  input: Lane & {
    due: number
    now: number
    lease: string
    most: number
    except: readonly { id: string; to: string }[]
  },
): Promise<Claimed[]> {
  const ids = input.byRecipient ? await firstOfLines(tx, input) : await firstOfAll(tx, input)
  if (ids.length === 0) return []
  const rows = await tx.query
    .updateTable('deliveries')
    .set({ lease: input.lease, next_at: input.now + LEASE, changed_at: input.now })
    .where('id', 'in', ids)
    .returning([
      'id',
      (eb) => eb.fn.coalesce('issue_id', eb.val(FOR_STAFF)).as('issueId'),
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

type Choice = Lane & {
  due: number
  most: number
  except: readonly { id: string; to: string }[]
}

async function firstOfAll(tx: Tx, input: Choice): Promise<string[]> {
  let due = dueIn(tx, input).limit(input.most)
  if (input.except.length > 0) {
    due = due.where(
      'one.id',
      'not in',
      input.except.map(({ id }) => id),
    )
  }
  return (await due.execute()).map(({ id }) => id)
}

/** Looked up line by line: however much waits for a recipient that is left alone, nobody walks over it. */
async function firstOfLines(tx: Tx, input: Choice): Promise<string[]> {
  const except = new Set(input.except.map(({ to }) => to))
  const found: { id: string; next_at: number }[] = []
  for (const recipient of await waitingLines(tx)) {
    if (except.has(recipient)) continue
    found.push(...(await dueIn(tx, input).where('one.recipient', '=', recipient).limit(1).execute()))
  }
  return found
    .toSorted((one, other) => one.next_at - other.next_at || (one.id < other.id ? -1 : 1))
    .slice(0, input.most)
    .map(({ id }) => id)
}

function dueIn(tx: Tx, input: Choice) {
  const due = tx.query
    .selectFrom('deliveries as one')
    .select(['one.id', 'one.next_at'])
    .where('one.state', '=', PENDING)
    .where('one.channel', '=', sql.lit(input.channel))
    .where('one.next_at', '<=', input.due)
    .where(isFirst(input))
    .orderBy('one.next_at')
    .orderBy('one.id')
  return tx.traits.kind === 'postgres' ? due.forUpdate().skipLocked() : due
}

/** The webhooks for which anything waits: from one to the next by the index. */
async function waitingLines(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ recipient: string }>`
    with recursive lines (recipient) as (
      select min(recipient) from deliveries
        where state = 'pending' and channel = 'webhook' and recipient > ''
      union all
      select (select min(recipient) from deliveries
        where state = 'pending' and channel = 'webhook' and recipient > lines.recipient)
      from lines where lines.recipient is not null)
    select recipient from lines where recipient is not null`.execute(tx.query)
  return rows.map(({ recipient }) => recipient)
}

/** Nothing of the same issue and line that was enqueued before it still has to go first. */
function isFirst({ byRecipient }: Lane) {
  return (eb: ExpressionBuilder<Schema & { one: Schema['deliveries'] }, 'one'>) => {
    let earlier = eb
      .selectFrom('deliveries as earlier')
      .select('earlier.id')
      .where('earlier.state', '=', PENDING)
      .whereRef('earlier.issue_id', '=', 'one.issue_id')
      .whereRef('earlier.channel', '=', 'one.channel')
      .whereRef('earlier.id', '<', 'one.id')
      .where('earlier.attempts', '<', HOLDS_BACK_UNTIL)
    if (byRecipient) earlier = earlier.whereRef('earlier.recipient', '=', 'one.recipient')
    return eb.not(eb.exists(earlier))
  }
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
export async function findNextDue(read: Read, now: number, lane: Lane): Promise<number | null> {
  if (await wasSetBack(read, now, lane)) return now
  const next = await read
    .selectFrom('deliveries as one')
    .select('one.next_at as at')
    .where('one.state', '=', PENDING)
    .where('one.channel', '=', lane.channel)
    // Always so; it makes SQLite walk the index in which these come in order.
    .where('one.next_at', '>=', 0)
    .where(isFirst(lane))
    .orderBy('one.next_at')
    .limit(1)
    .executeTakeFirst()
  return next?.at ?? null
}

/** Whether waits were measured by a clock that was ahead of this one. */
export async function wasSetBack(read: Read, now: number, { channel }: Lane): Promise<boolean> {
  const { latest } = await read
    .selectFrom('deliveries')
    .select((eb) => eb.fn.max('changed_at').as('latest'))
    .where('state', '=', PENDING)
    .where('channel', '=', channel)
    .executeTakeFirstOrThrow()
  return latest !== null && latest > now + SET_BACK
}

/** After the clock was set back: what waits by the old clock is due now, once. */
export async function forgetOldClock(
  tx: Tx,
  now: number,
  { channel }: Lane,
  except: readonly { id: string }[],
): Promise<void> {
  let ahead = tx.query
    .updateTable('deliveries')
    .set({ next_at: now, changed_at: now, lease: null })
    .where('state', '=', PENDING)
    .where('channel', '=', channel)
    .where('changed_at', '>', now + SET_BACK)
  if (except.length > 0)
    ahead = ahead.where(
      'id',
      'not in',
      except.map(({ id }) => id),
    )
  await ahead.execute()
}

/** Gives back what was claimed and not begun; `all` of all senders, where this process is alone with its store. */
export async function giveBack(
  tx: Tx,
  now: number,
  { channel }: Lane,
  ids: readonly string[] | 'all',
): Promise<void> {
  if (ids.length === 0) return
  let held = tx.query
    .updateTable('deliveries')
    .set({ next_at: now, changed_at: now, lease: null })
    .where('state', '=', PENDING)
    .where('channel', '=', channel)
    .where('lease', 'is not', null)
  if (ids !== 'all') held = held.where('id', 'in', ids)
  await held.execute()
}
