import { type Kysely, sql } from 'kysely'

/** Computed fields: a formula, and the kind of value that it gives; both null for all other fields. */
export async function formulas(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table fields add column formula text').execute(db)
  await sql.raw('alter table fields add column result text').execute(db)
}
