import { type RawBuilder, sql } from 'kysely'
import { HOUR } from '../base/index.ts'
import type { Database } from '../db/index.ts'

/** A stretch of time, UTC milliseconds; `until` does not count any more. */
export type Stretch = { since: number; until: number }

/** How many issues were opened and closed in each stretch. */
export async function countFlow(
  db: Database,
  typeId: string | undefined,
  stretches: readonly Stretch[],
): Promise<{ opened: number; closed: number }[]> {
  const number = (column: string) =>
    sql`(select count(*) from issues where ${within(column)} ${ofType(typeId)})`
  const { rows } = await sql<{ opened: number | string; closed: number | string }>`
    with stretches (place, since, until) as (${listed(stretches)})
    select ${number('created_at')} as opened, ${number('closed_at')} as closed from stretches order by place`.execute(
    db.read,
  )
  return rows.map(({ opened, closed }) => ({ opened: Number(opened), closed: Number(closed) }))
}

/** In how many whole hours issues were first decided: how many took how long, by type and stretch. */
export type Decided = { place: number; typeId: string; hours: number; count: number }

/** Those of issues that were first decided in each stretch. */
export async function countDecided(
  db: Database,
  typeId: string | undefined,
  stretches: readonly Stretch[],
): Promise<Decided[]> {
  const { rows } = await sql<Record<keyof Decided, string | number>>`
    with stretches (place, since, until) as (${listed(stretches)})
    select place, issue_type_id as "typeId", (decided_at - created_at) / ${sql.lit(HOUR)} as hours, count(*) as count
    from stretches cross join issues where ${within('decided_at')} ${ofType(typeId)}
    group by place, issue_type_id, (decided_at - created_at) / ${sql.lit(HOUR)}`.execute(db.read)
  return rows.map((row) => ({
    place: Number(row.place),
    typeId: String(row.typeId),
    hours: Math.max(0, Number(row.hours)),
    count: Number(row.count),
  }))
}

function within(column: string): RawBuilder<unknown> {
  const at = sql.ref(`issues.${column}`)
  return sql`${at} >= stretches.since and ${at} < stretches.until`
}

function ofType(typeId: string | undefined): RawBuilder<unknown> {
  return typeId === undefined ? sql`` : sql`and issues.issue_type_id = ${typeId}`
}

/** As literals: PostgreSQL takes parameters that no column is beside for texts. */
function listed(stretches: readonly Stretch[]): RawBuilder<unknown> {
  return sql`values ${sql.join(
    stretches.map(
      ({ since, until }, place) => sql`(${sql.lit(place)}, ${sql.lit(since)}, ${sql.lit(until)})`,
    ),
  )}`
}
