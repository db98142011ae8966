import { MINUTE } from '../base/index.ts'
import type { Database } from '../db/index.ts'

const LONG = 5 * MINUTE

/**
 * How many minutes the first event that no rule has looked at yet has waited; `null` where none has waited for long, as
 * where a worker runs that is not far behind.
 */
export async function longestWait(db: Database, now: number): Promise<number | null> {
  const { since } = await db.read
    .selectFrom('pending_events')
    .select((eb) => eb.fn.min('next_at').as('since'))
    .where('attempts', '=', 0)
    .executeTakeFirstOrThrow()
  return since !== null && now - since > LONG ? Math.floor((now - since) / MINUTE) : null
}
