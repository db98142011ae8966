import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { SQLITE } from '../dialects.ts'
import { kyselyOverSqlite, openSqlite } from '../sqlite.ts'
import { listZones } from './0021-list-zones.ts'

const COLUMNS = 'issue_type_id, number_key, due, created_at, changed_at, closed_at, decided_at, search_id'

test('issues that are there are in the zones of every order, as those that come and change are', async () => {
  const connection = openSqlite(':memory:')
  const db = kyselyOverSqlite(connection)
  connection.exec(`
    create table issue_types (id text primary key, number_pattern text);
    create table issues (id text primary key, issue_type_id text, number_key text, due text, created_at integer,
      changed_at integer, closed_at integer, decided_at integer, search_id integer);
    create index issues_created_at on issues (created_at); create index issues_changed_at on issues (changed_at);
    create index issues_due on issues (due); create index issues_number_key on issues (number_key);
    insert into issue_types values ('w', 'WC-{YYYY}-{seq:6}'), ('r', '{rand:8}');
    insert into issues (id, ${COLUMNS}) values
      ('1', 'w', 'WC-2026-001234', '2026-11-23', 1795000000000, 1796000000000, null, null, 1),
      ('2', 'r', 'K7QM4TXW', '9999-99-99', 1795999999999, 1796000000000, 1796500000000, null, 2)`)
  await listZones(db as unknown as Kysely<unknown>, SQLITE)
  const zones = async (order: string, fact: string) => {
    const { rows } = await sql<{ type: string; value: string; zone: string }>`
      select issue_type_id as type, value, zone from list_zones where sort = ${order} and fact = ${fact}
      order by value, zone`.execute(db)
    return rows.map(({ type, value, zone }) => [type, value, zone])
  }
  expect(await zones('due', 'created_at')).toEqual([
    ['w', '11795', '2026-11-2'],
    ['r', '11795', '9999-99-9'],
  ])
  expect(await zones('created_at', 'closed_at')).toEqual([['r', '11796', '11795']])
  expect(await zones('number_key', 'created_at')).toEqual([
    ['r', '11795', ''],
    ['w', '11795', 'WC-2026-00'],
  ])

  connection.exec(`insert into issues (id, ${COLUMNS})
    values ('3', 'w', 'WC-2026-991234', '2027-01-01', 1797000000000, 1797000000000, null, null, 3)`)
  expect(await zones('number_key', 'due')).toContainEqual(['w', '2027-01-0', 'WC-2026-99'])
  connection.exec("update issues set decided_at = 1799000000000 where id = '3'")
  expect(await zones('due', 'decided_at')).toEqual([['w', '11799', '2027-01-0']])
})
