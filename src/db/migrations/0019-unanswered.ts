import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/**
 * Since when the customer waits for an answer, beside the issue: since the first public message of theirs that no public one
 * of the shop came after. The index holds what is open and unanswered, however much was said.
 */
export async function unanswered(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`alter table issues add column unanswered_since ${traits.integer}`)
  const said = (author: string) => `issue_id = issues.id and internal = 0 and author = '${author}'`
  await run(`update issues set unanswered_since = (
      select min(created_at) from messages where ${said('customer')} and id > coalesce((
        select max(id) from messages where ${said('shop')}), ''))
    where id in (select issue_id from messages where internal = 0 and author = 'customer')`)
  await run(`create index issues_unanswered on issues (unanswered_since, issue_type_id, category)
    where unanswered_since is not null and category <> 'done'`)
}
