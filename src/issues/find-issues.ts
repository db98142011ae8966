import { type InputError, invalid, refuseIfInvalid } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import type { Category, Configuration } from '../issue-types/index.ts'
import { emailKey, phoneKey } from './contact.ts'
import { type Issue, issueFromRow, NO_DUE } from './issue.ts'
import { matchesSearch } from './search.ts'
import { foldText } from './values.ts'

export const SORTS = ['created', 'changed', 'due', 'number'] as const
type Sort = (typeof SORTS)[number]

const COLUMNS = { created: 'created_at', changed: 'changed_at', due: 'due', number: 'number_key' } as const

export type IssueFilter = {
  type?: string | undefined
  step?: string | undefined
  category?: Category | undefined
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
  sort: Sort
  descending: boolean
  cursor?: string | undefined
  limit: number
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
): Promise<{ issues: Issue[]; nextCursor: string | null }> {
  const errors: InputError[] = []
  const column = COLUMNS[filter.sort]
  const direction = filter.descending ? 'desc' : 'asc'
  let query = db.read.selectFrom('issues').selectAll()

  if (filter.type !== undefined) {
    const type = configuration.typeByKey.get(filter.type)
    if (!type) errors.push({ path: 'type', message: `there is no issue type ${filter.type}` })
    else query = query.where('issue_type_id', '=', type.id)
  }
  if (filter.step !== undefined) {
    if (!configuration.types.some((type) => type.stepByKey.has(filter.step ?? ''))) {
      errors.push({ path: 'step', message: `there is no step ${filter.step}` })
    }
    query = query.where('step', '=', filter.step)
  }
  if (filter.category) query = query.where('category', '=', filter.category)
  if (filter.contact !== undefined) {
    const email = emailKey(filter.contact)
    const phone = phoneKey(filter.contact, defaultCountry)
    if (email) query = query.where('email_key', '=', email)
    else if (phone) query = query.where('phone_key', '=', phone)
    else errors.push({ path: 'contact', message: 'an e-mail address or a phone number is needed' })
  }
  if (filter.createdFrom !== undefined) query = query.where('created_at', '>=', filter.createdFrom)
  if (filter.createdTo !== undefined) query = query.where('created_at', '<', filter.createdTo)
  if (filter.dueFrom !== undefined) query = query.where('due', '>=', filter.dueFrom).where('due', '<', NO_DUE)
  if (filter.dueTo !== undefined) query = query.where('due', '<=', filter.dueTo).where('due', '<', NO_DUE)
  if (filter.q !== undefined) query = query.where(matchesSearch(db.traits, filter.q))
  for (const [key, value] of Object.entries(filter.fields)) {
    const field = configuration.fieldByKey.get(key)
    if (!field?.filterable) {
      errors.push({ path: `field.${key}`, message: field ? 'is not filterable' : 'there is no such field' })
      continue
    }
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('field_values')
          .select('issue_id')
          .where('field_key', '=', key)
          .where('value_key', '=', field.type === 'text' ? foldText(value) : value)
          .whereRef('field_values.issue_id', '=', 'issues.id'),
      ),
    )
  }
  refuseIfInvalid(errors)

  const after = filter.cursor === undefined ? null : readCursor(filter.cursor, filter)
  if (after) {
    const [value, id] = after
    const beyond = filter.descending ? '<' : '>'
    query = query.where((eb) =>
      eb.or([eb(column, beyond, value), eb.and([eb(column, '=', value), eb('id', beyond, id)])]),
    )
  }
  const rows = await query
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return {
    issues: page.map(issueFromRow),
    nextCursor: rows.length > filter.limit && last ? writeCursor(filter, last[column], last.id) : null,
  }
}

type Key = string | number

function writeCursor(filter: IssueFilter, value: Key, id: string): string {
  const sort = (filter.descending ? '-' : '') + filter.sort
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url')
}

function readCursor(cursor: string, filter: IssueFilter): [string | number, string] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parsed)) {
      const [sort, value, id] = parsed
      const expected = (filter.descending ? '-' : '') + filter.sort
      const kind = filter.sort === 'created' || filter.sort === 'changed' ? 'number' : 'string'
      if (sort === expected && typeof value === kind && typeof id === 'string') return [value, id]
    }
  } catch {
    // Falls through to the refusal.
  }
  throw invalid({ path: 'cursor', message: 'the nextCursor of a page with the same sort is needed' })
}
