import type { Database } from '../db/index.ts'

/** When a customer opened their status page for the first and the last time; UTC milliseconds. */
export type CustomerVisits = { first: number; last: number }

/** `null` where nobody has opened it yet. */
export async function findVisits(
  db: Pick<Database, 'read'>,
  issueId: string,
): Promise<CustomerVisits | null> {
  const row = await db.read
    .selectFrom('customer_visits')
    .select(['first_at as first', 'last_at as last'])
    .where('issue_id', '=', issueId)
    .executeTakeFirst()
  return row ?? null
}
