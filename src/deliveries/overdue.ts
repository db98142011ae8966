import { MINUTE } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { findNextDue } from './claim.ts'
import { CHANNELS, type ChannelName } from './delivery.ts'

const LONG = 5 * MINUTE

/**
 * The channels in which a delivery has been due for long and nobody takes it, with the minutes; none where senders run
 * that are not far behind. What waits for its next attempt is not due.
 */
export async function overdueChannels(
  db: Database,
  now: number,
): Promise<{ channel: ChannelName; minutes: number }[]> {
  const overdue: { channel: ChannelName; minutes: number }[] = []
  for (const channel of CHANNELS) {
    const due = await findNextDue(db.read, now, { channel, byRecipient: channel === 'webhook' })
    if (due !== null && now - due > LONG) overdue.push({ channel, minutes: Math.floor((now - due) / MINUTE) })
  }
  return overdue
}
