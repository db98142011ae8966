import { type Kysely, sql } from 'kysely'
import { newId } from '../../base/index.ts'

/**
 * Issues are found by parts of their number and phone, and by their messages, once a walk over all of them has written
 * that down; until it is over, some are found as before.
 */
export async function searchParts(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from issues`.execute(db)
  const total = Number(rows[0]?.total)
  if (total === 0) return
  const now = Date.now()
  await sql`insert into jobs (id, kind, issue_type_id, last_issue_id, done, total, changed, failed, created_at, finished_at)
    values (${newId(now)}, 'search', null, '', 0, ${total}, 0, 0, ${now}, null)`.execute(db)
}
