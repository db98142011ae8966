import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../db/index.ts'
import type { IssueRow } from './issue.ts'
import {
  all,
  equalities,
  FIELD_SET,
  hasPlainOrder,
  inParts,
  lookedUp,
  type Manner,
  metOnWay,
  orderOf,
  ranges,
  SETS,
  type SortKey,
  type Stretch,
  turningRanges,
  undated,
  type Wanted,
  within,
} from './list-conditions.ts'
import { countUpTo, type Source } from './list-sources.ts'

/** How far each way of reading a list goes before another is taken. */
export type Bounds = {
  /** Up to so many issues that one part of a filter finds are fetched, looked through and sorted. */
  few: number
  /** The same where an index holds all that is needed of them. */
  fewInIndex: number
  /** Up to so many issues that have a field's value are made a set. */
  set: number
  /** So many issues are looked up on a walk in the order of the sort; first, and where it seems to lead somewhere. */
  glance: number
  walk: number
}

/** A source and how many issues it finds. */
export type Few = { source: Source; count: number }

export type Page = {
  rows: IssueRow[]
  /** The source that was found to be few, for whoever counts what there is on all pages. */
  few: Few | null
  isNone: boolean
}

/** What every way of reading a list is given. */
export type List = { db: Database; wanted: Wanted; stretch: Stretch; limit: number; bounds: Bounds }

export const NONE: Page = { rows: [], few: null, isNone: true }

/** The source that finds fewest issues, where they are few enough. */
export async function narrowest(
  db: Database,
  sources: readonly Source[],
  limitOf: (source: Source) => number,
): Promise<Few | 'none' | null> {
  const limits = sources.map(limitOf)
  const counts = await countUpTo(db, sources, limits)
  if (counts.includes(0)) return 'none'
  const few = sources
    .map((source, index) => ({ source, count: counts[index] ?? 0, limit: limits[index] ?? 0 }))
    .filter(({ count, limit }) => count <= limit)
    .toSorted((one, other) => one.count - other.count)
  return few[0] ?? null
}

/** What PostgreSQL's index of words finds, where that is few: asked once, since to count it costs what to read it does. */
export async function foundBy(db: Database, source: Source, limit: number): Promise<Few | 'none' | null> {
  const found = sql`select ${source.key} as found from ${source.table} limit ${limit + 1}`
  const { rows } = await sql<{ found: string }>`${found}`.execute(db.read)
  if (rows.length === 0) return 'none'
  const ids = rows.map(({ found }) => Number(found))
  const table = sql`unnest(${ids}::bigint[]) as matched (found)`
  return ids.length > limit ? null : { source: { ...source, table }, count: ids.length }
}

export async function readFew(list: List, few: Few, manner: Manner): Promise<Page> {
  const { stretch, limit } = list
  const keys = sql`${fromFew(list, few, manner)} and ${all(within(stretch))} ${orderOf(stretch)} limit ${limit}`
  return { rows: await rowsOf(list, keys), few, isNone: false }
}

/**
 * Selects the `search_id` of the issues that a source finds and the rest of the filter wants. The limit, with room for
 * what is written since the counting, tells PostgreSQL how many there are, and no planner does without the source.
 */
export function fromFew(
  { db, wanted, stretch }: List,
  { source, count }: Few,
  manner: Manner,
): RawBuilder<unknown> {
  const limit = count * 2 + 100
  const rest = lookedUp(db.traits, source.rest, manner)
  if (source.isCovered && rest.length === 0) {
    return sql`select issues.search_id from (select search_id, id, ${sql.ref(stretch.column)} from issues
      where ${source.where} limit ${limit}) as issues where 1 = 1`
  }
  const dates = [...Object.values(ranges(wanted)), ...(hasPlainOrder(wanted) ? turningRanges(wanted) : [])]
  const conditions = [...equalities(db.traits, wanted), ...dates.flat(), ...rest]
  return sql`with narrow as materialized (
      select ${source.key} as found from ${source.table} where ${source.where})
    select issues.search_id from (select found from narrow limit ${limit}) as few cross join issues
    where issues.${sql.ref(source.column)} = few.found and ${all(conditions)}`
}

/** How many issues a source may find that is looked through whole, or made a set. */
export function setLimit(bounds: Bounds): (source: Source) => number {
  return ({ of }) => (of === 'value' ? bounds.set : bounds.fewInIndex)
}

/** What is cheap to make a set of, to go far with: SQLite's words, and a field's value that not too many issues have. */
export function cheapSet({ db, wanted }: List, many: Few | null): Manner | null {
  if (wanted.words && db.traits.kind === 'sqlite') return SETS
  return many?.source.of === 'value' && wanted.fieldKeys.length === 1 ? FIELD_SET : null
}

/**
 * The same list from its first issue on: what ranges pass over before it need not be passed over again. `null` where
 * there is none.
 */
export async function fromFirst(list: List): Promise<List | null> {
  const from = await keyAt(list, list.stretch, 0)
  return from ? { ...list, stretch: { ...list.stretch, after: null, from } } : null
}

async function keyAt(list: List, stretch: Stretch, place: number): Promise<SortKey | undefined> {
  const { rows } = await sql<{ value: string | number; id: string }>`
    select issues.${sql.ref(stretch.column)} as value, issues.id from ${walked(list, stretch, [], place + 1)}
    ${orderOf(stretch)} limit 1 offset ${place}`.execute(list.db.read)
  return rows[0] && [rows[0].value, rows[0].id]
}

/** What a walk passes over without looking anything up. */
export function onWay({ db, wanted }: List, stretch: Stretch): RawBuilder<boolean> {
  return all(metOnWay(db.traits, wanted, stretch))
}

/** Whole where the page was filled, or nothing is left beyond the bound. */
export async function readBounded(list: List, bound: number, dear: RawBuilder<boolean>[]) {
  return readWithin(list, await boundedBy(list, bound), dear)
}

/**
 * The same among so many entries of any other date: where those that a filter asks for are far apart, to find the last
 * of them costs as much as what is between.
 */
export async function readNear(list: List, bound: number, dear: RawBuilder<boolean>[]) {
  return readWithin(
    list,
    await boundedBy({ ...list, wanted: undated(list.wanted, list.stretch.column) }, bound),
    dear,
  )
}

async function readWithin(
  list: List,
  { stretch, isEnd }: { stretch: Stretch; isEnd: boolean },
  dear: RawBuilder<boolean>[],
): Promise<{ page: Page; stretch: Stretch; isWhole: boolean }> {
  const page = await readWalk(list, stretch, dear)
  return { page, stretch, isWhole: isEnd || page.rows.length === list.limit }
}

export async function boundedBy(list: List, bound: number) {
  const until = await keyAt(list, list.stretch, bound)
  return { stretch: { ...list.stretch, until }, isEnd: !until }
}

export async function readWalk(list: List, stretch: Stretch, dear: RawBuilder<boolean>[]): Promise<Page> {
  const { limit } = list
  const keys = sql`select issues.search_id from ${walked(list, stretch, dear, limit)} ${orderOf(stretch)} limit ${limit}`
  return { rows: await rowsOf(list, keys), few: null, isNone: false }
}

/**
 * What a walk goes along, at least the first `limit` of it. No store merges parts of an index that are in order each: so
 * each is walked for itself.
 */
function walked(
  { db, wanted }: List,
  stretch: Stretch,
  dear: readonly RawBuilder<boolean>[],
  limit: number,
): RawBuilder<unknown> {
  const [first, ...others] = inParts(wanted).map((part) =>
    all([...metOnWay(db.traits, part, stretch), ...dear]),
  )
  if (!first || others.length === 0) return sql`issues where ${first ?? sql`1 = 1`}`
  const columns = sql`issues.search_id, issues.id, issues.${sql.ref(stretch.column)}`
  const walks = [first, ...others].map(
    (where) =>
      sql`select * from (select ${columns} from issues where ${where} ${orderOf(stretch)} limit ${limit}) as walk`,
  )
  return sql`(${unionOf(walks)}) as issues`
}

/** SQLite takes up to 500 selects together. */
const MAX_UNION = 400

function unionOf(selects: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  if (selects.length <= MAX_UNION) return sql.join(selects, sql` union all `)
  const some = sql`select * from (${unionOf(selects.slice(0, MAX_UNION))}) as some`
  return sql`${some} union all ${unionOf(selects.slice(MAX_UNION))}`
}

/** Only what an index holds is looked at on the way; whole rows are read of those that are answered. */
async function rowsOf({ db, stretch }: List, keys: RawBuilder<unknown>): Promise<IssueRow[]> {
  const { rows } = await sql<IssueRow>`select issues.* from issues where issues.search_id in (${keys})
    ${orderOf(stretch)}`.execute(db.read)
  return rows
}
