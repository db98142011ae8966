import { DAY } from '../base/index.ts'
import type { Database } from '../db/index.ts'

const WAITED = 3 * DAY
const BATCH = 500

/**
 * Gives up calls of webhooks that are due and that nobody has tried for three days, since their endpoint takes none and is
 * left alone: a few attempts a day would never come to the end of them. They can be sent again by hand.
 * @returns how many
 */
export async function giveUpOldCalls(db: Database, now: number): Promise<number> {
  let all = 0
  for (let given = BATCH; given >= BATCH; all += given) {
    const done = await db.transaction((tx) => {
      const old = tx.query
        .selectFrom('deliveries')
        .select('id')
        .where('state', '=', 'pending')
        .where('channel', '=', 'webhook')
        .where('changed_at', '<', now - WAITED)
        .where('next_at', '<=', now)
        .limit(BATCH)
      return tx.query
        .updateTable('deliveries')
        .set({ state: 'dead', lease: null, settled_at: now, changed_at: now, last_error: TOO_LONG })
        .where('id', 'in', old)
        .where('state', '=', 'pending')
        .executeTakeFirst()
    })
    given = Number(done.numUpdatedRows)
  }
  return all
}

const TOO_LONG = 'the endpoint took no calls for three days'
