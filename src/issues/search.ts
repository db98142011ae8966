import { type RawBuilder, sql } from 'kysely'
import type { DialectTraits, Tx } from '../db/index.ts'
import { fold } from './values.ts'

const MAX_TEXT = 200_000
const MAX_WORD = 60
const MAX_WORDS = 2000
const MAX_QUERY_WORDS = 10

/** The words of a text as the index knows them: runs of letters and digits of the folded text. */
export function words(text: string, limit = MAX_WORDS): string[] {
  const found = new Set<string>()
  for (const [word] of fold(text.slice(0, MAX_TEXT)).matchAll(/[\p{L}\p{N}]+/gu)) {
    found.add(word.slice(0, MAX_WORD).toWellFormed())
    if (found.size >= limit) break
  }
  return [...found]
}

/** The next free row of the index, for a new issue. */
export async function nextSearchId(tx: Tx): Promise<number> {
  const result =
    tx.traits.kind === 'postgres'
      ? await sql<{ id: number }>`select nextval('issue_search_ids') as id`.execute(tx.query)
      : await sql<{ id: number }>`select coalesce(max(search_id), 0) + 1 as id from issues`.execute(tx.query)
  return Number(result.rows[0]?.id)
}

/** Writes what an issue can be found by, in the transaction that changes it. */
export async function indexForSearch(tx: Tx, searchId: number, text: string, isNew: boolean): Promise<void> {
  const body = words(text)
  if (tx.traits.kind === 'postgres') {
    await sql`insert into issue_search (rowid, body) values (${searchId}, array_to_tsvector(${body}::text[]))
      on conflict (rowid) do update set body = excluded.body`.execute(tx.query)
    return
  }
  if (!isNew) await removeFromSearch(tx, searchId)
  await sql`insert into issue_search (rowid, body) values (${searchId}, ${body.join(' ')})`.execute(tx.query)
}

export async function removeFromSearch(tx: Tx, searchId: number): Promise<void> {
  await sql`delete from issue_search where rowid = ${searchId}`.execute(tx.query)
}

/** The words that a text asks for. */
export function queryWords(text: string): string[] {
  return words(text, MAX_QUERY_WORDS)
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
  // The index's own table of texts: they are words with one space between, as `indexForSearch` wrote them.
  const each = asked.map((word) => sql`instr(' ' || c0, ${` ${word}`}) > 0`)
  return sql`(select ${sql.join(each, sql` and `)} from issue_search_content where id = issues.search_id)`
}

function tsquery(asked: readonly string[]): string {
  return asked.map((word) => `'${word}':*`).join(' & ')
}
