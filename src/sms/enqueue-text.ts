import type { Settings } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { enqueue, type NewDelivery, type Readmission } from '../deliveries/index.ts'
import { takeRoom } from './limits.ts'
import { sizeOf } from './segments.ts'

/** A text message that is to leave; `to` is a number in E.164. */
export type NewText = Omit<NewDelivery, 'channel' | 'subject' | 'html' | 'segments' | 'refusedBecause'>

type Limited = Pick<Settings, 'timeZone' | 'sms'>

/**
 * Stores a text message that is to leave once the transaction is committed. One that a limit stops is stored as failed
 * with its reason, and can be sent again by hand.
 * @returns its id, or `null` where its unique key was there
 */
export async function enqueueText(
  tx: Tx,
  now: number,
  settings: Limited,
  text: NewText,
): Promise<string | null> {
  const { segments } = sizeOf(text.text)
  const [id] = await enqueue(tx, now, [{ ...text, channel: 'sms', subject: '', html: '', segments }])
  if (id === undefined) return null
  const row = await tx.query
    .selectFrom('deliveries')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // Only what would leave takes room.
  if (row.state !== 'pending') return id
  const stopped = await takeRoom(tx, now, settings, { to: text.to, segments, except: id })
  if (stopped !== null) {
    await tx.query
      .updateTable('deliveries')
      .set({ state: 'failed', settled_at: now, last_error: stopped })
      .where('id', '=', id)
      .execute()
  }
  return id
}

/** Whether a text message may be sent again by hand: under the same limits as when it was new. */
export function readmitText(settings: Limited): Readmission {
  return (tx, now, { id, recipient, text }) =>
    takeRoom(tx, now, settings, { to: recipient, segments: sizeOf(text).segments, except: id })
}
