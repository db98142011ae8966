import { type Kysely, sql } from 'kysely'
import type { DialectTraits } from '../dialects.ts'

/**
 * When issues were first decided and when they were closed, beside their trail, and whether their deadline was met, so
 * that figures about many of them come from indexes alone; and an index over what is open, however much is done.
 */
export async function turningPoints(db: Kysely<unknown>, traits: DialectTraits): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  const isSqlite = traits.kind === 'sqlite'
  await run(`alter table issues add column decided_at ${traits.integer}`)
  await run(`alter table issues add column closed_at ${traits.integer}`)

  await run('alter table issues add column deadline_met integer not null default 0')
  const state = isSqlite ? "json_extract(deadline, '$.state')" : "cast(deadline as jsonb) ->> 'state'"
  await run(`update issues set deadline_met = 1 where ${state} = 'met'`)

  const last = isSqlite
    ? "json_extract(trail, '$[#-1][1]')"
    : 'cast(cast(trail as jsonb) -> -1 ->> 1 as bigint)'
  await run(`update issues set closed_at = ${last} where category = 'done'`)
  const types = await sql<{ id: string; steps: string }>`select id, steps from issue_types`.execute(db)
  for (const { id, steps } of types.rows) {
    const keys = decisionsAmong(steps)
    if (keys.length === 0) continue
    const named = sql.join(keys)
    const first = isSqlite
      ? sql`(select min(json_extract(value, '$[1]')) from json_each(trail) where json_extract(value, '$[0]') in (${named}))`
      : sql`(select min(cast(entry ->> 1 as bigint)) from jsonb_array_elements(cast(trail as jsonb)) as entry
          where entry ->> 0 in (${named}))`
    await sql`update issues set decided_at = ${first} where issue_type_id = ${id}`.execute(db)
  }

  await run(`create index issues_not_done on issues (issue_type_id, step, handler_id, due, created_at, deadline_met)
    where category <> 'done'`)
  await run(`create index issues_decided on issues (decided_at, issue_type_id, created_at)
    where decided_at is not null`)
  await run(`create index issues_closed on issues (closed_at, issue_type_id) where closed_at is not null`)
}

type StoredStep = { key: string; stage?: string; outcome?: string | null }

/** Steps at which something is decided, as they were stored when this was written. */
function decisionsAmong(steps: string): string[] {
  const stored = JSON.parse(steps) as StoredStep[]
  return stored.filter(({ stage, outcome }) => stage === 'decision' || outcome).map(({ key }) => key)
}
