import { sql } from 'kysely'
import { notFound } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import type { Configuration, IssueType, StoredValues } from '../issue-types/index.ts'
import { type Issue, issueFromRow } from './issue.ts'
import { foldNumber } from './number.ts'
import { indexForSearch } from './search.ts'
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
    const value = field.filterable ? issue.values[field.key] : undefined
    if (value === undefined) return []
    return valueKeys(field, value).map((key) => ({
      field_key: field.key,
      value_key: key,
      issue_id: issue.id,
    }))
  })
  if (rows.length > 0) await tx.query.insertInto('field_values').values(rows).execute()
  await indexForSearch(tx, issue.searchId, searchText(issue), isNew)
}

function searchText(issue: Issue): string {
  const { name, email, phone } = issue.contact
  return [issue.number, name, email, phone, issue.phoneKey ?? '', valuesText(issue.values)].join(' ')
}

function valuesText(values: StoredValues): string {
  return Object.values(values)
    .map((value) => (typeof value === 'object' ? Object.values(value).join(' ') : String(value)))
    .join(' ')
}

const BATCH = 500

/** Fills or empties the index of one field over all issues, when it starts or stops being filterable. */
export async function reindexField(tx: Tx, field: Configuration['fields'][number]): Promise<void> {
  await tx.query.deleteFrom('field_values').where('field_key', '=', field.key).execute()
  if (!field.filterable) return
  for (let after = ''; ; ) {
    const rows = await tx.query
      .selectFrom('issues')
      .select(['id', 'field_values'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    const entries = rows.flatMap((row) => {
      const value = (JSON.parse(row.field_values) as StoredValues)[field.key]
      return value === undefined
        ? []
        : valueKeys(field, value).map((key) => ({ field_key: field.key, value_key: key, issue_id: row.id }))
    })
    if (entries.length > 0) await tx.query.insertInto('field_values').values(entries).execute()
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}

/** How many issues there are, counted no further than `limit`. */
export async function countIssues(db: Database, limit: number): Promise<number> {
  const counted = await sql<{
    n: number
  }>`select count(*) as n from (select 1 from issues limit ${limit}) as some`.execute(db.read)
  return Number(counted.rows[0]?.n ?? 0)
}
