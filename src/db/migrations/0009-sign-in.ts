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
  const byBytes = traits.kind === 'sqlite' ? '' : ' collate "C"'
  await run(`create index audit_action on audit (action${byBytes}, id)`)
  await letDeliveriesBeForStaff(run, traits)
  await run(`create index audit_target on audit (target${byBytes}, id)`)
}

/** A mail about signing in is about no issue. SQLite cannot let a column be null afterwards, so the table is made anew. */
async function letDeliveriesBeForStaff(
  run: (text: string) => Promise<unknown>,
  { kind, integer, key }: DialectTraits,
): Promise<void> {
  if (kind === 'postgres') {
    await run('alter table deliveries alter column issue_id drop not null')
    return
  }
  const columns = `id, issue_id, event_id, rule_id, template_key, unique_key, channel, recipient, locale, state, attempts,
    lease, next_at, changed_at, created_at, settled_at, last_error, subject, "text", html, segments, report, reported_at`
  await run(`create table deliveries_anew (
    id ${key} primary key, issue_id ${key} references issues (id) on delete cascade,
    event_id ${key}, rule_id ${key}, template_key ${key}, unique_key ${key} not null unique, channel ${key} not null,
    recipient text not null, locale text not null, state ${key} not null, attempts integer not null, lease ${key},
    next_at ${integer} not null, changed_at ${integer} not null, created_at ${integer} not null,
    settled_at ${integer}, last_error text, subject text not null, "text" text not null, html text not null,
    segments integer, report text, reported_at ${integer})`)
  await run(`insert into deliveries_anew (${columns}) select ${columns} from deliveries`)
  await run('drop table deliveries')
  await run('alter table deliveries_anew rename to deliveries')
  await run('create index deliveries_issue on deliveries (issue_id, id)')
  for (const state of ['pending', 'failed', 'dead'])
    await run(`create index deliveries_${state} on deliveries (id) where state = '${state}'`)
  await run(`create index deliveries_due on deliveries (channel, next_at, id) where state = 'pending'`)
  await run(`create index deliveries_order on deliveries (issue_id, channel, id) where state = 'pending'`)
  await run(`create index deliveries_changed on deliveries (channel, changed_at) where state = 'pending'`)
  await run(`create index deliveries_calls on deliveries (channel, recipient, next_at, id)
    where state = 'pending' and channel = 'webhook'`)
  await run(`create index deliveries_texts on deliveries (recipient, changed_at) where channel = 'sms'`)
}
