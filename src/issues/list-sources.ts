import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../db/index.ts'
import { type IssueRow, NO_DUE } from './issue.ts'
import { searchMatches } from './search.ts'

/** What a filter was found to look up. */
export type LookedUp = {
  /** `null` for issues that nobody handles. */
  handlerId: string | null | undefined
  contact: { column: 'email_key' | 'phone_key'; key: string } | null
  fieldKeys: readonly (readonly [field: string, value: string])[]
  q?: string | undefined
  createdFrom?: number | undefined
  createdTo?: number | undefined
  dueFrom?: string | undefined
  dueTo?: string | undefined
}

/** A part of a filter that can find issues by an index of its own. */
type Source = {
  /** Selects `found`, the key of one issue a row. */
  keys: RawBuilder<unknown>
  /** The column of `issues` that the key is in. */
  column: 'id' | 'search_id'
}

/** Up to so many matches are fetched and sorted; the rest is cheaper to meet on a walk in the order of the sort. */
const FEW = 5000

/**
 * Where a list is read from: the few issues that the narrowest part of its filter finds, or all of them, in the order
 * of the sort. The stores cannot know which is better, since they plan without the values. `null` where there are none.
 */
export async function narrowest(
  db: Database,
  wanted: LookedUp,
  sort: string,
): Promise<{ table: RawBuilder<IssueRow>; few: boolean } | null> {
  const sources = sourcesOf(db, wanted, sort)
  const counts = await countUpTo(db, FEW + 1, sources)
  const least = Math.min(...counts)
  if (least === 0) return null
  const source = sources[counts.indexOf(least)]
  if (!source || least > FEW) return { table: sql<IssueRow>`issues`, few: false }
  const { keys, column } = source
  // A cross join, which SQLite takes in the order written.
  const table = sql<IssueRow>`(select whole.* from (${keys}) as narrow
    cross join issues as whole where whole.${sql.ref(column)} = narrow.found)`
  return { table, few: true }
}

async function countUpTo(db: Database, limit: number, sources: readonly Source[]): Promise<number[]> {
  if (sources.length === 0) return []
  const columns = sources.map(
    ({ keys }, index) =>
      sql`(select count(*) from (${keys} limit ${limit}) as few) as ${sql.ref(`source${index}`)}`,
  )
  const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)}`.execute(db.read)
  return sources.map((_, index) => Number(rows[0]?.[`source${index}`]))
}

function sourcesOf(db: Database, wanted: LookedUp, sort: string): Source[] {
  const { handlerId, contact, fieldKeys, q, createdFrom, createdTo, dueFrom, dueTo } = wanted
  const sources: Source[] = fieldKeys.map(([field, value]) => ({
    keys: sql`select issue_id as found from field_values where field_key = ${field} and value_key = ${value}`,
    column: 'id',
  }))
  if (contact) {
    const keys = sql`select id as found from issues where ${sql.ref(contact.column)} = ${contact.key}`
    sources.push({ keys, column: 'id' })
  }
  if (handlerId !== undefined) {
    const whose = handlerId === null ? sql`is null` : sql`= ${handlerId}`
    sources.push({ keys: sql`select id as found from issues where handler_id ${whose}`, column: 'id' })
  }
  if (q?.trim()) sources.push({ keys: searchMatches(db.traits, q), column: 'search_id' })
  // A range of what the list is sorted by is walked as it is.
  if (sort !== 'created' && (createdFrom ?? createdTo) !== undefined) {
    const from = createdFrom === undefined ? sql`` : sql` and created_at >= ${createdFrom}`
    const to = createdTo === undefined ? sql`` : sql` and created_at < ${createdTo}`
    sources.push({
      keys: sql`select id as found from issues where created_at is not null${from}${to}`,
      column: 'id',
    })
  }
  if (sort !== 'due' && (dueFrom ?? dueTo) !== undefined) {
    const from = dueFrom === undefined ? sql`` : sql` and due >= ${dueFrom}`
    const to = dueTo === undefined ? sql`` : sql` and due <= ${dueTo}`
    sources.push({
      keys: sql`select id as found from issues where due < ${NO_DUE}${from}${to}`,
      column: 'id',
    })
  }
  return sources
}
