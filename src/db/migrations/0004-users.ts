import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

const SORTS = ['created_at', 'changed_at', 'due', 'number_key']

/** People who work on issues, and who handles which. */
export async function users(db: Kysely<unknown>, { integer, key }: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table users (
    id ${key} primary key, email text not null, email_key ${key} not null unique, name text not null,
    role text not null, public_name text not null, locale text, active integer not null, version ${integer} not null,
    created_at ${integer} not null, changed_at ${integer} not null)`)
  await run(`alter table issues add column handler_id ${key} references users (id)`)
  // Two indexes, since PostgreSQL does not walk one in its order behind "is null", as it does behind a value.
  for (const sort of SORTS) {
    for (const [name, rows] of [
      ['handler', 'handler_id, SORT, id, category, issue_type_id) where handler_id is not null'],
      ['unhandled', 'SORT, id, category, issue_type_id) where handler_id is null'],
    ] as const) {
      await run(`create index issues_${name}_${sort} on issues (${rows.replace('SORT', sort)}`)
    }
  }
}
