import { earliestId, HOUR, newId, parseAddress } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import type { NewDelivery } from './delivery.ts'

/** How many messages about one issue may leave in an hour. */
export const MOST_AN_HOUR = 20
const MAX_RECIPIENT_LENGTH = 320

/**
 * Stores messages that are to leave once the transaction is committed. One whose unique key is there already is left out;
 * one that cannot be sent, or would be the 21st of its issue in an hour, is stored as failed with its reason, and can be
 * sent again by hand.
 * @returns the ids of those that were stored, in their order
 */
export async function enqueue(tx: Tx, now: number, rows: readonly NewDelivery[]): Promise<string[]> {
  const left = await countLeft(tx, now, new Set(rows.map(({ issueId }) => issueId)))
  const ids: string[] = []
  for (const row of rows) {
    const room = left.get(row.issueId) ?? 0
    const error = whyNot(row, room)
    const id = await store(tx, now, row, error)
    if (id === null) continue
    ids.push(id)
    if (error !== null) continue
    left.set(row.issueId, room - 1)
    tx.signal('deliveries')
  }
  return ids
}

function whyNot(row: NewDelivery, room: number): string | null {
  if (row.refusedBecause !== undefined) return row.refusedBecause
  if (parseAddress(row.to) === null) return 'the recipient is not one e-mail address'
  return room > 0 ? null : `more than ${MOST_AN_HOUR} messages about this issue within an hour`
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
    })
    .onConflict((conflict) => conflict.column('unique_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id ?? null
}

/** How many messages each issue may still send; the issues are held, so that two who count do not both find room. */
async function countLeft(tx: Tx, now: number, issueIds: ReadonlySet<string>): Promise<Map<string, number>> {
  const left = new Map<string, number>()
  // In one order for everyone, so that nobody waits for somebody who waits for them.
  for (const issueId of [...issueIds].toSorted()) {
    if (tx.traits.kind === 'postgres') {
      await tx.query.selectFrom('issues').select('id').where('id', '=', issueId).forNoKeyUpdate().execute()
    }
    const { sent } = await tx.query
      .selectFrom('deliveries')
      .select((eb) => eb.fn.countAll<number>().as('sent'))
      .where('issue_id', '=', issueId)
      .where('id', '>=', earliestId(now - HOUR))
      // What a clock that was wrong dated into the future closes nothing.
      .where('id', '<', earliestId(now + HOUR))
      // What never set out does not count.
      .where((eb) => eb.or([eb('state', '!=', 'failed'), eb('attempts', '>', 0)]))
      .executeTakeFirstOrThrow()
    left.set(issueId, MOST_AN_HOUR - sent)
  }
  return left
}

/** White space and control characters, line breaks too, as plain spaces. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
