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

  const trail = isSqlite
    ? sql`(select key as place, json_extract(value, '$[0]') as step, json_extract(value, '$[1]') as at
        from json_each(issues.trail)) as entries`
    : sql`(select place, entry ->> 0 as step, cast(entry ->> 1 as bigint) as at
        from jsonb_array_elements(cast(issues.trail as jsonb)) with ordinality as parts (entry, place)) as entries`
  const types = await sql<{ id: string; steps: string }>`select id, steps from issue_types`.execute(db)
  for (const { id, steps } of types.rows) {
    const { decisions, ends } = namedIn(steps)
    if (decisions.length > 0) {
      const first = sql`(select min(at) from ${trail} where step in (${sql.join(decisions)}))`
      await sql`update issues set decided_at = ${first} where issue_type_id = ${id}`.execute(db)
    }
    if (ends.length > 0) {
      // One may lie in another step where nothing is left to do before it comes to the last.
      const lastOpen = sql`(select max(place) from ${trail} where step not in (${sql.join(ends)}))`
      const closed = sql`(select min(at) from ${trail} where place > coalesce(${lastOpen}, -1))`
      await sql`update issues set closed_at = ${closed} where issue_type_id = ${id}`.execute(db)
    }
  }

  await run(`create index issues_not_done on issues (issue_type_id, step, handler_id, due, created_at, deadline_met)
    where category <> 'done'`)
  await run(`create index issues_decided on issues (decided_at, issue_type_id, created_at)
    where decided_at is not null`)
  await run(`create index issues_closed on issues (closed_at, issue_type_id) where closed_at is not null`)
}

type StoredStep = { key: string; stage?: string; outcome?: string | null; category?: string }

/** Steps at which something is decided, and those where nothing is left to do, as they were stored when this was written. */
function namedIn(steps: string): { decisions: string[]; ends: string[] } {
  const stored = JSON.parse(steps) as StoredStep[]
  return {
    decisions: stored.filter(({ stage, outcome }) => stage === 'decision' || outcome).map(({ key }) => key),
    ends: stored.filter(({ category }) => category === 'done').map(({ key }) => key),
  }
}
