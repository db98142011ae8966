import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/** Status pages as an administrator is about to save them, for the minutes in which somebody looks at them. */
export async function pagePreviews(db: Kysely<unknown>, { integer, key }: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table page_previews (
    hash ${key} primary key, expires_at ${integer} not null, policy text not null, html text not null,
    css text not null)`)
  await run('create index page_previews_end on page_previews (expires_at)')
}
