import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/** Deadlines and what time starts; text messages and webhooks beside mail. */
export async function timeAndChannels(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  const { integer, key } = traits

  // Each way out has a sender of its own, which looks at nothing but what waits for it.
  for (const name of ['due', 'order', 'changed']) await run(`drop index deliveries_${name}`)
  await run(`create index deliveries_due on deliveries (channel, next_at, id) where state = 'pending'`)
  await run(`create index deliveries_order on deliveries (issue_id, channel, id) where state = 'pending'`)
  await run(`create index deliveries_changed on deliveries (channel, changed_at) where state = 'pending'`)
  // Begins with the channel, which is always the same, so that SQLite prefers it to the others.
  await run(`create index deliveries_calls on deliveries (channel, recipient, next_at, id)
    where state = 'pending' and channel = 'webhook'`)
  await run(`create index deliveries_texts on deliveries (recipient, changed_at) where channel = 'sms'`)
  await run('alter table deliveries add column segments integer')
  await run(`alter table deliveries add column report text`)
  await run(`alter table deliveries add column reported_at ${integer}`)

  await run(`alter table issue_types add column deadlines text not null default '[]'`)
  await run(`alter table issues add column deadline text`)
  await run(`alter table issues add column waiting_since ${integer}`)
  // Since they came to their step, but for those whose customer has answered since.
  await run(`update issues set waiting_since = (
      select max(at) from events
      where events.issue_id = issues.id and kind in ('issue.created', 'issue.step-changed'))
    where category = 'waiting'`)
  for (const answers of ['messages', 'attachments']) {
    await run(`update issues set waiting_since = null
      where waiting_since is not null and exists (select 1 from ${answers}
        where ${answers}.issue_id = issues.id and author = 'customer' and created_at >= waiting_since)`)
  }
  await run(`create table calendars (
    key ${key} primary key, content text not null, version ${integer} not null,
    created_at ${integer} not null, changed_at ${integer} not null)`)
  await run(`create table jobs (
    id ${key} primary key, kind ${key} not null, issue_type_id ${key}, last_issue_id ${key} not null,
    done ${integer} not null, total ${integer} not null, changed ${integer} not null, failed ${integer} not null,
    created_at ${integer} not null, finished_at ${integer})`)
  await run('create index jobs_open on jobs (id) where finished_at is null')

  await run('alter table business_rules add column once integer not null default 0')
  await run(`alter table business_rules add column armed_at ${integer} not null default 0`)
  // When an issue is to be looked at next because time passed, and what time has started for it already.
  await run(`create table issue_timers (
    issue_id ${key} primary key references issues (id) on delete cascade,
    at ${integer} not null, since ${integer} not null, fired text not null)`)
  await run('create index issue_timers_at on issue_timers (at, issue_id)')
  await run(`create table rule_schedules (
    rule_id ${key} primary key, spec text not null, next_at ${integer} not null, tick_at ${integer},
    last_issue_id ${key} not null)`)
  await run('create index rule_schedules_next on rule_schedules (next_at)')
  await run(`create table worker_state (key ${key} primary key, content text not null)`)

  await run(`create table webhooks (
    id ${key} primary key, name text not null, url text not null, events text not null, issue_type_key ${key},
    fields text not null, enabled integer not null, disabled_because text,
    secret text not null, old_secret text, old_secret_until ${integer}, version ${integer} not null,
    created_at ${integer} not null, changed_at ${integer} not null)`)
  await run(`create table webhook_attempts (
    id ${key} primary key, webhook_id ${key} not null references webhooks (id) on delete cascade,
    delivery_id ${key}, event ${key} not null, outcome ${key} not null, status_class ${key}, duration integer,
    at ${integer} not null)`)
  await run('create index webhook_attempts_webhook on webhook_attempts (webhook_id, id)')
  await run('create index webhook_attempts_at on webhook_attempts (at)')
  await run(
    `create table sms_days (day ${key} primary key, segments ${integer} not null,
      asked ${integer} not null, told ${integer} not null)`,
  )
}
