import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { SQLITE } from '../dialects.ts'
import { kyselyOverSqlite, openSqlite } from '../sqlite.ts'
import { unanswered } from './0019-unanswered.ts'

test('issues that are there wait since the first message of the customer that the shop did not answer', async () => {
  const connection = openSqlite(':memory:')
  const db = kyselyOverSqlite(connection)
  connection.exec(`
    create table issues (id text primary key, issue_type_id text, category text);
    create table messages (id text, issue_id text, internal integer, author text, created_at integer);
    insert into issues values ('silent', 't', 'open'), ('asked', 't', 'open'), ('answered', 't', 'open'),
      ('twice', 't', 'open'), ('noted', 't', 'done');
    insert into messages values ('1', 'asked', 0, 'customer', 10), ('2', 'answered', 0, 'customer', 20),
      ('3', 'answered', 0, 'shop', 30), ('4', 'twice', 0, 'customer', 40), ('5', 'twice', 0, 'shop', 50),
      ('6', 'twice', 0, 'customer', 60), ('7', 'twice', 0, 'customer', 70), ('8', 'noted', 0, 'customer', 80),
      ('9', 'noted', 1, 'shop', 90)`)
  await unanswered(db as unknown as Kysely<unknown>, SQLITE)
  const { rows } = await sql<{ id: string; since: number | null }>`
    select id, unanswered_since as since from issues order by id`.execute(db)
  expect(rows.map(({ id, since }) => [id, since])).toEqual([
    ['answered', null],
    ['asked', 10],
    ['noted', 80],
    ['silent', null],
    ['twice', 60],
  ])
})
