import { notFound, Refusal } from '../base/index.ts'
import type { Database, Schema, Tx } from '../db/index.ts'
import type { ChannelName, Delivery } from './delivery.ts'
import { readDelivery } from './queries.ts'
import { recipientProblem } from './recipient.ts'

/** Asked before a message is made due again: why it must not leave now, or `null`, and then it has taken its room. */
export type Readmission = (tx: Tx, now: number, row: Schema['deliveries']) => Promise<string | null>
/** By channels that have limits of their own. */
export type Readmissions = Readonly<Partial<Record<ChannelName, Readmission>>>

/**
 * Makes a delivery due now, with all its attempts before it; its Message-ID stays.
 * @throws Refusal `not-found`; `conflict` where it was sent, is being sent, has nothing to send or nobody to send it to,
 *   or is over a limit of its channel
 */
export function retryDelivery(
  db: Database,
  now: number,
  id: string,
  readmit: Readmissions,
): Promise<Delivery> {
  return db.transaction(async (tx) => {
    let query = tx.query.selectFrom('deliveries').selectAll().where('id', '=', id)
    if (tx.traits.kind === 'postgres') query = query.forUpdate()
    const row = await query.executeTakeFirst()
    if (!row) throw notFound('delivery')
    const why = whyNot(row, now)
    if (why !== null) throw new Refusal('conflict', why)
    const stopped = row.state === 'pending' ? null : await readmit[row.channel]?.(tx, now, row)
    if (stopped) throw new Refusal('conflict', `It cannot be sent now: ${stopped}.`)
    await tx.query
      .updateTable('deliveries')
      .set({
        state: 'pending',
        attempts: 0,
        lease: null,
        next_at: now,
        changed_at: now,
        settled_at: null,
        report: null,
        reported_at: null,
      })
      .where('id', '=', id)
      .execute()
    tx.signal('deliveries')
    return readDelivery(tx.query, id)
  })
}

function whyNot(row: Schema['deliveries'], now: number): string | null {
  if (row.state === 'sent') return 'It was sent already.'
  if (row.lease !== null && row.next_at > now) return 'It is being sent right now.'
  const problem = recipientProblem(row.channel, row.recipient)
  if (problem !== null) return `It cannot be sent: ${problem}.`
  return row.text === '' && row.html === '' ? 'It has no text.' : null
}
