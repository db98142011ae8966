import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/** What tells customers and handlers: templates, rules, the events that rules have still to look at, links with keys. */
export async function messages(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  const { integer, key } = traits
  const ofIssue = `issue_id ${key} not null references issues (id) on delete cascade`

  await run(`create table message_templates (
    id ${key} primary key, key ${key} not null unique, channel ${key} not null, name text not null,
    subject text not null, body text not null, position integer not null, version ${integer} not null,
    created_at ${integer} not null, changed_at ${integer} not null)`)
  await run(`create table business_rules (
    id ${key} primary key, name text not null, enabled integer not null, issue_type_key ${key},
    trigger_on text not null, condition text, actions text not null, stop integer not null,
    position integer not null, version ${integer} not null,
    created_at ${integer} not null, changed_at ${integer} not null)`)

  // Work, not history: a row goes when the rules have seen its event.
  await run(`create table pending_events (
    event_id ${key} primary key references events (id) on delete cascade, ${ofIssue},
    depth integer not null, fired text not null, attempts integer not null, next_at ${integer} not null)`)
  await run('create index pending_events_next on pending_events (next_at, event_id)')
  await run('create index pending_events_issue on pending_events (issue_id)')
  await run(`create table rule_runs (
    id ${key} primary key, rule_id ${key} not null, event_id ${key} not null, ${ofIssue},
    outcome text not null, at ${integer} not null)`)
  await run('create index rule_runs_rule on rule_runs (rule_id, id)')
  await run('create index rule_runs_issue on rule_runs (issue_id, id)')
  await run('create index rule_runs_at on rule_runs (at)')
  // A dry run walks what of one kind happened in a period.
  await run('create index events_kind_at on events (kind, at, id)')

  await run(`create table link_keys (
    id ${key} primary key, ${ofIssue}, hash ${key} not null unique, recipient text not null,
    created_at ${integer} not null, revoked_at ${integer}, used_at ${integer})`)
  await run('create index link_keys_issue on link_keys (issue_id, id)')
}
