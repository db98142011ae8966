import { type RawBuilder, sql } from 'kysely'
import type { Database, DialectTraits } from '../db/index.ts'
import {
  all,
  EACH,
  equalities,
  hasPlainOrder,
  lookedUp,
  metInIndex,
  ofTypes,
  ranges,
  type SortColumn,
  turningRanges,
  type Wanted,
  withoutTurning,
} from './list-conditions.ts'
import { issuesWithWords } from './search.ts'

/** A part of a filter that can find issues by an index of its own. */
export type Source = {
  of: 'issue' | 'value' | 'words'
  /** What is selected from. */
  table: RawBuilder<unknown>
  where: RawBuilder<boolean>
  /** What names an issue in the table, each once, and the column of `issues` that it is in. */
  key: RawBuilder<unknown>
  column: 'id' | 'search_id'
  /** Whether an index holds the sort too, so that rows need not be fetched to be sorted. */
  isCovered: boolean
  /** The filter without what need not be looked up any more. */
  rest: Wanted
}

/** How many issues each source finds, counted to one more than its limit. */
export async function countUpTo(
  db: Database,
  sources: readonly Source[],
  limits: readonly number[],
): Promise<number[]> {
  if (sources.length === 0) return []
  const columns = sources.map(({ of, key, table, where }, index) => {
    // Only words find an issue more than once; of all others nothing but the index is read.
    const counted = of === 'words' ? key : sql`1`
    const found = sql`select ${counted} from ${table} where ${where}`
    return sql`(select count(*) from (${found} limit ${(limits[index] ?? 0) + 1}) as few) as ${sql.ref(`source${index}`)}`
  })
  const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)}`.execute(db.read)
  return sources.map((_, index) => Number(rows[0]?.[`source${index}`]))
}

/** Whether an index holds all that is asked for, and the sort. */
export function isInIndex(traits: DialectTraits, { isCovered, rest }: Source): boolean {
  return isCovered && lookedUp(traits, rest, EACH).length === 0
}

/** The sources that are counted at the price of what is counted. */
export function rowSources(traits: DialectTraits, wanted: Wanted, sort: SortColumn): Source[] {
  const { contact, fieldKeys } = wanted
  const source = { of: 'issue', table: sql.ref('issues'), isCovered: false, rest: wanted } as const
  const sources: Source[] = fieldKeys.map(([field, value]) => ({
    ...source,
    of: 'value',
    table: sql.ref('field_values'),
    where: sql`field_key = ${field} and value_key = ${value}`,
    key: sql`issue_id`,
    column: 'id',
  }))
  if (contact) {
    const where = sql<boolean>`issues.${sql.ref(contact.column)} = ${contact.key}`
    sources.push({ ...source, where, key: sql`id`, column: 'id' })
  }
  if (wanted.isUnanswered) {
    // Said so that SQLite looks it up in the index, which holds nothing that is done.
    const where = all([
      sql`issues.unanswered_since > 0`,
      sql`issues.category <> 'done'`,
      ...ofTypes(traits, wanted),
    ])
    sources.push({ ...source, where, key: sql`id`, column: 'id' })
  }
  sources.push(...turningSources(traits, wanted, source))
  const [asked, same] = [ranges(wanted), equalities(traits, wanted)]
  // A range of what the list is sorted by is walked as it is.
  if (Object.keys(asked).some((column) => column !== sort)) {
    const isHeld = sort === 'created_at' || sort === 'due' || same.length === 0
    const points = hasPlainOrder(wanted) ? turningRanges(wanted, traits.met).flat() : []
    const where = all([...Object.values(asked).flat(), ...same, ...points])
    sources.push({
      ...source,
      where,
      key: sql`search_id`,
      column: 'search_id',
      isCovered: isHeld,
    })
  }
  return sources
}

/** What was closed or decided in a time: their indexes hold all but steps and handlers. */
function turningSources(
  traits: DialectTraits,
  wanted: Wanted,
  source: Pick<Source, 'of' | 'table' | 'isCovered' | 'rest'>,
): Source[] {
  const points = turningRanges(wanted)
  const isCovered = points.length === 1 && !wanted.steps && !wanted.handlerIds
  const rest: Wanted = isCovered ? withoutTurning(wanted) : wanted
  const held = isCovered ? metInIndex(traits, wanted) : ofTypes(traits, wanted)
  return points.map((range) => ({
    ...source,
    where: all([...range, ...held]),
    key: sql`search_id`,
    column: 'search_id',
    isCovered,
    rest,
  }))
}

export function wordSource(traits: DialectTraits, wanted: Wanted, asked: readonly string[]): Source {
  const isPostgres = traits.kind === 'postgres'
  const found = issuesWithWords(traits, asked, wanted.valueWords)
  // For a few of them PostgreSQL would rather look at each issue than ask its index.
  return {
    of: 'words',
    table: sql`(${isPostgres ? sql`with whole as materialized (${found}) select * from whole` : found}) as matched`,
    where: sql`1 = 1`,
    // Only SQLite has rows of an issue's messages beside it.
    key: isPostgres ? sql`found` : sql`distinct found`,
    column: 'search_id',
    isCovered: false,
    rest: { ...wanted, words: null },
  }
}
