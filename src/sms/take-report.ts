import { notFound } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import type { DeliveryReport } from '../deliveries/index.ts'

/** What became of a text message; `reason` is a gateway's word for it. */
export type Report = Pick<DeliveryReport, 'state' | 'reason'> & { id: string }

/**
 * Keeps what a gateway reported of a text message. The first report stays: one that comes again, or late, changes nothing.
 * @throws Refusal `not-found` where no such message was handed over
 */
export async function takeReport(db: Database, now: number, report: Report): Promise<void> {
  if (await writeReport(db, now, report)) return
  const row = await db.read
    .selectFrom('deliveries')
    .select('report')
    .where('id', '=', report.id)
    .where('channel', '=', 'sms')
    .executeTakeFirst()
  // One that never set out cannot have arrived; neither can one that is erased.
  if (!row || row.report === null) throw notFound('text message on its way')
}

/** @returns whether it was the first */
export async function writeReport(db: Database, now: number, report: Report): Promise<boolean> {
  const { id, state, reason } = report
  const done = await db.transaction((tx) =>
    tx.query
      .updateTable('deliveries')
      .set({ report: JSON.stringify({ state, reason }), reported_at: now })
      .where('id', '=', id)
      .where('channel', '=', 'sms')
      .where('report', 'is', null)
      .where((eb) => eb.or([eb('attempts', '>', 0), eb('lease', 'is not', null)]))
      .executeTakeFirst(),
  )
  return done.numUpdatedRows > 0n
}
