import { sql } from 'kysely'
import type { Database } from '../db/index.ts'
import { datesIn, type Range, type SortColumn, type Wanted } from './list-conditions.ts'

/** As the triggers of `list_zones` write them. */
const INSTANTS = 1_000_000_000
const FIRST_INSTANTS = 10_000
/** Some thousands of years from now; later ones would have more digits. */
const LAST_INSTANTS = 99_999
const DAY_LETTERS = 9
/** After all that a date or a number holds. */
const LAST = '~'

const instantZone = (at: number) =>
  String(Math.min(LAST_INSTANTS, FIRST_INSTANTS + Math.floor(Math.max(0, at) / INSTANTS)))

const zoneOf = (value: string | number) =>
  typeof value === 'number' ? instantZone(value) : value.slice(0, DAY_LETTERS)

/**
 * The part of an order beyond which no issue has the dates that a filter asks for, where it asks for dates that the
 * order does not go by. `null` where no issue has them.
 */
export async function zoneFor(db: Database, wanted: Wanted, column: SortColumn): Promise<Range | null> {
  const others = datesIn(wanted).filter(([date]) => date !== column)
  if (others.length === 0) return {}
  const ofTypes = wanted.typeIds ? sql`and issue_type_id in (${sql.join(wanted.typeIds)})` : sql``
  const ends = others.map(
    ([date, { from, to }]) => sql`select min(zone) as first, max(zone || ${LAST}) as last from list_zones
      where sort = ${column} and fact = ${date} and value >= ${from === undefined ? '' : zoneOf(from)}
        and value <= ${to === undefined ? LAST : zoneOf(to)} ${ofTypes}`,
  )
  const { rows } = await sql<{ first: string; last: string }>`
    select max(first) as first, min(last) as last from (${sql.join(ends, sql` union all `)}) as ends
    having count(first) = ${ends.length} and max(first) < min(last)`.execute(db.read)
  const [held] = rows
  if (!held) return null
  if (column === 'due' || column === 'number_key') return { from: held.first, to: held.last }
  const start = (zone: string) => (Number.parseInt(zone) - FIRST_INSTANTS) * INSTANTS
  return { from: start(held.first), to: start(held.last) + INSTANTS }
}
