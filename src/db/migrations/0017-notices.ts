import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/** What each user is told of, and how they want to be told. */
export async function notices(db: Kysely<unknown>, { integer, key }: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table notices (
    id ${key} primary key, user_id ${key} not null references users (id) on delete cascade,
    issue_id ${key} not null references issues (id) on delete cascade, kind text not null, cause ${key} not null,
    due text, by_id ${key}, shown integer not null, at ${integer} not null, read_at ${integer}, mail_at ${integer},
    unique (user_id, cause))`)
  await run('create index notices_of on notices (user_id, id)')
  await run('create index notices_unread on notices (user_id) where read_at is null')
  await run('create index notices_mail on notices (mail_at) where mail_at is not null')
  await run('create index notices_issue on notices (issue_id)')
  await run(`create table notice_settings (
    user_id ${key} primary key references users (id) on delete cascade, content text not null)`)
}
