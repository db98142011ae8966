import { sql } from 'kysely'
import { emailKey, type InputError, refuseIfInvalid } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import type { Sound } from '../http/index.ts'
import type { Configuration, FieldType } from '../issue-types/index.ts'
import type { ContactInput } from './check-input.ts'
import { phoneKey } from './contact.ts'
import { type Issue, issueFromRow } from './issue.ts'
import { filterKey } from './values.ts'

export type SimilarInput = {
  contact?: ContactInput | undefined
  values?: Readonly<Record<string, unknown>> | undefined
}

/** An issue, and the members in which it is the same, like `contact.email` or `values.order_number`. */
export type SimilarIssue = { issue: Issue; matches: string[] }

export const MAX_SIMILAR = 20
/** So many values are looked up, which bounds what one question costs. */
const MAX_VALUES = 20
const MIN_LENGTH = 3

/** Types whose values name one thing or one person, unlike a choice or a date. */
const NAMING: ReadonlySet<FieldType> = new Set(['text', 'email', 'phone', 'bank-account'])

type LookUp = { member: string; isContact: boolean; field: string; key: string }

/**
 * The newest issues of the same customer, or with the same number of an order or a device: what a new one may repeat.
 * A value that more issues share than are told, like the name of a product, tells nothing and is passed over. What is
 * no whole e-mail, phone or value yet is passed over, too: people ask while they still type.
 * @throws Refusal `invalid-input` for a field that is not there
 */
export async function findSimilar(
  db: Database,
  configuration: Configuration,
  input: SimilarInput,
  defaultCountry: string,
): Promise<SimilarIssue[]> {
  refuseIfInvalid(checkSimilar(configuration, input))
  const matches = new Map<string, string[]>()
  for (const { lookUp, ids } of await lookAll(db, lookUpsOf(configuration, input, defaultCountry))) {
    if (!lookUp.isContact && ids.length > MAX_SIMILAR) continue
    for (const id of ids) matches.set(id, [...(matches.get(id) ?? []), lookUp.member])
  }
  // Ids begin with the time at which their issue was made.
  const newest = [...matches.keys()].toSorted().toReversed().slice(0, MAX_SIMILAR)
  if (newest.length === 0) return []
  const rows = await db.read.selectFrom('issues').selectAll().where('id', 'in', newest).execute()
  return rows
    .map(issueFromRow)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
    .map((issue) => ({ issue, matches: matches.get(issue.id) ?? [] }))
}

export function checkSimilar(
  { fieldByKey }: Pick<Configuration, 'fieldByKey'>,
  { values = {} }: Sound<SimilarInput>,
): InputError[] {
  return Object.keys(values ?? {})
    .filter((key) => !fieldByKey.has(key))
    .map((key) => ({ path: `values.${key}`, message: 'there is no such field' }))
}

function lookUpsOf(configuration: Configuration, input: SimilarInput, country: string): LookUp[] {
  const { contact = {}, values = {} } = input
  const contacts = [
    { member: 'contact.email', field: 'email_key', key: emailKey(contact.email?.trim() ?? '') },
    { member: 'contact.phone', field: 'phone_key', key: phoneKey(contact.phone ?? '', country) },
  ]
  const own = Object.entries(values).flatMap(([key, value]) => {
    const field = configuration.fieldByKey.get(key)
    if (!field?.filterable || !NAMING.has(field.type) || typeof value !== 'string') return []
    const found = value.trim().length < MIN_LENGTH ? null : filterKey(field, value, country, configuration)
    return found && 'key' in found
      ? [{ member: `values.${key}`, isContact: false, field: key, key: found.key }]
      : []
  })
  return [
    ...contacts.flatMap(({ key, ...one }) => (key ? [{ ...one, key, isContact: true }] : [])),
    ...own.slice(0, MAX_VALUES),
  ]
}

/** Each by the end of an index, in one question; one more than is told, to know where there are more. */
async function lookAll(
  db: Database,
  lookUps: readonly LookUp[],
): Promise<{ lookUp: LookUp; ids: string[] }[]> {
  if (lookUps.length === 0) return []
  const parts = lookUps.map(({ isContact, field, key }, at) => {
    const ids = isContact
      ? sql`select id from issues where ${sql.ref(field)} = ${key}`
      : sql`select issue_id as id from field_values where field_key = ${field} and value_key = ${key}`
    return sql`select ${sql.lit(at)} as at, id from (${ids} order by id desc limit ${MAX_SIMILAR + 1}) as newest`
  })
  const { rows } = await sql<{ at: number; id: string }>`${sql.join(parts, sql` union all `)}`.execute(
    db.read,
  )
  return lookUps.map((lookUp, at) => ({
    lookUp,
    ids: rows.filter((row) => row.at === at).map(({ id }) => id),
  }))
}
