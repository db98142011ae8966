import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/** The first schema: configuration, issues, what happened to them, and who may look. */
export async function base(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  // Keys are compared and sorted byte by byte on both stores, whatever language the server was set up in.
  const { integer, bytes, key } = traits

  await run(`create table config_version (id integer primary key, version ${integer} not null)`)
  await run('insert into config_version (id, version) values (1, 1)')
  await run(
    `create table company (id integer primary key, content text not null, version ${integer} not null)`,
  )
  await run(`create table issue_types (
    id ${key} primary key, key ${key} not null unique, name text not null, position integer not null,
    number_pattern text not null, steps text not null, views text not null, version ${integer} not null,
    created_at ${integer} not null, changed_at ${integer} not null)`)
  await run(`create table status_pages (
    issue_type_id ${key} primary key references issue_types (id) on delete cascade,
    identifier ${key} not null unique, enabled integer not null, settings text not null, epoch ${integer} not null)`)
  await run(`create table page_assets (
    id ${key} primary key, issue_type_id ${key} not null references issue_types (id) on delete cascade,
    name text not null, media_type text not null, content ${bytes} not null, created_at ${integer} not null)`)
  await run('create index page_assets_type on page_assets (issue_type_id)')
  await run(`create table fields (
    id ${key} primary key, key ${key} not null unique, type text not null, label text not null,
    filterable integer not null, options text not null, position integer not null, version ${integer} not null,
    created_at ${integer} not null, changed_at ${integer} not null)`)
  await run(`create table number_counters (
    issue_type_id ${key} not null references issue_types (id) on delete cascade, year integer not null,
    value ${integer} not null, primary key (issue_type_id, year))`)

  await run(`create table issues (
    id ${key} primary key, number ${key} not null, number_key ${key} not null unique,
    issue_type_id ${key} not null references issue_types (id), step ${key} not null, category ${key} not null,
    locale text not null, contact_name text not null, contact_email text not null, contact_phone text not null,
    email_key ${key}, phone_key ${key}, contact_version integer not null, field_values text not null, due ${key} not null,
    trail text not null, version ${integer} not null, search_id ${integer} not null unique,
    created_at ${integer} not null, changed_at ${integer} not null, public_changed_at ${integer} not null)`)
  // Lists page by (sort key, id); these are the four documented sorts, alone and behind each equality filter.
  for (const sort of ['created_at', 'changed_at', 'due', 'number_key']) {
    await run(`create index issues_${sort} on issues (${sort}, id)`)
    await run(`create index issues_type_${sort} on issues (issue_type_id, ${sort}, id)`)
    await run(`create index issues_step_${sort} on issues (issue_type_id, step, ${sort}, id)`)
    await run(`create index issues_category_${sort} on issues (category, ${sort}, id)`)
  }
  await run('create index issues_email on issues (email_key, id) where email_key is not null')
  await run('create index issues_phone on issues (phone_key, id) where phone_key is not null')
  await run(`create table field_values (
    field_key ${key} not null, value_key ${key} not null,
    issue_id ${key} not null references issues (id) on delete cascade,
    primary key (field_key, value_key, issue_id))`)
  await run('create index field_values_issue on field_values (issue_id)')
  await run(`create table messages (
    id ${key} primary key, issue_id ${key} not null references issues (id) on delete cascade,
    internal integer not null, author text not null, body text not null, created_at ${integer} not null)`)
  await run('create index messages_issue on messages (issue_id, internal, id)')
  await run(`create table attachments (
    id ${key} primary key, issue_id ${key} not null references issues (id) on delete cascade, name text not null,
    media_type text not null, extension text not null, size ${integer} not null, public integer not null,
    author text not null, storage_key ${key} not null unique, created_at ${integer} not null)`)
  await run('create index attachments_issue on attachments (issue_id, public, id)')
  await run(`create table events (
    id ${key} primary key, issue_id ${key} not null references issues (id) on delete cascade,
    kind text not null, actor text not null, data text not null, at ${integer} not null)`)
  await run('create index events_issue on events (issue_id, id)')

  await run(`create table audit (
    id ${key} primary key, actor text not null, action text not null, target text not null, data text not null,
    at ${integer} not null)`)
  for (const statement of traits.appendOnly('audit')) await run(statement)
  await run(`create table tokens (
    id ${key} primary key, name text not null, scope text not null, hash ${key} not null unique,
    created_at ${integer} not null, revoked_at ${integer})`)
  await run(`create table customer_sessions (
    hash ${key} primary key, issue_id ${key} not null references issues (id) on delete cascade,
    issue_type_id ${key} not null, contact_version integer not null, page_epoch ${integer} not null,
    created_at ${integer} not null, seen_at ${integer} not null)`)
  await run('create index customer_sessions_issue on customer_sessions (issue_id)')
  await run('create index customer_sessions_created on customer_sessions (created_at)')
  await run(`create table throttle (
    bucket ${key} primary key, failures integer not null, opens_at ${integer} not null,
    previous_opens_at ${integer} not null, expires_at ${integer} not null)`)
  await run('create index throttle_expires on throttle (expires_at)')
  await run(`create table idempotency_keys (
    token_id ${key} not null, key ${key} not null, request_hash ${key} not null,
    issue_id ${key} not null references issues (id) on delete cascade, status integer not null, headers text not null,
    body text not null, created_at ${integer} not null, primary key (token_id, key))`)
  await run('create index idempotency_keys_issue on idempotency_keys (issue_id)')
  await run('create index idempotency_keys_created on idempotency_keys (created_at)')
  for (const statement of traits.searchTable) await run(statement)
}
