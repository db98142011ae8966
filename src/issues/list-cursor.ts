import type { Sound } from '../http/index.ts'
import type { IssueFilter } from './find-issues.ts'
import type { SortKey } from './list-conditions.ts'

type Order = Sound<Pick<IssueFilter, 'sort' | 'descending'>>

/** Where a page ends, for the next to go on. */
export function writeCursor(filter: Order, value: string | number, id: string): string {
  return Buffer.from(JSON.stringify([sortOf(filter), value, id])).toString('base64url')
}

const ID = /^[0-9a-f-]{36}$/

/** `null` for what no page of the same order answered. */
export function readCursor(cursor: string, filter: Order): SortKey | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
  if (!Array.isArray(parsed)) return null
  const [sort, value, id] = parsed as unknown[]
  if (sort !== sortOf(filter) || typeof id !== 'string' || !ID.test(id)) return null
  if (filter.sort === 'created' || filter.sort === 'changed') {
    return typeof value === 'number' && Number.isSafeInteger(value) ? [value, id] : null
  }
  return typeof value === 'string' && /^[\x21-\x7e]{1,100}$/.test(value) ? [value, id] : null
}

function sortOf(filter: Order): string {
  return `${filter.descending ? '-' : ''}${filter.sort}`
}
