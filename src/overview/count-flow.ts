import { setImmediate as turn } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { HOUR } from '../base/index.ts'
import type { Database } from '../db/index.ts'

/** A stretch of time, UTC milliseconds; `until` does not count any more. */
export type Stretch = { since: number; until: number }

/** How many issues were opened and closed in each stretch. */
export function countFlow(
  db: Database,
  typeId: string | undefined,
  stretches: readonly Stretch[],
): Promise<{ opened: number; closed: number }[]> {
  const number = (column: string, stretch: Stretch) =>
    sql`(select count(*) from issues where ${within(column, stretch)} ${ofType(db, typeId)})`
  return oneByOne(stretches, async (stretch) => {
    const { rows } = await sql<{ opened: number | string; closed: number | string }>`
      select ${number('created_at', stretch)} as opened, ${number('closed_at', stretch)} as closed`.execute(
      db.read,
    )
    return { opened: Number(rows[0]?.opened), closed: Number(rows[0]?.closed) }
  })
}

/** In how many whole hours issues of a type were first decided: how many took how long. */
export type Decided = { typeId: string; hours: number; count: number }

/** Those of the issues that were first decided in each stretch. */
export function countDecided(
  db: Database,
  typeId: string | undefined,
  stretches: readonly Stretch[],
): Promise<Decided[][]> {
  const hours = sql`(decided_at - created_at) / ${sql.lit(HOUR)}`
  return oneByOne(stretches, async (stretch) => {
    const { rows } = await sql<Record<keyof Decided, string | number>>`
      select issue_type_id as "typeId", ${hours} as hours, count(*) as count from issues
      where ${within('decided_at', stretch)} ${ofType(db, typeId)} group by issue_type_id, ${hours}`.execute(
      db.read,
    )
    return rows.map((row) => ({
      typeId: String(row.typeId),
      hours: Math.max(0, Number(row.hours)),
      count: Number(row.count),
    }))
  })
}

/** With a turn for others after each: SQLite counts within the process, and a year at once would hold it up. */
async function oneByOne<Counted>(
  stretches: readonly Stretch[],
  count: (stretch: Stretch) => Promise<Counted>,
): Promise<Counted[]> {
  const counted: Counted[] = []
  for (const stretch of stretches) {
    counted.push(await count(stretch))
    await turn()
  }
  return counted
}

function within(column: string, { since, until }: Stretch): RawBuilder<unknown> {
  const at = sql.ref(`issues.${column}`)
  return sql`${at} >= ${since} and ${at} < ${until}`
}

/** Met on the way through a stretch: SQLite would rather walk all issues of the type. */
function ofType({ traits }: Database, typeId: string | undefined): RawBuilder<unknown> {
  return typeId === undefined ? sql`` : sql`and ${sql.raw(traits.met('issues.issue_type_id'))} = ${typeId}`
}
