import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/**
 * When a customer had the status page of their issue before them: the first and the last time, and nothing else of the visit.
 * The store notes it by itself where a session begins or is noted as in use, so that a visit takes no statement more.
 */
export async function customerVisits(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  const { integer, key } = traits
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`create table customer_visits (
    issue_id ${key} primary key references issues (id) on delete cascade, first_at ${integer} not null,
    last_at ${integer} not null)`)
  // What is known of earlier ones: links that helped somebody in.
  await run(`insert into customer_visits (issue_id, first_at, last_at)
    select issue_id, min(used_at), max(used_at) from link_keys where used_at is not null group by issue_id`)
  const note = `insert into customer_visits (issue_id, first_at, last_at)
    values (new.issue_id, new.seen_at, new.seen_at)
    on conflict (issue_id) do update set last_at = excluded.last_at`
  if (traits.kind === 'sqlite') {
    for (const verb of ['insert', 'update'])
      await run(
        `create trigger customer_visits_${verb} after ${verb} on customer_sessions begin ${note}; end`,
      )
    return
  }
  await run(`create function note_customer_visit() returns trigger language plpgsql as
    $$ begin ${note}; return null; end $$`)
  await run(`create trigger customer_visits after insert or update on customer_sessions
    for each row execute function note_customer_visit()`)
}
