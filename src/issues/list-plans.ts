import { sql } from 'kysely'
import { datesIn, EACH, isImpossible, lookedUp, type Manner, SETS, type Stretch } from './list-conditions.ts'
import {
  type Bounds,
  cheapSet,
  foundBy,
  fromFirst,
  type List,
  narrowest,
  NONE,
  onWay,
  type Page,
  readBounded,
  readFew,
  readNear,
  readWalk,
  setLimit,
} from './list-reading.ts'
import { isInIndex, rowSources, type Source, wordSource } from './list-sources.ts'
import { zoneFor } from './list-zones.ts'
import { hasWords } from './search.ts'

export const BOUNDS: Bounds = { few: 5000, fewInIndex: 40_000, set: 100_000, glance: 500, walk: 10_000 }

/**
 * Reads the beginning of a stretch, `limit` issues at most. The stores plan without the values, or without knowing what
 * goes together, so they cannot know which way is short; here each is tried within bounds, the cheapest first: the
 * narrowest part of the filter, a walk in the order of the sort, and where neither suffices whatever comes to an end.
 */
export async function readPage(whole: List): Promise<Page> {
  const { db, wanted, bounds, limit } = whole
  if (isImpossible(wanted)) return NONE
  const { column } = whole.stretch
  const zone = await zoneFor(db, wanted, column)
  if (!zone) return NONE
  const list = { ...whole, stretch: { ...whole.stretch, zone } }
  const dear = lookedUp(db.traits, wanted, EACH)
  const words = wanted.words && wordSource(db.traits, wanted, wanted.words)
  // GIN finds all that words match or nothing; the index of SQLite gives them one by one.
  const countsLate = db.traits.kind === 'postgres'
  const sources = [...rowSources(db.traits, wanted, column), ...(words && !countsLate ? [words] : [])]
  if (dear.length === 0 && sources.length === 0) return readWalk(list, list.stretch, [])

  if (dear.length === 0) {
    // The first that a filter asks for may be far away, and to find it costs as much.
    const start = await readNear(list, bounds.walk, [])
    if (start.isWhole) return start.page
  }
  const few = await narrowest(db, sources, (source) =>
    isInIndex(db.traits, source) ? bounds.fewInIndex : bounds.few,
  )
  if (few === 'none') return NONE
  if (few) return readFew(list, few, EACH)
  if (dear.length === 0) return readWalk(list, list.stretch, [])

  const begun = datesIn(wanted).some(([date]) => date !== column) ? await fromFirst(list) : list
  if (!begun) return NOTHING_LEFT
  const glance = await readBounded(begun, bounds.glance, dear)
  if (glance.isWhole) return glance.page
  const glanced = countsLate ? glance.stretch : null
  if (words) {
    const ahead = (limit * bounds.glance) / glance.page.rows.length
    if (ahead > bounds.walk) return readBySets(begun, sources, glanced)
    // SQLite makes its set of words sooner than it looks up so many issues.
    if (!countsLate && ahead > bounds.walk / 4) {
      const near = await readBounded(begun, bounds.walk, lookedUp(db.traits, wanted, SETS))
      return near.isWhole ? near.page : readBySets(begun, sources, null)
    }
  }
  const bounded = await readBounded(begun, bounds.walk, dear)
  return bounded.isWhole ? bounded.page : readBySets(begun, sources, null)
}

const EVERYTHING = 1_000_000_000

const NOTHING_LEFT: Page = { rows: [], few: null, isNone: false }

/**
 * For what is rare together, and then for what hardly is together at all: the one way without a bound.
 * @param glanced - what was glanced at, where words are still to be counted
 */
async function readBySets(list: List, sources: readonly Source[], glanced: Stretch | null): Promise<Page> {
  const { db, wanted, bounds } = list
  const far = (manner: Manner) => readNear(list, bounds.fewInIndex, lookedUp(db.traits, wanted, manner))
  // SQLite's set of words is always cheap.
  const withWords = wanted.words && db.traits.kind === 'sqlite' ? await far(SETS) : null
  if (withWords?.isWhole) return withWords.page
  const rare = glanced && (await rareWords(list, glanced))
  const few = rare && (await foundBy(db, rare, bounds.few))
  const many = few ?? (await narrowest(db, sources, setLimit(bounds)))
  if (many === 'none') return NONE
  if (few && many) return readFew(list, many, EACH)
  if (!withWords) {
    const set = cheapSet(list, many)
    const dear = lookedUp(db.traits, wanted, EACH)
    // Without words it was walked as far as that already.
    const bounded = set ? await far(set) : wanted.words && (await readBounded(list, bounds.walk, dear))
    if (bounded?.isWhole) return bounded.page
  }
  if (many) return { ...(await readFew(list, many, SETS)), few: null }
  const held = sources.find((source) => isInIndex(db.traits, source))
  if (held) return { ...(await readFew(list, { source: held, count: EVERYTHING }, EACH)), few: null }
  return readWalk(list, list.stretch, lookedUp(db.traits, wanted, SETS))
}

/** So many of those glanced at that what has them all is no longer few. */
const NOT_RARE = 5

/**
 * Those of the words that few issues on the way have: GIN takes as long as the commonest word that it is asked for.
 * `null` where even all of them together are not rare.
 */
async function rareWords(list: List, glanced: Stretch): Promise<Source | null> {
  const { db, wanted } = list
  const asked = wanted.words ?? []
  const all = [...asked, ...wanted.valueWords]
  if (all.length === 1) return wordSource(db.traits, wanted, asked)
  const columns = [all, ...asked.map((word) => [word])].map(
    (some, index) => sql`count(*) filter (where ${hasWords(db.traits, some)}) as ${sql.ref(`words${index}`)}`,
  )
  const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)} from issues
    where ${onWay(list, glanced)}`.execute(db.read)
  const [together = 0, ...counts] = columns.map((_, index) => Number(rows[0]?.[`words${index}`]))
  // Of a value and words that are common each, the index is asked only where they may never be together.
  if (together >= (wanted.valueWords.length > 0 ? 1 : NOT_RARE)) return null
  const least = Math.min(...counts)
  const rare = asked.filter((_, index) => (counts[index] ?? 0) <= least * 2 + 2)
  const source = wordSource(db.traits, wanted, rare)
  return rare.length === asked.length ? source : { ...source, rest: wanted }
}
