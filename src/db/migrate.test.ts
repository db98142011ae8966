import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { createPostgresDatabase } from '../../test/support/postgres.ts'
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
