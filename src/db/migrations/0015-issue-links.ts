import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/** Issues that belong together. A pair has one link, whichever of the two it was said of. */
export async function issueLinks(db: Kysely<unknown>, { integer, key }: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table issue_links (
    pair ${key} primary key,
    from_id ${key} not null references issues (id) on delete cascade,
    to_id ${key} not null references issues (id) on delete cascade,
    kind text not null, created_at ${integer} not null)`)
  await run('create index issue_links_from on issue_links (from_id)')
  await run('create index issue_links_to on issue_links (to_id)')
}
