import { notFound, Refusal } from '../base/index.ts'
import type { Database, Schema } from '../db/index.ts'
import type { Delivery } from './delivery.ts'
import { readDelivery } from './queries.ts'
import { recipientProblem } from './recipient.ts'

/**
 * Makes a delivery due now, with all its attempts before it; its Message-ID stays.
 * @throws Refusal `not-found`; `conflict` where it was sent, is being sent, or has nothing to send or nobody to send it to
 */
export function retryDelivery(db: Database, now: number, id: string): Promise<Delivery> {
  return db.transaction(async (tx) => {
    let query = tx.query.selectFrom('deliveries').selectAll().where('id', '=', id)
    if (tx.traits.kind === 'postgres') query = query.forUpdate()
    const row = await query.executeTakeFirst()
    if (!row) throw notFound('delivery')
    const why = whyNot(row, now)
    if (why !== null) throw new Refusal('conflict', why)
    await tx.query
      .updateTable('deliveries')
      .set({ state: 'pending', attempts: 0, lease: null, next_at: now, changed_at: now, settled_at: null })
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
