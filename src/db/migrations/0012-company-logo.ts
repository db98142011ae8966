import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/** The logo of whoever runs the installation, for the top of pages that have no header of their own. */
export async function companyLogo(
  db: Kysely<unknown>,
  { integer, bytes, key }: DialectTraits,
): Promise<void> {
  await sql
    .raw(
      `create table company_logo (
    id integer primary key, asset ${key} not null, name text not null, media_type text not null, content ${bytes} not null,
    created_at ${integer} not null)`,
    )
    .execute(db)
}
