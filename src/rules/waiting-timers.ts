import { MINUTE } from '../base/index.ts'
import type { Database } from '../db/index.ts'

const LONG = 5 * MINUTE

/**
 * For how many minutes something has been due that time starts, and nobody has started it; `null` where nothing has been
 * for long, as where a worker runs that is not far behind.
 */
export async function longestOverdue(db: Database, now: number): Promise<number | null> {
  const timer = await db.read
    .selectFrom('issue_timers')
    .select('at')
    // What is to be looked at at once says nothing of when that was.
    .where('at', '>', 0)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  const schedule = await db.read
    .selectFrom('rule_schedules')
    .select('next_at')
    .orderBy('next_at')
    .limit(1)
    .executeTakeFirst()
  const since = Math.min(timer?.at ?? now, schedule?.next_at ?? now)
  return now - since > LONG ? Math.floor((now - since) / MINUTE) : null
}
