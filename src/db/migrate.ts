import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { backup, type DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { type DialectTraits, POSTGRES, SQLITE } from './dialects.ts'
import { base } from './migrations/0001-base.ts'
import { formulas } from './migrations/0002-formulas.ts'
import { listIndexes } from './migrations/0003-list-indexes.ts'
import { users } from './migrations/0004-users.ts'
import { listSearch } from './migrations/0005-list-search.ts'
import { deliveries } from './migrations/0006-deliveries.ts'
import { messages } from './migrations/0007-messages.ts'
import { timeAndChannels } from './migrations/0008-time-and-channels.ts'
import { signIn } from './migrations/0009-sign-in.ts'
import { pagePreviews } from './migrations/0011-page-previews.ts'
import { companyLogo } from './migrations/0012-company-logo.ts'
import { searchParts } from './migrations/0013-search-parts.ts'
import { savedViews } from './migrations/0014-saved-views.ts'
import { issueLinks } from './migrations/0015-issue-links.ts'
import { customerVisits } from './migrations/0016-customer-visits.ts'
import { notices } from './migrations/0017-notices.ts'
import { turningPoints } from './migrations/0018-turning-points.ts'
import { unanswered } from './migrations/0019-unanswered.ts'
import { turningLists } from './migrations/0020-turning-lists.ts'
import { listZones } from './migrations/0021-list-zones.ts'
import { kyselyOverSqlite, openSqlite, sqliteFile } from './sqlite.ts'

type Step = (db: Kysely<unknown>, traits: DialectTraits) => Promise<void>

/** Numbered steps, in order; one that was released never changes. */
const MIGRATIONS: Record<string, Step> = {
  '0001-base': base,
  '0002-formulas': formulas,
  '0003-list-indexes': listIndexes,
  '0004-users': users,
  '0005-list-search': listSearch,
  '0006-deliveries': deliveries,
  '0007-messages': messages,
  '0008-time-and-channels': timeAndChannels,
  '0009-sign-in': signIn,
  '0011-page-previews': pagePreviews,
  '0012-company-logo': companyLogo,
  '0013-search-parts': searchParts,
  '0014-saved-views': savedViews,
  '0015-issue-links': issueLinks,
  '0016-customer-visits': customerVisits,
  '0017-notices': notices,
  '0018-turning-points': turningPoints,
  '0019-unanswered': unanswered,
  '0020-turning-lists': turningLists,
  '0021-list-zones': listZones,
}

/** The store was written by a newer program; it was left untouched. */
export class NewerStore extends Error {
  constructor(unknown: readonly string[]) {
    super(`the store is newer than this program (it has ${unknown.join(', ')}); nothing was changed`)
  }
}

export type MigrationReport = { applied: string[]; backup: string | null }

/**
 * Brings the SQLite file of a data folder to this program's schema, in one transaction, after an automatic copy of it
 * (none of a new file). The caller holds the data folder's lock.
 * @throws NewerStore
 */
export async function migrateSqlite(dataDir: string): Promise<MigrationReport> {
  // Looked at without a chance to write: a newer store stays as it is, byte by byte.
  const [first] = pendingInSqlite(dataDir)
  if (first === undefined) return { applied: [], backup: null }
  mkdirSync(dataDir, { recursive: true })
  const isNew = !existsSync(sqliteFile(dataDir))
  const connection = openSqlite(sqliteFile(dataDir))
  try {
    const copy = isNew ? null : await copyBefore(connection, dataDir, first)
    return { applied: await migrate(kyselyOverSqlite(connection), SQLITE), backup: copy }
  } finally {
    connection.close()
  }
}

/**
 * Brings a PostgreSQL database to this program's schema; others who start at the same time wait for it.
 * @throws NewerStore
 */
export async function migratePostgres(url: string): Promise<MigrationReport> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 3000 })
  pool.on('error', () => {})
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const exists = await sql<{
      name: string | null
    }>`select to_regclass('kysely_migration')::text as name`.execute(db)
    const applied = exists.rows[0]?.name
      ? (await sql<{ name: string }>`select name from kysely_migration`.execute(db)).rows.map(
          (row) => row.name,
        )
      : []
    if (pendingOf(applied).length === 0) return { applied: [], backup: null }
    return { applied: await migrate(db, POSTGRES), backup: null }
  } finally {
    await db.destroy()
  }
}

/** Names of the steps that a SQLite data folder still needs; a folder without a store needs all. */
export function pendingInSqlite(dataDir: string): string[] {
  if (!existsSync(sqliteFile(dataDir))) return Object.keys(MIGRATIONS)
  const connection = openSqlite(sqliteFile(dataDir), true)
  try {
    return pendingOf(appliedInSqlite(connection))
  } finally {
    connection.close()
  }
}

async function migrate<T>(db: Kysely<T>, traits: DialectTraits): Promise<string[]> {
  const migrations = Object.entries(MIGRATIONS).map(
    ([name, step]) => [name, { up: (on: Kysely<unknown>) => step(on, traits) }] as const,
  )
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(migrations) },
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('the migration failed', { cause: error })
  return results?.map((result) => result.migrationName) ?? []
}

function pendingOf(applied: readonly string[]): string[] {
  const unknown = applied.filter((name) => !(name in MIGRATIONS))
  if (unknown.length > 0) throw new NewerStore(unknown)
  return Object.keys(MIGRATIONS).filter((name) => !applied.includes(name))
}

function appliedInSqlite(connection: DatabaseSync): string[] {
  const table = connection.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get()
  if (!table) return []
  return connection
    .prepare('select name from kysely_migration')
    .all()
    .map((row) => String(row.name))
}

async function copyBefore(connection: DatabaseSync, dataDir: string, step: string): Promise<string> {
  const folder = join(dataDir, 'backups')
  mkdirSync(folder, { recursive: true })
  const stamp = new Date().toISOString().replaceAll(':', '-')
  const file = join(folder, `before-${step}-${stamp}.sqlite`)
  await backup(connection, file)
  return file
}
