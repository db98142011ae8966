import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { SQLITE } from '../dialects.ts'
import { kyselyOverSqlite, openSqlite } from '../sqlite.ts'
import { base } from './0001-base.ts'
import { formulas } from './0002-formulas.ts'
import { listIndexes } from './0003-list-indexes.ts'
import { users } from './0004-users.ts'
import { listSearch } from './0005-list-search.ts'
import { deliveries } from './0006-deliveries.ts'
import { messages } from './0007-messages.ts'
import { timeAndChannels } from './0008-time-and-channels.ts'
import { signIn } from './0009-sign-in.ts'

test('deliveries keep their rows and indexes when they are made anew, and go with their issue', async () => {
  const connection = openSqlite(':memory:')
  const db = kyselyOverSqlite(connection)
  const untyped = db as unknown as Kysely<unknown>
  const steps = [base, formulas, listIndexes, users, listSearch, deliveries, messages, timeAndChannels]
  for (const step of steps) await step(untyped, SQLITE)
  const indexes = () =>
    connection
      .prepare(
        "select name, sql from sqlite_master where type = 'index' and tbl_name = 'deliveries' order by name",
      )
      .all()
      .filter(({ sql: text }) => text !== null)
      .map(({ name, sql: text }) => [name, String(text).replaceAll(/\s+/g, ' ')])
  const columns = () =>
    connection
      .prepare("select name from pragma_table_info('deliveries') order by name")
      .all()
      .map(({ name }) => name)
  const before = { indexes: indexes(), columns: columns() }
  connection.exec('pragma foreign_keys = off')
  const nothing = connection
    .prepare(`select name, type from pragma_table_info('issues') where "notnull"`)
    .all()
    .map(({ name, type }) => [name, type === 'integer' ? 0 : ''] as const)
  const issue: Record<string, string | number> = { ...Object.fromEntries(nothing), id: 'i', number: 'N' }
  const names = Object.keys(issue).map((name) => sql.ref(name))
  await sql`insert into issues (${sql.join(names)}) values (${sql.join(Object.values(issue))})`.execute(db)
  connection.exec(`insert into deliveries (id, issue_id, unique_key, channel, recipient, locale, state, attempts, next_at,
    changed_at, created_at, subject, "text", html, segments) values
    ('d', 'i', 'u', 'sms', '+420601', 'cs', 'sent', 1, 2, 3, 4, 's', 't', 'h', 5)`)
  const row = connection.prepare('select * from deliveries').all()

  await signIn(untyped, SQLITE)
  expect(connection.prepare('select * from deliveries').all()).toEqual(row)
  expect({ indexes: indexes(), columns: columns() }).toEqual(before)
  connection.exec('pragma foreign_keys = on')
  connection.exec(`delete from issues where id = 'i'`)
  expect(connection.prepare('select * from deliveries').all()).toEqual([])
  await db.destroy()
})
