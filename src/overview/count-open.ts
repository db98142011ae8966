import { sql } from 'kysely'
import type { Database } from '../db/index.ts'

/** Open issues of a type at a step that one person handles, or nobody. */
export type OpenGroup = {
  typeId: string
  step: string
  handlerId: string | null
  count: number
  late: number
  dueIn2: number
  dueIn7: number
  /** As many as ages were asked for. */
  ages: number[]
}

type Asked = {
  typeId: string | undefined
  /** Days in the shop's zone: today, in two days, in seven. */
  days: readonly [today: string, in2: string, in7: string]
  /** From which instants on issues are of each age, UTC milliseconds, the youngest first; the last has no beginning. */
  since: readonly (number | null)[]
}

/** Everything that is not done, counted in one walk along an index that holds nothing else. */
export async function countOpen(db: Database, { typeId, days, since }: Asked): Promise<OpenGroup[]> {
  const [today, in2, in7] = days
  const ages = since.map((start, index) => {
    const before = since[index - 1]
    const from = start === null ? sql`1 = 1` : sql`created_at >= ${start}`
    const until = typeof before === 'number' ? sql`created_at < ${before}` : sql`1 = 1`
    return sql`${ifSo(sql`${from} and ${until}`)} as ${sql.ref(`age${index}`)}`
  })
  const { rows } = await sql<Record<string, string | number | null>>`
    select issue_type_id, step, handler_id, count(*) as count, ${ifSo(sql`due < ${today} and deadline_met = 0`)} as late,
      ${ifSo(sql`due >= ${today} and due <= ${in2}`)} as due2,
      ${ifSo(sql`due >= ${today} and due <= ${in7}`)} as due7, ${sql.join(ages)}
    from issues where category <> 'done' ${typeId === undefined ? sql`` : sql`and issue_type_id = ${typeId}`}
    group by issue_type_id, step, handler_id`.execute(db.read)
  return rows.map((row) => ({
    typeId: String(row['issue_type_id']),
    step: String(row['step']),
    handlerId: row['handler_id'] === null ? null : String(row['handler_id']),
    count: Number(row['count']),
    late: Number(row['late']),
    dueIn2: Number(row['due2']),
    dueIn7: Number(row['due7']),
    ages: since.map((_, index) => Number(row[`age${index}`])),
  }))
}

function ifSo(condition: ReturnType<typeof sql>) {
  return sql`sum(case when ${condition} then 1 else 0 end)`
}
