import { earliestId, HOUR, newId, parseAddress } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import type { NewDelivery } from './delivery.ts'
import { recipientProblem } from './recipient.ts'

/** How many messages about one issue may leave in an hour. */
export const MOST_AN_HOUR = 20
/** How many calls about one issue one webhook may get in an hour: a bound for what programs make each other do. */
const MOST_CALLS_AN_HOUR = 1000
const MAX_RECIPIENT_LENGTH = 320

/**
 * Stores messages that are to leave once the transaction is committed. One whose unique key is there already is left out;
 * one that cannot be sent, or would be over what may leave within an hour, is stored as failed with its reason, and can be
 * sent again by hand.
 * @returns the ids of those that were stored, in their order
 */
export async function enqueue(tx: Tx, now: number, rows: readonly NewDelivery[]): Promise<string[]> {
  const left = await countLeft(tx, now, rows)
  const ids: string[] = []
  for (const row of rows) {
    const room = left.get(lineOf(row)) ?? 0
    const error = whyNot(row, room)
    const id = await store(tx, now, row, error)
    if (id === null) continue
    ids.push(id)
    if (error !== null) continue
    left.set(lineOf(row), room - 1)
    tx.signal('deliveries')
  }
  return ids
}

function whyNot(row: NewDelivery, room: number): string | null {
  if (row.refusedBecause !== undefined) return row.refusedBecause
  const problem = recipientProblem(row.channel, row.to)
  if (problem !== null) return problem
  if (room > 0) return null
  return row.channel === 'webhook'
    ? `more than ${MOST_CALLS_AN_HOUR} calls of this webhook about this issue within an hour`
    : `more than ${MOST_AN_HOUR} messages about this issue within an hour`
}

/** What is counted together: messages about an issue; calls of a webhook about it. */
function lineOf({ issueId, channel, to }: NewDelivery): string {
  return channel === 'webhook' ? `${issueId} ${to}` : issueId
}

/** @returns the id, or null where its unique key was there */
async function store(tx: Tx, now: number, row: NewDelivery, error: string | null): Promise<string | null> {
  const inserted = await tx.query
    .insertInto('deliveries')
    .values({
      id: newId(now),
      issue_id: row.issueId,
      event_id: row.eventId,
      rule_id: row.ruleId,
      template_key: row.templateKey,
      unique_key: row.uniqueKey,
      channel: row.channel,
      recipient: parseAddress(row.to) ?? oneLine(row.to).slice(0, MAX_RECIPIENT_LENGTH),
      locale: row.locale,
      state: error === null ? 'pending' : 'failed',
      attempts: 0,
      lease: null,
      next_at: now,
      changed_at: now,
      created_at: now,
      settled_at: error === null ? null : now,
      last_error: error,
      subject: oneLine(row.subject),
      text: row.text,
      html: row.html,
      segments: row.segments ?? null,
    })
    .onConflict((conflict) => conflict.column('unique_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id ?? null
}

/** How much each line may still send; the issues are held, so that two who count do not both find room. */
async function countLeft(tx: Tx, now: number, rows: readonly NewDelivery[]): Promise<Map<string, number>> {
  const left = new Map<string, number>()
  const lines = new Map(rows.map((row) => [lineOf(row), row]))
  // In one order for everyone, so that nobody waits for somebody who waits for them.
  for (const [line, row] of [...lines].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    if (tx.traits.kind === 'postgres') {
      await tx.query
        .selectFrom('issues')
        .select('id')
        .where('id', '=', row.issueId)
        .forNoKeyUpdate()
        .execute()
    }
    const most = row.channel === 'webhook' ? MOST_CALLS_AN_HOUR : MOST_AN_HOUR
    left.set(line, most - (await countSent(tx, now, row)))
  }
  return left
}

async function countSent(tx: Tx, now: number, { issueId, channel, to }: NewDelivery): Promise<number> {
  let query = tx.query
    .selectFrom('deliveries')
    .select((eb) => eb.fn.countAll<number>().as('sent'))
    .where('issue_id', '=', issueId)
    .where('id', '>=', earliestId(now - HOUR))
    // What a clock that was wrong dated into the future closes nothing.
    .where('id', '<', earliestId(now + HOUR))
    // What never set out does not count.
    .where((eb) => eb.or([eb('state', '!=', 'failed'), eb('attempts', '>', 0)]))
  query =
    channel === 'webhook'
      ? query.where('channel', '=', 'webhook').where('recipient', '=', to)
      : query.where('channel', '!=', 'webhook')
  return (await query.executeTakeFirstOrThrow()).sent
}

/** White space and control characters, line breaks too, as plain spaces. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
