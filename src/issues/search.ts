import { type RawBuilder, sql } from 'kysely'
import type { DialectTraits, Tx } from '../db/index.ts'
import { indexedWords, moreWords, type Searchable } from './search-words.ts'

/** The next free row of the index, for a new issue. */
export async function nextSearchId(tx: Tx): Promise<number> {
  const result =
    tx.traits.kind === 'postgres'
      ? await sql<{ id: number }>`select nextval('issue_search_ids') as id`.execute(tx.query)
      : await sql<{ id: number }>`select coalesce(max(search_id), 0) + 1 as id from issues`.execute(tx.query)
  return Number(result.rows[0]?.id)
}

/** Writes what an issue can be found by, in the transaction that changes it. */
export async function indexForSearch(
  tx: Tx,
  searchId: number,
  searchable: Searchable,
  isNew: boolean,
): Promise<void> {
  await writeWords(tx, searchId, indexedWords(searchable), isNew)
}

/** Has an issue found by one more text as well. */
export async function addToSearch(tx: Tx, searchId: number, text: string): Promise<void> {
  const words = moreWords(await wordsOf(tx, searchId), text)
  if (words) await writeWords(tx, searchId, words, false)
}

async function wordsOf(tx: Tx, searchId: number): Promise<string[]> {
  if (tx.traits.kind === 'postgres') {
    const { rows } = await sql<{ words: string[] }>`
      select tsvector_to_array(body) as words from issue_search where rowid = ${searchId}`.execute(tx.query)
    return rows[0]?.words ?? []
  }
  const { rows } = await sql<{ body: string }>`
    select c0 as body from issue_search_content where id = ${searchId}`.execute(tx.query)
  return rows[0]?.body.split(' ') ?? []
}

async function writeWords(tx: Tx, searchId: number, words: string[], isNew: boolean): Promise<void> {
  if (tx.traits.kind === 'postgres') {
    await sql`insert into issue_search (rowid, body) values (${searchId}, array_to_tsvector(${words}::text[]))
      on conflict (rowid) do update set body = excluded.body`.execute(tx.query)
    return
  }
  if (!isNew) await removeFromSearch(tx, searchId)
  await sql`insert into issue_search (rowid, body) values (${searchId}, ${words.join(' ')})`.execute(tx.query)
}

export async function removeFromSearch(tx: Tx, searchId: number): Promise<void> {
  await sql`delete from issue_search where rowid = ${searchId}`.execute(tx.query)
}

/** What the rows of the index are in which each of some words is the beginning of a word. */
export function wordsMatch(traits: DialectTraits, asked: readonly string[]): RawBuilder<boolean> {
  if (traits.kind === 'postgres') return sql`body @@ ${tsquery(asked)}::tsquery`
  return sql`issue_search match ${asked.map((word) => `"${word}"*`).join(' ')}`
}

/** The same of the one issue that the row of `issues` is, at the price of reading its text. */
export function hasWords(traits: DialectTraits, asked: readonly string[]): RawBuilder<boolean> {
  if (traits.kind === 'postgres') {
    return sql`(select body @@ ${tsquery(asked)}::tsquery from issue_search where rowid = issues.search_id)`
  }
  // The index's own table of texts: they are words with one space between, as `writeWords` wrote them.
  const each = asked.map((word) => sql`instr(' ' || c0, ${` ${word}`}) > 0`)
  return sql`(select ${sql.join(each, sql` and `)} from issue_search_content where id = issues.search_id)`
}

function tsquery(asked: readonly string[]): string {
  return asked.map((word) => `'${word}':*`).join(' & ')
}
