import { type RawBuilder, sql } from 'kysely'
import type { DialectTraits, Tx } from '../db/index.ts'
import { indexedWords, MAX_WORDS, type Searchable, textWords } from './search-words.ts'

/** The next free row of the index, for a new issue. */
export async function nextSearchId(tx: Tx): Promise<number> {
  const result =
    tx.traits.kind === 'postgres'
      ? await sql<{ id: number }>`select nextval('issue_search_ids') as id`.execute(tx.query)
      : await sql<{ id: number }>`select coalesce(max(search_id), 0) + 1 as id from issues`.execute(tx.query)
  return Number(result.rows[0]?.id)
}

/** Writes what an issue can be found by, in the transaction that changes it; its messages stay as they are. */
export async function indexForSearch(
  tx: Tx,
  searchId: number,
  searchable: Searchable,
  isNew: boolean,
): Promise<void> {
  const words = indexedWords(searchable)
  if (tx.traits.kind === 'postgres') {
    await sql`insert into issue_search (rowid, body) values (${searchId}, array_to_tsvector(${words}::text[]))
      on conflict (rowid) do update set body = excluded.body`.execute(tx.query)
    return
  }
  if (!isNew) await sql`delete from issue_search where rowid = ${searchId}`.execute(tx.query)
  await insertWords(tx, searchId, words)
}

/** Has an issue found by messages as well, oldest first; those that it is found by already come first. */
export async function addToSearch(tx: Tx, searchId: number, bodies: readonly string[]): Promise<void> {
  if (tx.traits.kind === 'postgres') {
    const words = bodies.flatMap((body) => [...textWords(body)]).slice(0, MAX_WORDS)
    await sql`update issue_search set body = body || array_to_tsvector(${words}::text[])
      where rowid = ${searchId} and length(body) < ${MAX_WORDS}`.execute(tx.query)
    return
  }
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from issue_search_content where ${messagesOf(sql`${searchId}`)}`.execute(
    tx.query,
  )
  for (const [place, body] of bodies.slice(0, MESSAGES).entries()) {
    const row = (rows[0]?.count ?? 0) + place
    if (row < MESSAGES) await insertWords(tx, -(searchId * MESSAGES + row), [...textWords(body)])
  }
}

/**
 * To take words out of SQLite's index is dear, and dearer the more there are, so that a message has a row of its own,
 * which is written once: below zero, as many as this for each issue.
 */
const MESSAGES = 4096

function messagesOf(searchId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`id between -(${searchId} * ${sql.lit(MESSAGES)} + ${sql.lit(MESSAGES - 1)}) and -(${searchId} * ${sql.lit(MESSAGES)})`
}

async function insertWords(tx: Tx, row: number, words: readonly string[]): Promise<void> {
  await sql`insert into issue_search (rowid, body) values (${row}, ${words.join(' ')})`.execute(tx.query)
}

/** Whether an issue stands in the index. */
export async function isIndexed(tx: Tx, searchId: number): Promise<boolean> {
  const { rows } = await sql`select 1 from issue_search where rowid = ${searchId}`.execute(tx.query)
  return rows.length > 0
}

export async function removeFromSearch(tx: Tx, searchId: number): Promise<void> {
  await sql`delete from issue_search where rowid = ${searchId}`.execute(tx.query)
  if (tx.traits.kind === 'postgres') return
  await sql`delete from issue_search where rowid in (
    select id from issue_search_content where ${messagesOf(sql`${searchId}`)})`.execute(tx.query)
}

/**
 * Selects as `found` the `search_id` of the issues in which each of some words is the beginning of a word, mostly once. Of
 * those that do not have the words of values, too, some may be left out: whoever looks for values needs none of them.
 */
export function issuesWithWords(
  traits: DialectTraits,
  asked: readonly string[],
  valueWords: readonly string[],
): RawBuilder<{ found: number }> {
  if (traits.kind === 'postgres') {
    const whole = valueWords.map((word) => `'${word}'`)
    return sql`select rowid as found from issue_search where body @@ ${[tsquery(asked), ...whole].join(' & ')}::tsquery`
  }
  const found = sql`case when rowid > 0 then rowid else -rowid / ${sql.lit(MESSAGES)} end as found`
  const whole = sql<{
    found: number
  }>`select ${found} from issue_search where issue_search match ${[matched(asked), ...valueWords.map((word) => `"${word}"`)].join(' ')}`
  if (valueWords.length === 0) return whole
  // Messages have rows of their own, and none of the words of values.
  return sql`${whole} union all
    select ${found} from issue_search where issue_search match ${matched(asked)} and rowid < 0`
}

/**
 * Of the newest rows of PostgreSQL's index, so many, those with all the words. It has them side by side; in any other order
 * each is looked for.
 */
export function newestWithWords(asked: readonly string[], rows: number): RawBuilder<{ found: number }> {
  return sql`select rowid as found from (
      select rowid, body from issue_search order by rowid desc limit ${sql.lit(rows)}) as newest
    where body @@ ${tsquery(asked)}::tsquery`
}

function matched(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' ')
}

/** The same of the one issue that the row of `issues` is, at the price of reading its text. */
export function hasWords(traits: DialectTraits, asked: readonly string[]): RawBuilder<boolean> {
  if (traits.kind === 'postgres') {
    return sql`(select body @@ ${tsquery(asked)}::tsquery from issue_search where rowid = issues.search_id)`
  }
  // The index's own table of texts: they are words with one space between, as they were written.
  const each = asked.map((word) => sql`instr(' ' || c0, ${` ${word}`}) > 0`)
  const inText = sql.join(each, sql` and `)
  return sql`((select ${inText} from issue_search_content where id = issues.search_id)
    or exists (select 1 from issue_search_content where ${messagesOf(sql`issues.search_id`)} and ${inText}))`
}

function tsquery(asked: readonly string[]): string {
  return asked.map((word) => `'${word}':*`).join(' & ')
}
