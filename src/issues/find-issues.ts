import { refuseIfInvalid } from '../base/index.ts'
import { type Configuration, type Ctx, type Turn } from '../issue-types/index.ts'
import { checkFilter } from './check-filter.ts'
import { countIssues } from './count-issues.ts'
import { type Issue, issueFromRow } from './issue.ts'
import { writeCursor } from './list-cursor.ts'
import { BOUNDS, readPage } from './list-plans.ts'

export const SORTS = ['created', 'changed', 'due', 'number'] as const
export type Sort = (typeof SORTS)[number]

const COLUMNS = { created: 'created_at', changed: 'changed_at', due: 'due', number: 'number_key' } as const

export type IssueFilter = {
  /** Keys; an issue has one of them. */
  types?: readonly string[] | undefined
  steps?: readonly string[] | undefined
  categories?: readonly string[] | undefined
  /** Ids or e-mails of users, `none`, or `me` for who is signed in. */
  handlers?: readonly string[] | undefined
  /** Who has to act, as the step says; nobody on what is done. */
  turn?: Turn | undefined
  /** Due before today, and neither done nor met in time. */
  late: boolean
  /** Not done, and the customer wrote last. */
  unanswered: boolean
  /** Without a deadline. */
  undated: boolean
  /** An e-mail address or a phone number, compared as on the status page. */
  contact?: string | undefined
  /** Words, each the beginning of a word of number, contact or values. */
  q?: string | undefined
  /** UTC milliseconds; `to` is exclusive. */
  createdFrom?: number | undefined
  createdTo?: number | undefined
  closedFrom?: number | undefined
  closedTo?: number | undefined
  decidedFrom?: number | undefined
  decidedTo?: number | undefined
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
  ctx: Ctx,
  configuration: Configuration,
  filter: IssueFilter,
  bounds = BOUNDS,
): Promise<FoundIssues> {
  const { errors, wanted, after } = checkFilter(ctx, configuration, filter)
  refuseIfInvalid(errors)
  const { db } = ctx
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
