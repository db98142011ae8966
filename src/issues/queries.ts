import { notFound } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import type {
  Configuration,
  Field,
  FieldIndex,
  IssueType,
  StoredValue,
  StoredValues,
} from '../issue-types/index.ts'
import { type Issue, issueFromRow } from './issue.ts'
import { foldNumber } from './number.ts'
import { addToSearch, indexForSearch } from './search.ts'
import type { Searchable } from './search-words.ts'
import { valueKeys } from './values.ts'

/** @throws Refusal `not-found` */
export async function readIssue(db: Pick<Database, 'read'>, number: string): Promise<Issue> {
  const key = foldNumber(number)
  const row = key
    ? await db.read.selectFrom('issues').selectAll().where('number_key', '=', key).executeTakeFirst()
    : undefined
  if (!row) throw notFound('issue')
  return issueFromRow(row)
}

/** As {@link readIssue}, keeping the issue for this transaction until it ends. */
export async function holdIssue(tx: Tx, number: string): Promise<Issue> {
  const key = foldNumber(number)
  let query = tx.query
    .selectFrom('issues')
    .selectAll()
    .where('number_key', '=', key ?? '')
  if (tx.traits.kind === 'postgres') query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) throw notFound('issue')
  return issueFromRow(row)
}

/** As {@link holdIssue}, by the system's id. */
export async function holdIssueById(tx: Tx, id: string): Promise<Issue> {
  let query = tx.query.selectFrom('issues').selectAll().where('id', '=', id)
  if (tx.traits.kind === 'postgres') query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) throw notFound('issue')
  return issueFromRow(row)
}

/** Which of the ids that came in for fields of type `file` are attachments of the issue. */
export async function namedFiles(
  query: Database['read'],
  configuration: Pick<Configuration, 'fieldByKey'>,
  issue: Issue,
  values: Readonly<Record<string, unknown>> = {},
): Promise<ReadonlySet<string>> {
  const ids = Object.entries(values)
    .filter(([key]) => configuration.fieldByKey.get(key)?.type === 'file')
    .map(([, value]) => value)
    .filter((value) => typeof value === 'string')
  if (ids.length === 0) return new Set()
  const rows = await query
    .selectFrom('attachments')
    .select('id')
    .where('issue_id', '=', issue.id)
    .where('id', 'in', ids)
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** The type of a stored issue; types with issues cannot be deleted. */
export function typeOf(configuration: Configuration, issue: Pick<Issue, 'typeId'>): IssueType {
  const type = configuration.typeById.get(issue.typeId)
  if (!type) throw new Error(`issue type ${issue.typeId} is missing`)
  return type
}

/** Keeps what lists filter and search by in step with an issue. */
export async function indexIssue(
  tx: Tx,
  configuration: Configuration,
  issue: Issue,
  isNew: boolean,
): Promise<void> {
  if (!isNew) await tx.query.deleteFrom('field_values').where('issue_id', '=', issue.id).execute()
  const rows = configuration.fields.flatMap((field) => {
    const value = isIndexed(field) ? issue.values[field.key] : undefined
    if (value === undefined) return []
    return indexEntries(issue.id, field, value)
  })
  if (rows.length > 0) await tx.query.insertInto('field_values').values(rows).execute()
  await indexText(tx, configuration, issue, isNew)
}

/** Users are looked up by what names them, whether lists can filter by the field or not. */
function isIndexed(field: Field): boolean {
  return field.filterable || field.type === 'user'
}

function indexEntries(issueId: string, field: Field, value: StoredValue) {
  return valueKeys(value).map((key) => ({ field_key: field.key, value_key: key, issue_id: issueId }))
}

/** Writes what an issue can be found by anew. */
export async function indexText(
  tx: Tx,
  configuration: Configuration,
  issue: Issue,
  isNew = false,
): Promise<void> {
  await indexForSearch(tx, issue.searchId, searchableOf(configuration, issue), isNew)
  // There messages are part of what was written over.
  if (!isNew && tx.traits.kind === 'postgres') await indexMessages(tx, issue)
}

/** Writes what an issue can be found by where nothing of it is in the index. */
export async function indexWhole(tx: Tx, configuration: Configuration, issue: Issue): Promise<void> {
  await indexForSearch(tx, issue.searchId, searchableOf(configuration, issue), true)
  await indexMessages(tx, issue)
}

async function indexMessages(tx: Tx, issue: Issue): Promise<void> {
  const messages = await tx.query
    .selectFrom('messages')
    .select('body')
    .where('issue_id', '=', issue.id)
    .orderBy('id')
    .execute()
  const bodies = messages.map(({ body }) => body)
  if (bodies.length > 0) await addToSearch(tx, issue.searchId, bodies)
}

/** What an issue can be found by, besides its messages. */
function searchableOf(
  configuration: Configuration,
  { number, phoneKey, contact, values }: Issue,
): Searchable {
  const { name, email, phone } = contact
  // What is too much for the index is of the longest; lists count on the words of short values.
  const texts = valueTexts(configuration, values).toSorted((one, other) => one.length - other.length)
  return { number, phoneKey, texts: [name, email, phone, ...texts] }
}

function valueTexts({ fieldByKey, userById }: Configuration, values: StoredValues): string[] {
  return Object.entries(values).map(([key, value]) => {
    if (typeof value === 'object') return Object.values(value).join(' ')
    const user = fieldByKey.get(key)?.type === 'user' ? userById.get(String(value)) : undefined
    return user?.name ?? String(value)
  })
}

/** Keeps `field_values` and the issues themselves in step with a field that changes. */
export const fieldIndex: FieldIndex = {
  reindex: async (tx, field) => {
    if (field.type === 'user') return
    await tx.query.deleteFrom('field_values').where('field_key', '=', field.key).execute()
    if (!field.filterable) return
    await eachWithValue(tx, field.key, async (issues) => {
      const entries = issues.flatMap(({ id, values }) => {
        const value = values[field.key]
        return value === undefined ? [] : indexEntries(id, field, value)
      })
      if (entries.length > 0) await tx.query.insertInto('field_values').values(entries).execute()
    })
  },
  forget: async (tx, field, configuration) => {
    await tx.query.deleteFrom('field_values').where('field_key', '=', field.key).execute()
    await eachWithValue(tx, field.key, async (issues) => {
      for (const issue of issues) {
        const { [field.key]: _gone, ...values } = issue.values
        const kept = { ...issue, values }
        await tx.query
          .updateTable('issues')
          .set({ field_values: JSON.stringify(values), version: issue.version + 1 })
          .where('id', '=', issue.id)
          .execute()
        await indexText(tx, configuration, kept)
      }
    })
  },
}

const BATCH = 500

/** Walks the issues that have a value of a field, whatever their number. */
async function eachWithValue(tx: Tx, key: string, visit: (issues: Issue[]) => Promise<void>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await tx.query
      .selectFrom('issues')
      .selectAll()
      .where('id', '>', after)
      // Keys are words of a-z, 0-9 and _, which LIKE takes for any character: a few too many are looked at.
      .where('field_values', 'like', `%"${key}":%`)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    await visit(rows.map(issueFromRow).filter((issue) => issue.values[key] !== undefined))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}
