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

/** Selects `found`, the `search_id` of issues in which every word of a text is the beginning of a word. */
export function searchMatches(traits: DialectTraits, text: string): RawBuilder<unknown> {
  const wanted = words(text, MAX_QUERY_WORDS)
  if (wanted.length === 0) return sql`select rowid as found from issue_search where 1 = 0`
  if (traits.kind === 'postgres') {
    const query = wanted.map((word) => `'${word}':*`).join(' & ')
    return sql`select rowid as found from issue_search where body @@ ${query}::tsquery`
  }
  const query = wanted.map((word) => `"${word}"*`).join(' ')
  return sql`select rowid as found from issue_search where issue_search match ${query}`
}
