import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/**
 * Messages on their way out, and what was sent. What the sender looks at lies in indexes over pending rows alone, so that
 * its work does not grow with what was sent; texts stand last, so that a row is read without them.
 */
export async function deliveries(db: Kysely<unknown>, { integer, key }: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table deliveries (
    id ${key} primary key, issue_id ${key} not null references issues (id) on delete cascade,
    event_id ${key}, rule_id ${key}, template_key ${key}, unique_key ${key} not null unique, channel ${key} not null,
    recipient text not null, locale text not null, state ${key} not null, attempts integer not null, lease ${key},
    next_at ${integer} not null, changed_at ${integer} not null, created_at ${integer} not null,
    settled_at ${integer}, last_error text, subject text not null, "text" text not null, html text not null)`)
  await run('create index deliveries_issue on deliveries (issue_id, id)')
  // One for each state that is rare, instead of one over the state: SQLite would take that for the sender's work too.
  for (const state of ['pending', 'failed', 'dead'])
    await run(`create index deliveries_${state} on deliveries (id) where state = '${state}'`)
  await run(`create index deliveries_due on deliveries (next_at, id) where state = 'pending'`)
  await run(`create index deliveries_order on deliveries (issue_id, channel, id) where state = 'pending'`)
  await run(`create index deliveries_changed on deliveries (changed_at) where state = 'pending'`)
}
