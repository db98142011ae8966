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

test('issues that waited before have waited since they came to their step, unless the customer answered', async () => {
  const connection = openSqlite(':memory:')
  const db = kyselyOverSqlite(connection)
  const untyped = db as unknown as Kysely<unknown>
  for (const step of [base, formulas, listIndexes, users, listSearch, deliveries, messages]) {
    await step(untyped, SQLITE)
  }
  const insert = async (table: string, row: Record<string, string | number>) => {
    // What does not matter here is filled with nothing.
    const columns = connection.prepare(`select name, type from pragma_table_info('${table}') where "notnull"`)
    const nothing = columns.all().map(({ name, type }) => [name, type === 'integer' ? 0 : ''])
    const all = { ...Object.fromEntries(nothing), ...row }
    const names = Object.keys(all).map((name) => sql.ref(name))
    await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(Object.values(all))})`.execute(
      db,
    )
  }
  connection.exec('pragma foreign_keys = off')
  const issue = async (id: string, category: string) => {
    await insert('issues', { id, number: id, number_key: id, search_id: id.length, category })
    await insert('events', { id: `${id}-1`, issue_id: id, kind: 'issue.created', at: 10 })
    await insert('events', { id: `${id}-2`, issue_id: id, kind: 'issue.step-changed', at: 20 })
    await insert('events', { id: `${id}-3`, issue_id: id, kind: 'message.received', at: 40 })
  }
  await issue('a', 'waiting')
  await issue('bb', 'open')
  await issue('ccc', 'waiting')
  await issue('dddd', 'waiting')
  await insert('messages', { id: 'a-0', issue_id: 'a', author: 'customer', created_at: 15 })
  await insert('messages', { id: 'a-1', issue_id: 'a', author: 'shop', created_at: 40 })
  await insert('messages', { id: 'c-1', issue_id: 'ccc', author: 'customer', created_at: 30 })
  await insert('attachments', { id: 'd-1', issue_id: 'dddd', author: 'customer', created_at: 30 })

  await timeAndChannels(untyped, SQLITE)
  const rows = await db.selectFrom('issues').select(['id', 'waiting_since']).orderBy('id').execute()
  expect(rows.map((row) => [row.id, row.waiting_since])).toEqual([
    ['a', 20],
    ['bb', null],
    ['ccc', null],
    ['dddd', null],
  ])
  await db.destroy()
})
