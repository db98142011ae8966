import { type Kysely, sql } from 'kysely'
import { newId } from '../../base/index.ts'
import type { DialectTraits } from '../dialects.ts'

/**
 * Issues are found by parts of their number and phone, and by their messages. The index begins anew, and a walk over all
 * issues fills it: to write over one is dear on SQLite, and only the program knows what an issue is found by.
 */
export async function searchParts(db: Kysely<unknown>, { kind }: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  if (kind === 'postgres') await run('truncate issue_search')
  else {
    await run('drop table issue_search')
    await run(`create virtual table issue_search using fts5(
      body, prefix='1 2 3 4 5 6 7 8', tokenize='ascii', detail=none, columnsize=0)`)
    await run("insert into issue_search (issue_search, rank) values ('secure-delete', 1)")
  }
  const { rows } = await sql<{ total: number }>`select count(*) as total from issues`.execute(db)
  const total = Number(rows[0]?.total)
  if (total === 0) return
  const now = Date.now()
  await sql`insert into jobs (id, kind, issue_type_id, last_issue_id, done, total, changed, failed, created_at, finished_at)
    values (${newId(now)}, 'search', null, '', 0, ${total}, 0, 0, ${now}, null)`.execute(db)
}
