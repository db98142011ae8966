import { type RawBuilder, sql } from 'kysely'
import {
  all,
  datesIn,
  EACH,
  hasPlainOrder,
  lookedUp,
  ranges,
  SETS,
  type SortColumn,
  type Stretch,
} from './list-conditions.ts'
import {
  boundedBy,
  cheapSet,
  type Few,
  fromFirst,
  fromFew,
  type List,
  narrowest,
  onWay,
  setLimit,
} from './list-reading.ts'
import { countUpTo, isInIndex, rowSources, wordSource } from './list-sources.ts'
import { newestWithWords } from './search.ts'

/** How many issues a filter finds on all pages, counted no further than `limit`. */
export async function countIssues(list: List, few: Few | null, limit: number): Promise<number> {
  const { db, wanted, bounds } = list
  // Any order will do; that of a range passes over nothing.
  const [ranged] = Object.keys(ranges(wanted)) as SortColumn[]
  const column = ranged ?? list.stretch.column
  const whole: List = { ...list, stretch: { column, descending: true } }
  if (few) return countKeys(list, fromFew(whole, few, EACH), limit)
  const keys = (stretch: Stretch, dear: RawBuilder<boolean>[]) =>
    sql`select issues.search_id from issues where ${all([onWay(whole, stretch), ...dear])}`
  const dear = lookedUp(db.traits, wanted, EACH)
  const sources = rowSources(db.traits, wanted, column)
  const held = sources.filter((source) => isInIndex(db.traits, source))
  if (held.length > 0)
    return Math.min(
      ...(await countUpTo(
        db,
        held,
        held.map(() => limit - 1),
      )),
    )
  if (dear.length === 0) return countKeys(list, keys(whole.stretch, []), limit)
  const isAlone = dear.length === 1 && hasPlainOrder(wanted) && datesIn(wanted).length === 0
  if (isAlone && !wanted.words) return (await countUpTo(db, sources, [limit - 1]))[0] ?? 0
  // Most of what is late is unmet.
  if (dear.length === 1 && wanted.isUnmet) return countKeys(list, keys(whole.stretch, dear), limit)
  const words = wanted.words && wordSource(db.traits, wanted, wanted.words)
  const counted = async () => (words && (await countUpTo(db, [words], [limit - 1]))[0]) ?? 0
  const isSqlite = db.traits.kind === 'sqlite'
  // SQLite's index of words gives them one by one, PostgreSQL's all or nothing.
  if (isAlone && isSqlite) return counted()
  if (isAlone) {
    const newest = await countKeys(list, newestWithWords(wanted.words ?? [], bounds.walk), limit)
    return newest === limit ? newest : counted()
  }

  const begun = await fromFirst(whole)
  if (!begun) return 0
  const { stretch, isEnd } = await boundedBy(begun, bounds.walk)
  // To count so many, SQLite makes its set of words sooner than it looks them up.
  const near = words && isSqlite ? lookedUp(db.traits, wanted, SETS) : dear
  const count = await countKeys(list, keys(stretch, near), limit)
  if (isEnd || count === limit) return count
  if (words && isSqlite) {
    const some = await countKeys(list, fromFew(whole, { source: words, count: bounds.few / 2 }, EACH), limit)
    if (some === limit) return some
  }
  // To look up the words of all that have a common value would be dearer than to ask for the words.
  const many = await narrowest(db, sources, words ? () => bounds.fewInIndex : setLimit(bounds))
  if (many === 'none') return 0
  // A part of the rows themselves is read at the price of each; to walk along all others would be dearer.
  if (many?.source.of === 'issue' && !many.source.isCovered)
    return countKeys(list, fromFew(whole, many, SETS), limit)
  const far = lookedUp(db.traits, wanted, cheapSet(whole, many) ?? SETS)
  return countKeys(list, keys(whole.stretch, far), limit)
}

async function countKeys({ db }: List, keys: RawBuilder<unknown>, limit: number): Promise<number> {
  const { rows } = await sql<{
    number: number
  }>`select count(*) as number from (${keys} limit ${limit}) as found`.execute(db.read)
  return Number(rows[0]?.number)
}
