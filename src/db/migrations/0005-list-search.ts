import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

const SORTS = ['created_at', 'changed_at', 'due', 'number_key']
const FILTERS = {
  type: ['issue_type_id'],
  step: ['step', 'issue_type_id'],
  category: ['category', 'issue_type_id'],
}

/**
 * Lists read no row that they do not answer: every index that a list is walked along holds what ranges and words look
 * at. SQLite counts the words that begin with some letters without going through each of them.
 */
export async function listSearch(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  for (const sort of SORTS) {
    const looked = ['created_at', 'due', 'search_id'].filter((column) => column !== sort)
    for (const [name, [first, ...more]] of Object.entries(FILTERS)) {
      await run(`drop index issues_${name}_${sort}`)
      const columns = [first, sort, 'id', ...more, ...looked].join(', ')
      await run(`create index issues_${name}_${sort} on issues (${columns})`)
    }
  }
  for (const sort of SORTS) {
    const looked = ['created_at', 'due', 'search_id'].filter((column) => column !== sort).join(', ')
    const rest = `${sort}, id, category, issue_type_id, step, ${looked}`
    await run(`drop index issues_handler_${sort}`)
    await run(`drop index issues_unhandled_${sort}`)
    await run(
      `create index issues_handler_${sort} on issues (handler_id, ${rest}) where handler_id is not null`,
    )
    await run(`create index issues_unhandled_${sort} on issues (${rest}) where handler_id is null`)
  }
  for (const [sort, other] of [
    ['created_at', 'due'],
    ['due', 'created_at'],
  ]) {
    await run(`drop index issues_${sort}`)
    await run(
      `create index issues_${sort} on issues (${sort}, id, ${other}, search_id, changed_at, number_key)`,
    )
  }
  if (traits.kind === 'postgres') {
    // Indexes tell of rows without the rows only where VACUUM has been; a fifth of a large table is long to wait for.
    const often = ['vacuum', 'vacuum_insert', 'analyze'].map(
      (what) => `autovacuum_${what}_scale_factor = 0.02`,
    )
    for (const table of ['issues', 'field_values', 'issue_search']) {
      await run(`alter table ${table} set (${often.join(', ')})`)
    }
    // Every search goes through all that is not yet sorted in.
    await run('alter index issue_search_body set (gin_pending_list_limit = 256)')
    return
  }
  // Texts are folded words already, with one space between: nothing is left to split or to fold.
  await run(`create virtual table new_search using fts5(
    body, prefix='1 2 3 4 5 6 7 8', tokenize='ascii', detail=none, columnsize=0)`)
  await run("insert into new_search (new_search, rank) values ('secure-delete', 1)")
  await run('insert into new_search (rowid, body) select rowid, body from issue_search')
  await run('drop table issue_search')
  await run('alter table new_search rename to issue_search')
}
