import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Client, Pool } from 'pg'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { createPostgresDatabase } from '../../test/support/postgres.ts'
import { POSTGRES, SQLITE } from './dialects.ts'
import { turningPoints } from './migrations/0018-turning-points.ts'
import { kyselyOverSqlite } from './sqlite.ts'
import { migratePostgres, migrateSqlite, NewerStore, pendingInSqlite, sqliteFile } from './index.ts'

const ends: (() => unknown)[] = []
afterAll(async () => {
  for (const end of ends) await end()
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reklamator-migrate-'))
  ends.push(() => rmSync(folder, { recursive: true }))
  return folder
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('R81 migrations of a SQLite file', () => {
  test('a new folder gets the whole schema, and no copy', async () => {
    const folder = newFolder()
    const all = pendingInSqlite(folder)
    expect(all).toContain('0001-base')
    expect(await migrateSqlite(folder)).toEqual({ applied: all, backup: null })
    expect(pendingInSqlite(folder)).toEqual([])
    expect(await migrateSqlite(folder)).toEqual({ applied: [], backup: null })
    expect(readdirSync(folder)).not.toContain('backups')
  })

  test('an older file is copied first', async () => {
    const folder = newFolder()
    const older = new DatabaseSync(sqliteFile(folder))
    older.exec("create table kept (word text); insert into kept values ('here')")
    older.close()
    const { backup } = await migrateSqlite(folder)
    const copy = new DatabaseSync(backup ?? '', { readOnly: true })
    expect(copy.prepare('select word from kept').all()).toEqual([{ word: 'here' }])
    expect(copy.prepare("select 1 from sqlite_master where name = 'issues'").all()).toEqual([])
    copy.close()
  })

  test('a migration that breaks leaves the file as it was, and the copy', async () => {
    const folder = newFolder()
    const older = new DatabaseSync(sqliteFile(folder))
    older.exec('create table audit (word text)')
    older.close()
    await expect(migrateSqlite(folder)).rejects.toThrow('audit')
    const after = new DatabaseSync(sqliteFile(folder), { readOnly: true })
    expect(after.prepare("select name from sqlite_master where name in ('issues', 'audit')").all()).toEqual([
      { name: 'audit' },
    ])
    after.close()
    expect(pendingInSqlite(folder)).toContain('0001-base')
  })

  test('a newer store is refused, and stays as it is to the byte', async () => {
    const folder = newFolder()
    await migrateSqlite(folder)
    const newer = new DatabaseSync(sqliteFile(folder))
    newer.exec("insert into kysely_migration values ('9999-later', '2030-01-01')")
    newer.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete')
    newer.close()
    const before = hashOf(sqliteFile(folder))
    await expect(migrateSqlite(folder)).rejects.toThrow(NewerStore)
    await expect(migrateSqlite(folder)).rejects.toThrow('9999-later')
    expect(() => pendingInSqlite(folder)).toThrow(NewerStore)
    expect(hashOf(sqliteFile(folder))).toBe(before)
    expect(readdirSync(folder)).toEqual(['reklamator.sqlite'])
  })

  test('a file that is no store is told of, and stays as it is', async () => {
    const folder = newFolder()
    writeFileSync(sqliteFile(folder), 'This is no database at all, but some text of fair length.'.repeat(20))
    const before = hashOf(sqliteFile(folder))
    await expect(migrateSqlite(folder)).rejects.toThrow(/not a database/)
    expect(hashOf(sqliteFile(folder))).toBe(before)
  })
})

describe('R81 migrations of a PostgreSQL database', () => {
  const newDatabase = async () => {
    const database = await createPostgresDatabase(inject('postgresUrl'))
    ends.push(database.drop)
    return database.url
  }

  test('several who start at once apply each step once', async () => {
    const url = await newDatabase()
    const reports = await Promise.all([migratePostgres(url), migratePostgres(url), migratePostgres(url)])
    expect(reports.flatMap(({ applied }) => applied)).toEqual(pendingInSqlite(newFolder()))
    expect(await migratePostgres(url)).toEqual({ applied: [], backup: null })
  })

  test('a newer store is refused', async () => {
    const url = await newDatabase()
    await migratePostgres(url)
    const client = new Client(url)
    await client.connect()
    await client.query("insert into kysely_migration values ('9999-later', '2030-01-01')")
    await client.end()
    await expect(migratePostgres(url)).rejects.toThrow(NewerStore)
  })
})

describe.each(['sqlite', 'postgres'] as const)('R82 issues of an earlier release (%s)', (store) => {
  const openOlder = async () => {
    if (store === 'sqlite') {
      // It has none of the tables that the type tells of.
      const db = kyselyOverSqlite(new DatabaseSync(':memory:')) as unknown as Kysely<unknown>
      return { db, traits: SQLITE }
    }
    const database = await createPostgresDatabase(inject('postgresUrl'))
    ends.push(database.drop)
    const pool = new Pool({ connectionString: database.url })
    return { db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), traits: POSTGRES }
  }

  test('know when they were decided and closed, as those that are moved from now on', async () => {
    const { db, traits } = await openOlder()
    const run = (text: string) => sql.raw(text).execute(db)
    await run('create table issue_types (id text, steps text)')
    await run(`create table issues (id text, issue_type_id text, step text, handler_id text, due text, category text,
      created_at ${traits.integer}, deadline text, trail text)`)
    const steps = [
      { key: 'new', category: 'open' },
      { key: 'accepted', outcome: 'accepted', category: 'open' },
      { key: 'decision', stage: 'decision', category: 'open' },
      { key: 'sent', category: 'done' },
      { key: 'closed', category: 'done' },
    ]
    await sql`insert into issue_types values ('t', ${JSON.stringify(steps)})`.execute(db)
    // As in `turning-points.test.ts` of issues.
    const ways: [way: string, decided: number | null, closed: number | null][] = [
      ['new', null, null],
      ['new accepted', 2, null],
      ['new accepted new decision', 2, null],
      ['new accepted sent', 2, 3],
      ['new sent closed', null, 2],
      ['sent', null, 1],
      ['new sent new', null, null],
      ['new sent new closed', null, 4],
      ['new gone', null, null],
      ['new sent gone', null, null],
    ]
    for (const [way] of ways) {
      const trail = JSON.stringify(way.split(' ').map((key, index) => [key, index + 1]))
      await sql`insert into issues (id, issue_type_id, category, trail, deadline)
        values (${way}, 't', 'open', ${trail}, ${way === 'new' ? '{"state":"met"}' : null})`.execute(db)
    }
    await turningPoints(db, traits)
    const { rows } = await sql<Record<string, string | number | null>>`
      select id, decided_at, closed_at, deadline_met from issues`.execute(db)
    const found = new Map(rows.map(({ id, ...row }) => [id, row]))
    const numberOf = (value: unknown) => (value === null ? null : Number(value))
    for (const [way, decided, closed] of ways) {
      const row = found.get(way)
      expect([numberOf(row?.['decided_at']), numberOf(row?.['closed_at'])], way).toEqual([decided, closed])
      expect(row?.['deadline_met'], way).toBe(way === 'new' ? 1 : 0)
    }
    await db.destroy()
  })
})
