import { emailKey, type InputError, refuseIfInvalid } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import type { Sound } from '../http/index.ts'
import type { Category, Configuration } from '../issue-types/index.ts'
import { userOf } from '../staff/index.ts'
import { countIssues } from './count-issues.ts'
import { phoneKey } from './contact.ts'
import { type Issue, issueFromRow } from './issue.ts'
import type { Wanted } from './list-conditions.ts'
import { BOUNDS, readPage } from './list-plans.ts'
import { queryWords } from './search.ts'
import { filterKey } from './values.ts'

export const SORTS = ['created', 'changed', 'due', 'number'] as const
type Sort = (typeof SORTS)[number]

const COLUMNS = { created: 'created_at', changed: 'changed_at', due: 'due', number: 'number_key' } as const

export type IssueFilter = {
  type?: string | undefined
  step?: string | undefined
  category?: Category | undefined
  /** Id or e-mail of a user, or `none`. */
  handler?: string | undefined
  /** An e-mail address or a phone number, compared as on the status page. */
  contact?: string | undefined
  /** Words, each the beginning of a word of number, contact or values. */
  q?: string | undefined
  /** UTC milliseconds; `to` is exclusive. */
  createdFrom?: number | undefined
  createdTo?: number | undefined
  /** `YYYY-MM-DD`, both inclusive. */
  dueFrom?: string | undefined
  dueTo?: string | undefined
  /** By key of a filterable field. */
  fields: Readonly<Record<string, string>>
  /** Parameters that are no filter; a filter that has any is refused. */
  unknown: readonly string[]
  sort: Sort
  descending: boolean
  cursor?: string | undefined
  limit: number
  /** Whether all of them are counted, as far as counting goes. */
  count: boolean
}

/** Counting goes no further, so that it costs the same however many there are. */
export const MAX_COUNT = 1000

export type FoundIssues = {
  issues: Issue[]
  nextCursor: string | null
  /** Of all pages, where it was asked for. */
  count?: { least: number; capped: boolean }
}

/**
 * One page of issues. Pages go by key, never by offset, so that the last costs what the first does.
 * @throws Refusal `invalid-input` for an unknown type, step, field, contact or cursor.
 */
export async function findIssues(
  db: Database,
  configuration: Configuration,
  filter: IssueFilter,
  defaultCountry: string,
  bounds = BOUNDS,
): Promise<FoundIssues> {
  const { errors, typeId, handlerId, contact, fieldKeys, after } = checkFilter(
    configuration,
    filter,
    defaultCountry,
  )
  refuseIfInvalid(errors)
  const words = filter.q?.trim() ? queryWords(filter.q) : null
  const wanted: Wanted = { ...filter, typeId, handlerId, contact, fieldKeys, words }
  const column = COLUMNS[filter.sort]
  const stretch = { column, descending: filter.descending, after }
  const list = { db, wanted, stretch, limit: filter.limit + 1, bounds }
  const { rows, few, isNone } = await readPage(list)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const found = {
    issues: page.map(issueFromRow),
    nextCursor: rows.length > filter.limit && last ? writeCursor(filter, last[column], last.id) : null,
  }
  if (!filter.count) return found
  const isWhole = isNone || (!after && rows.length <= filter.limit)
  const count = isWhole ? rows.length : await countIssues(list, few, MAX_COUNT + 1)
  return { ...found, count: { least: Math.min(count, MAX_COUNT), capped: count > MAX_COUNT } }
}

/** Everything that is wrong with a filter, and what is right of it as the store looks it up. */
export function checkFilter(
  configuration: Configuration,
  filter: Sound<IssueFilter>,
  defaultCountry: string,
) {
  const errors: InputError[] = []
  const type = configuration.typeByKey.get(filter.type ?? '')
  if (filter.type !== undefined && !type) {
    errors.push({ path: 'type', message: `there is no issue type ${filter.type}` })
  }
  const { step } = filter
  if (step !== undefined && !configuration.types.some((known) => known.stepByKey.has(step))) {
    errors.push({ path: 'step', message: `there is no step ${step}` })
  }
  const handlerId = filter.handler === 'none' ? null : userOf(configuration, filter.handler ?? '')?.id
  if (filter.handler !== undefined && handlerId === undefined) {
    errors.push({ path: 'handler', message: 'the id or e-mail of a user is needed, or none' })
  }
  const email = emailKey(filter.contact ?? '')
  const phone = phoneKey(filter.contact ?? '', defaultCountry)
  if (filter.contact !== undefined && !email && !phone) {
    errors.push({ path: 'contact', message: 'an e-mail address or a phone number is needed' })
  }
  const fieldKeys: [field: string, value: string][] = []
  for (const [name, text = ''] of Object.entries(filter.fields ?? {})) {
    const field = configuration.fieldByKey.get(name)
    const found = field?.filterable ? filterKey(field, text, defaultCountry, configuration) : null
    if (found && 'key' in found) fieldKeys.push([name, found.key])
    else {
      const message = found?.errors[0]?.message ?? (field ? 'is not filterable' : 'there is no such field')
      errors.push({ path: `field.${name}`, message })
    }
  }
  for (const name of filter.unknown ?? []) {
    if (name !== undefined) errors.push({ path: name, message: 'there is no such filter' })
  }
  const after = filter.cursor === undefined ? null : readCursor(filter.cursor, filter)
  if (filter.cursor !== undefined && !after) {
    errors.push({ path: 'cursor', message: 'the nextCursor of a page with the same sort is needed' })
  }
  const contact = email
    ? ({ column: 'email_key', key: email } as const)
    : phone
      ? ({ column: 'phone_key', key: phone } as const)
      : null
  return { errors, typeId: type?.id, handlerId, contact, fieldKeys, after }
}

type Key = string | number

function writeCursor(filter: IssueFilter, value: Key, id: string): string {
  return Buffer.from(JSON.stringify([sortOf(filter), value, id])).toString('base64url')
}

const ID = /^[0-9a-f-]{36}$/

function readCursor(cursor: string, filter: Sound<IssueFilter>): [value: Key, id: string] | null {
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

function sortOf(filter: Sound<Pick<IssueFilter, 'sort' | 'descending'>>): string {
  return `${filter.descending ? '-' : ''}${filter.sort}`
}
