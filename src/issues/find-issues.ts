import { type RawBuilder, sql } from 'kysely'
import { emailKey, type InputError, refuseIfInvalid } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import type { Sound } from '../http/index.ts'
import type { Category, Configuration } from '../issue-types/index.ts'
import { userOf } from '../staff/index.ts'
import { phoneKey } from './contact.ts'
import { type Issue, issueFromRow, type IssueRow, NO_DUE } from './issue.ts'
import { type LookedUp, narrowest } from './list-sources.ts'
import { searchMatches } from './search.ts'
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
): Promise<FoundIssues> {
  const { errors, typeId, handlerId, contact, fieldKeys, after } = checkFilter(
    configuration,
    filter,
    defaultCountry,
  )
  refuseIfInvalid(errors)
  const wanted: Wanted = { ...filter, typeId, handlerId, contact, fieldKeys }
  const source = await narrowest(db, wanted, filter.sort)
  if (!source) {
    return { issues: [], nextCursor: null, ...(filter.count ? { count: { least: 0, capped: false } } : {}) }
  }
  const column = COLUMNS[filter.sort]
  const direction = filter.descending ? 'desc' : 'asc'
  let query = matching(db, source.table, wanted, source.few ? 'few' : filter.sort)
  if (after) {
    const [value, id] = after
    const beyond = filter.descending ? '<' : '>'
    query = query.where((eb) =>
      eb.or([eb(column, beyond, value), eb.and([eb(column, '=', value), eb('id', beyond, id)])]),
    )
  }
  const rows = await query
    .selectAll('issues')
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    issues: page.map(issueFromRow),
    nextCursor: rows.length > filter.limit && last ? writeCursor(filter, last[column], last.id) : null,
    ...(filter.count ? { count: await countIssues(db, source.table, wanted) } : {}),
  }
}

type Wanted = LookedUp & Pick<IssueFilter, 'step' | 'category'> & { typeId: string | undefined }

async function countIssues(db: Database, table: RawBuilder<IssueRow>, wanted: Wanted) {
  const found = matching(db, table, wanted, 'few')
    .select('issues.id')
    .limit(MAX_COUNT + 1)
  const { number } = await db.read
    .selectFrom(found.as('found'))
    .select((eb) => eb.fn.countAll().as('number'))
    .executeTakeFirstOrThrow()
  return { least: Math.min(Number(number), MAX_COUNT), capped: Number(number) > MAX_COUNT }
}

/**
 * The issues of a table that a filter wants. On a walk in the order of the sort, ranges of other columns and words are
 * looked at on the way; where few are left to look at, or the order does not matter, any index may help.
 */
function matching(db: Database, table: RawBuilder<IssueRow>, wanted: Wanted, order: Sort | 'few') {
  const { typeId, step, category, handlerId, contact, createdFrom, createdTo, dueFrom, dueTo, q, fieldKeys } =
    wanted
  const { traits } = db
  const ranged = <Value>(name: 'created_at' | 'due', sort: Sort) =>
    sql<Value>`${sql.raw(order === 'few' || order === sort ? name : traits.met(name))}`
  const created = ranged<number>('created_at', 'created')
  const due = ranged<string>('due', 'due')
  let query = db.read.selectFrom(table.as('issues'))
  // The indexes of handlers hold the type, those of types no handler.
  const ofType = sql<string>`${sql.raw(handlerId === undefined ? 'issue_type_id' : traits.met('issue_type_id'))}`
  if (typeId !== undefined) query = query.where(ofType, '=', typeId)
  if (step !== undefined) query = query.where('step', '=', step)
  if (category) query = query.where('category', '=', category)
  if (handlerId !== undefined) query = query.where('handler_id', handlerId === null ? 'is' : '=', handlerId)
  if (contact) query = query.where(contact.column, '=', contact.key)
  if (createdFrom !== undefined) query = query.where(created, '>=', createdFrom)
  if (createdTo !== undefined) query = query.where(created, '<', createdTo)
  if (dueFrom !== undefined) query = query.where(due, '>=', dueFrom).where(due, '<', NO_DUE)
  if (dueTo !== undefined) query = query.where(due, '<=', dueTo).where(due, '<', NO_DUE)
  if (q?.trim()) {
    const searchId = sql.raw(order === 'few' ? 'search_id' : traits.met('search_id'))
    query = query.where(sql<boolean>`${searchId} in (${searchMatches(traits, q)})`)
  }
  for (const [field, value] of fieldKeys) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('field_values')
          .select('issue_id')
          .where('field_key', '=', field)
          .where('value_key', '=', value)
          .whereRef('field_values.issue_id', '=', 'issues.id'),
      ),
    )
  }
  return query
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
