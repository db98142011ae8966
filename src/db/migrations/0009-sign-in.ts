import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/** People sign in: passwords, authenticators, sessions, links; the audit is chained and can be filtered. */
export async function signIn(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  const { integer, key } = traits

  await run(`create table credentials (
    user_id ${key} primary key references users (id) on delete cascade,
    password_hash text, totp_secret text, totp_pending text, totp_step ${integer} not null default 0,
    seen_at ${integer})`)
  await run(`create table recovery_codes (
    user_id ${key} not null references users (id) on delete cascade, hash ${key} not null,
    primary key (user_id, hash))`)
  await run(`create table staff_sessions (
    id ${key} primary key, hash ${key} not null unique,
    user_id ${key} not null references users (id) on delete cascade, device text not null,
    created_at ${integer} not null, seen_at ${integer} not null, confirmed_at ${integer} not null)`)
  await run('create index staff_sessions_user on staff_sessions (user_id)')
  await run(`create table staff_links (
    hash ${key} primary key, kind text not null, user_id ${key} references users (id) on delete cascade,
    created_at ${integer} not null, expires_at ${integer} not null)`)
  await run('create index staff_links_user on staff_links (user_id)')
  await run('create table security_settings (id integer primary key, authenticator_roles text not null)')
  await run(`insert into security_settings (id, authenticator_roles) values (1, '[]')`)

  await run(`alter table tokens add column expires_at ${integer}`)
  await run(`alter table tokens add column last_used_at ${integer}`)
  // Until now they were made on the command line, by whoever holds the machine.
  await run(`alter table tokens add column role text not null default 'owner'`)

  await run(`create table audit_chain (
    position ${integer} primary key, audit_id ${key} not null unique, hash text not null)`)
  for (const statement of traits.appendOnly('audit_chain')) await run(statement)
  const actorId = traits.kind === 'sqlite' ? `json_extract(actor, '$.id')` : `(actor::json ->> 'id')`
  await run(`create index audit_actor on audit (${actorId}, id)`)
  await run('create index audit_action on audit (action, id)')
  await run('create index audit_target on audit (target, id)')
}
