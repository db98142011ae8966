import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/**
 * Since when the customer waits for an answer, beside the issue: since the first public message of theirs that no public one
 * of the shop came after. The index holds what is open and unanswered, however much was said.
 */
export async function unanswered(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`alter table issues add column unanswered_since ${traits.integer}`)
  const said = (row: string, author: string) => `${row}.internal = 0 and ${row}.author = '${author}'`
  // Rows that stay as they are are not written: on PostgreSQL each would be, in every index.
  await run(`update issues set unanswered_since = waiting.since from (
      select asked.issue_id, min(asked.created_at) as since from messages as asked
      where ${said('asked', 'customer')} and asked.id > coalesce((
        select max(told.id) from messages as told
        where told.issue_id = asked.issue_id and ${said('told', 'shop')}), '')
      group by asked.issue_id) as waiting
    where issues.id = waiting.issue_id`)
  await run(`create index issues_unanswered on issues (unanswered_since, issue_type_id, category)
    where unanswered_since is not null and category <> 'done'`)
}
