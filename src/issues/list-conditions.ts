import { type RawBuilder, sql } from 'kysely'
import type { DialectTraits } from '../db/index.ts'
import type { Category } from '../issue-types/index.ts'
import { hasWords, issuesWithWords } from './search.ts'
import type { WantedStep } from './wanted-steps.ts'

/** A filter as the store looks it up. */
export type Wanted = {
  typeIds?: readonly string[] | undefined
  categories?: readonly Category[] | undefined
  /** What types and categories are wanted is in these, where there are any. */
  steps?: readonly WantedStep[] | undefined
  /** `null` for issues that nobody handles. */
  handlerIds?: readonly (string | null)[] | undefined
  contact: { column: 'email_key' | 'phone_key'; key: string } | null
  fieldKeys: readonly (readonly [field: string, value: string])[]
  /** Whether what its deadline asks for must not have been done. */
  isUnmet?: boolean | undefined
  /** Whether the customer must wait for an answer; that of what is done waits for none. */
  isUnanswered?: boolean | undefined
  /** Each the beginning of a word; `null` where none are asked for. */
  words: readonly string[] | null
  /** Words that each issue has which has the values in `fieldKeys`. */
  valueWords: readonly string[]
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
}

export type SortColumn = 'created_at' | 'changed_at' | 'due' | 'number_key'
/** What a list is sorted by, and ties by id. */
export type SortKey = readonly [value: string | number, id: string]

/** An order, and the part of it that is looked at: beyond one key or from it on, up to another. */
export type Stretch = {
  column: SortColumn
  descending: boolean
  after?: SortKey | null | undefined
  from?: SortKey | null | undefined
  until?: SortKey | null | undefined
  /** Nothing that is asked for is beyond. */
  zone?: Range | undefined
}

type Condition = RawBuilder<boolean>

/** The row of which `issues` is the name matches all of them. */
export function all(conditions: readonly Condition[]): Condition {
  return conditions.length > 0 ? sql`${sql.join(conditions, sql` and `)}` : sql`1 = 1`
}

/** What the columns at the beginning of an index are compared with. The indexes of handlers hold all the others too. */
export function equalities(
  traits: DialectTraits,
  { typeIds, steps, categories, handlerIds }: Wanted,
): Condition[] {
  const conditions: Condition[] = []
  const column = (name: string) => sql.raw(handlerIds ? traits.met(name) : name)
  if (handlerIds) conditions.push(handledBy(handlerIds))
  if (steps) return [...conditions, ...atSteps(traits, column('issues.step'), steps)]
  if (typeIds) conditions.push(isOneOf(column('issues.issue_type_id'), typeIds))
  if (categories) conditions.push(isOneOf(column('issues.category'), categories))
  return conditions
}

function isOneOf(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} in (${sql.join(values)})`
}

/** The type alone, where an index holds it behind a range and nothing else that is asked for. */
export function ofTypes(traits: DialectTraits, { typeIds, steps }: Wanted): Condition[] {
  return typeIds && !steps ? [isOneOf(sql.raw(traits.met('issues.issue_type_id')), typeIds)] : []
}

/** Types, categories and ranges, met in an index that is looked up by something else. */
export function metInIndex(traits: DialectTraits, wanted: Wanted): Condition[] {
  const { typeIds, categories } = wanted
  const met = (name: string) => traits.met(`issues.${name}`)
  return [
    ...(typeIds ? [isOneOf(sql.raw(met('issue_type_id')), typeIds)] : []),
    ...(categories ? [isOneOf(sql.raw(met('category')), categories)] : []),
    ...inRange(met('created_at'), createdIn(wanted)),
    ...inRange(met('due'), dueIn(wanted)),
  ]
}

function handledBy(handlerIds: readonly (string | null)[]): Condition {
  const ids = handlerIds.filter((id) => id !== null)
  const either: Condition[] = handlerIds.includes(null) ? [sql`issues.handler_id is null`] : []
  if (ids.length > 0) either.push(isOneOf(sql.ref('issues.handler_id'), ids))
  return sql`(${sql.join(either, sql` or `)})`
}

function atSteps(
  traits: DialectTraits,
  column: RawBuilder<unknown>,
  steps: readonly WantedStep[],
): Condition[] {
  const keys = isOneOf(
    column,
    steps.map(({ step }) => step),
  )
  const type = sql.raw(traits.met('issues.issue_type_id'))
  const [first, ...others] = steps.map(({ typeIds }) => typeIds)
  if (others.every((typeIds) => String(typeIds) === String(first))) {
    return first ? [keys, isOneOf(type, first)] : [keys]
  }
  const pairs = steps.flatMap(({ step, typeIds }) => typeIds?.map((typeId) => `${typeId} ${step}`) ?? [])
  const ofAnyType = steps.filter(({ typeIds }) => typeIds === null).map(({ step }) => step)
  const met = sql.raw(traits.met('issues.step'))
  const either = [isOneOf(sql`issues.issue_type_id || ' ' || issues.step`, pairs)]
  if (ofAnyType.length > 0) either.push(isOneOf(met, ofAnyType))
  return [keys, sql`(${sql.join(either, sql` or `)})`]
}

/**
 * The same in parts that an index each has in order: of several values that stand at the beginning of an index, one
 * each. What else is asked for stands in that index.
 */
export function inParts(wanted: Wanted): Wanted[] {
  const { typeIds, steps, categories, handlerIds } = wanted
  if (handlerIds) return handlerIds.map((id) => ({ ...wanted, handlerIds: [id] }))
  if (steps) return steps.map((step) => ({ ...wanted, steps: [step] }))
  if (categories) return categories.map((category) => ({ ...wanted, categories: [category] }))
  return typeIds?.map((typeId) => ({ ...wanted, typeIds: [typeId] })) ?? [wanted]
}

/** Whether what is asked for contradicts itself. */
export function isImpossible({ words, steps, categories }: Wanted): boolean {
  return [words, steps, categories].some((asked) => asked?.length === 0)
}

export type Range = {
  from?: string | number | undefined
  to?: string | number | undefined
  includesTo?: boolean
}

const createdIn = ({ createdFrom, createdTo }: Wanted): Range => ({ from: createdFrom, to: createdTo })

const closedIn = ({ closedFrom, closedTo }: Wanted): Range => ({ from: closedFrom, to: closedTo })

const decidedIn = ({ decidedFrom, decidedTo }: Wanted): Range => ({ from: decidedFrom, to: decidedTo })

const LAST_DAY = '9999-12-31'

function dueIn({ dueFrom, dueTo }: Wanted): Range {
  if (dueFrom === undefined && dueTo === undefined) return {}
  return { from: dueFrom, to: dueTo ?? LAST_DAY, includesTo: true }
}

/** The dates whose ranges a filter asks for, by their columns. */
export function datesIn(wanted: Wanted): [column: string, asked: Range][] {
  const dates: [string, Range][] = [
    ['created_at', createdIn(wanted)],
    ['due', dueIn(wanted)],
    ['closed_at', closedIn(wanted)],
    ['decided_at', decidedIn(wanted)],
  ]
  return dates.filter(([, { from, to }]) => from !== undefined || to !== undefined)
}

/** The same filter for any dates, besides that which a list is sorted by. */
export function undated(wanted: Wanted, sort: SortColumn): Wanted {
  return {
    ...withoutTurning(wanted),
    ...(sort === 'created_at' ? {} : { createdFrom: undefined, createdTo: undefined }),
    ...(sort === 'due' ? {} : { dueFrom: undefined, dueTo: undefined }),
  }
}

export function withoutTurning(wanted: Wanted): Wanted {
  return {
    ...wanted,
    closedFrom: undefined,
    closedTo: undefined,
    decidedFrom: undefined,
    decidedTo: undefined,
  }
}

/** What is in both; one has no `includesTo`. */
function overlap(one: Range, { from, to }: Range): Range {
  return {
    from: from === undefined || (one.from !== undefined && one.from > from) ? one.from : from,
    ...(to === undefined || (one.to !== undefined && one.to < to)
      ? { to: one.to, includesTo: one.includesTo ?? false }
      : { to }),
  }
}

function inRange(column: string, { from, to, includesTo }: Range): Condition[] {
  const conditions: Condition[] = []
  if (from !== undefined) conditions.push(sql`${sql.raw(column)} >= ${from}`)
  if (to !== undefined) conditions.push(sql`${sql.raw(column)} ${includesTo ? sql`<=` : sql`<`} ${to}`)
  return conditions
}

/** When issues came to a turning point. Each point has an index of its own, which holds the type too. */
export function turningRanges(wanted: Wanted, columnOf = (name: string) => name): Condition[][] {
  return [
    inRange(columnOf('issues.closed_at'), closedIn(wanted)),
    inRange(columnOf('issues.decided_at'), decidedIn(wanted)),
  ].filter((conditions) => conditions.length > 0)
}

/** The ranges that a filter asks for, of those columns that have one. */
export function ranges(wanted: Wanted): Partial<Record<SortColumn, Condition[]>> {
  const created = inRange('issues.created_at', createdIn(wanted))
  const due = inRange('issues.due', dueIn(wanted))
  return { ...(created.length > 0 ? { created_at: created } : {}), ...(due.length > 0 ? { due } : {}) }
}

/** Whether a list is walked along an order of all issues, whose index holds the turning points too. */
export function hasPlainOrder({ typeIds, steps, categories, handlerIds }: Wanted): boolean {
  return !typeIds && !steps && !categories && !handlerIds
}

/** All that an index in the order of a sort tells, as it is met on the way along it. */
export function metOnWay(traits: DialectTraits, wanted: Wanted, stretch: Stretch): Condition[] {
  const { column } = stretch
  const range = (name: SortColumn, asked: Range) =>
    name === column
      ? inRange(`issues.${name}`, besidesKeys(overlap(asked, stretch.zone ?? {}), stretch))
      : inRange(traits.met(`issues.${name}`), asked)
  return [
    ...equalities(traits, wanted),
    ...range('created_at', createdIn(wanted)),
    ...range('due', dueIn(wanted)),
    ...range('changed_at', {}),
    ...range('number_key', {}),
    ...(hasPlainOrder(wanted) ? turningRanges(wanted, traits.met).flat() : []),
    ...within(stretch),
  ]
}

/** SQLite looks up one lower and one upper end in an index; a range must not be in the way of a nearer key. */
function besidesKeys({ from, to, includesTo = false }: Range, stretch: Stretch): Range {
  const start = stretch.after ?? stretch.from
  const [lower, upper] = stretch.descending ? [stretch.until, start] : [start, stretch.until]
  return {
    from: from !== undefined && lower && lower[0] >= from ? undefined : from,
    to: to !== undefined && upper && upper[0] < to ? undefined : to,
    includesTo,
  }
}

/** One by one as issues are met, or all of them at once, before, for those that are met to be compared with. */
export type Manner = { words: 'each' | 'set'; fields: 'each' | 'set' }
export const EACH: Manner = { words: 'each', fields: 'each' }
export const FIELD_SET: Manner = { words: 'each', fields: 'set' }
export const SETS: Manner = { words: 'set', fields: 'each' }

/** What must be looked up elsewhere for every single issue: a hundred times as dear as what an index tells. */
export function lookedUp(traits: DialectTraits, wanted: Wanted, manner: Manner): Condition[] {
  const { contact, fieldKeys, words, valueWords, isUnmet, isUnanswered } = wanted
  const met = (column: string) => sql.raw(traits.met(`issues.${column}`))
  const each: Condition[] = []
  const sets: Condition[] = []
  if (contact) each.push(sql`${met(contact.column)} = ${contact.key}`)
  if (isUnmet) each.push(sql`${met('deadline_met')} = 0`)
  if (isUnanswered) each.push(sql`${met('unanswered_since')} is not null`)
  if (!hasPlainOrder(wanted)) each.push(...turningRanges(wanted, traits.met).flat())
  for (const [field, value] of fieldKeys) {
    const entry = sql`from field_values where field_key = ${field} and value_key = ${value}`
    // A scalar subquery, which no planner turns into a join.
    if (manner.fields === 'each') each.push(sql`(select 1 ${entry} and issue_id = issues.id) = 1`)
    else sets.push(sql`${met('id')} in (select issue_id ${entry})`)
  }
  if (words && manner.words === 'each') each.push(hasWords(traits, words))
  if (words && manner.words === 'set') {
    sets.push(sql`${met('search_id')} in (${issuesWithWords(traits, words, valueWords)})`)
  }
  return [...sets, ...each]
}

/** Row values, since no planner finds the place in an index from the same said with `or`. */
export function within({ column, descending, after, from, until }: Stretch): Condition[] {
  const key = sql`(issues.${sql.ref(column)}, issues.id)`
  const [beyond, upTo] = descending ? [sql`<`, sql`>=`] : [sql`>`, sql`<=`]
  const conditions: Condition[] = []
  if (after) conditions.push(sql`${key} ${beyond} (${after[0]}, ${after[1]})`)
  if (from) conditions.push(sql`${key} ${beyond}= (${from[0]}, ${from[1]})`)
  if (until) conditions.push(sql`${key} ${upTo} (${until[0]}, ${until[1]})`)
  return conditions
}

export function orderOf({ column, descending }: Stretch): RawBuilder<unknown> {
  const direction = sql.raw(descending ? 'desc' : 'asc')
  return sql`order by issues.${sql.ref(column)} ${direction}, issues.id ${direction}`
}
