import { type Kysely, sql } from 'kysely'

const SORTS = ['created_at', 'changed_at', 'due', 'number_key']

/**
 * Lists find a step whatever its type, and pass over the rows that a second filter does not want without leaving the
 * index: what such filters look at stands behind (sort key, id).
 */
export async function listIndexes(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  for (const sort of SORTS) {
    const looked = ['created_at', 'due', 'search_id'].filter((column) => column !== sort).join(', ')
    await run(`drop index issues_${sort}`)
    await run(`create index issues_${sort} on issues (${sort}, id, ${looked})`)
    await run(`drop index issues_step_${sort}`)
    await run(`create index issues_step_${sort} on issues (step, ${sort}, id, issue_type_id)`)
    await run(`drop index issues_category_${sort}`)
    await run(`create index issues_category_${sort} on issues (category, ${sort}, id, issue_type_id)`)
  }
}
