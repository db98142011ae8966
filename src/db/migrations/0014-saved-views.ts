import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/** Lists of issues that people keep by a name, for themselves or for all. What was shared stays when its owner goes. */
export async function savedViews(db: Kysely<unknown>, { integer, key }: DialectTraits): Promise<void> {
  const run = (statement: string) => sql.raw(statement).execute(db)
  await run(
    `create table saved_views (
    id ${key} primary key, owner_id ${key} references users (id) on delete set null, name text not null,
    shared integer not null, position integer not null, conditions text not null, created_at ${integer} not null)`,
  )
  await run('create index saved_views_owner on saved_views (owner_id)')
}
