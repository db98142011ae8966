import { sql } from 'kysely'
import { MINUTE } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { findNextDue } from './claim.ts'
import { CHANNELS, type ChannelName } from './delivery.ts'

const LONG = 5 * MINUTE

/**
 * The channels in which a delivery has been due for long and nobody takes it, with the minutes; none where senders run
 * that are not far behind. What waits for its next attempt is not due; neither is what waits for a webhook that is left
 * alone.
 */
export async function overdueChannels(
  db: Database,
  now: number,
): Promise<{ channel: ChannelName; minutes: number }[]> {
  const overdue: { channel: ChannelName; minutes: number }[] = []
  for (const channel of CHANNELS) {
    const due = await findNextDue(db.read, now, { channel, byRecipient: channel === 'webhook' })
    if (due === null || now - due <= LONG) continue
    // What waits for an endpoint that is left alone is due all the while.
    if (channel === 'webhook' && (await isTriedLately(db, now))) continue
    overdue.push({ channel, minutes: Math.floor((now - due) / MINUTE) })
  }
  return overdue
}

/** Whether a call that waits was tried within the time that an endpoint is left alone at most, and some. */
async function isTriedLately(db: Database, now: number): Promise<boolean> {
  const row = await db.read
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', sql.lit<'pending'>('pending'))
    .where('channel', '=', 'webhook')
    .where('changed_at', '>', now - LONG)
    .where((eb) => eb.or([eb('attempts', '>', 0), eb('lease', 'is not', null)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
