import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/** Lists of what was closed or decided in a time are read from their indexes alone, however they are sorted. */
export async function turningLists(db: Kysely<unknown>, _traits: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  for (const name of ['closed', 'decided']) {
    await run(`drop index issues_${name}`)
    await run(`create index issues_${name} on issues (${name}_at, issue_type_id, created_at, id, search_id, category, due,
      changed_at, number_key) where ${name}_at is not null`)
  }
}
