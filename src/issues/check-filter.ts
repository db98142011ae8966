import { addDays, dateIn, emailKey, type InputError } from '../base/index.ts'
import type { Sound } from '../http/index.ts'
import { CATEGORIES, type Configuration, type Ctx, type FieldType } from '../issue-types/index.ts'
import { userOf } from '../staff/index.ts'
import { phoneKey } from './contact.ts'
import type { IssueFilter } from './find-issues.ts'
import type { SortKey, Wanted } from './list-conditions.ts'
import { NO_DUE } from './issue.ts'
import { readCursor } from './list-cursor.ts'
import { queryWords, valueWords } from './search-words.ts'
import { filterKey } from './values.ts'
import { wantedSteps } from './wanted-steps.ts'

/** Who asks for a list, when, and of whom. */
export type Asker = Pick<Ctx, 'settings' | 'clock' | 'actor'>

/** As many values as one parameter may name. */
const MAX_VALUES = 50

/** Everything that is wrong with a filter, and what is right of it as the store looks it up. */
export function checkFilter(
  asker: Asker,
  configuration: Configuration,
  filter: Sound<IssueFilter>,
): { errors: InputError[]; wanted: Wanted; after: SortKey | null } {
  const errors: InputError[] = []
  /** What each value of a parameter stands for; `undefined` where there was none. */
  const each = <Found>(
    path: string,
    asked: Sound<IssueFilter>['types'],
    find: (value: string) => Found | undefined,
    wrong: (value: string) => string,
  ): Found[] | undefined => {
    if (!asked) return undefined
    if (asked.length > MAX_VALUES) errors.push({ path, message: `at most ${MAX_VALUES} values are allowed` })
    const found = new Set<Found>()
    for (const value of asked.slice(0, MAX_VALUES)) {
      const known = find(value ?? '')
      if (known === undefined) errors.push({ path, message: wrong(value ?? '') })
      else found.add(known)
    }
    return [...found]
  }
  const { types } = configuration
  const typeIds = each(
    'type',
    filter.types,
    (key) => configuration.typeByKey.get(key)?.id,
    (key) => `there is no issue type ${key}`,
  )
  const steps = each(
    'step',
    filter.steps,
    (key) => (types.some(({ stepByKey }) => stepByKey.has(key)) ? key : undefined),
    (key) => `there is no step ${key}`,
  )
  const named = each(
    'category',
    filter.categories,
    (value) => CATEGORIES.find((category) => category === value),
    () => `one of ${CATEGORIES.join(', ')} is needed`,
  )
  const handlerIds = each(
    'handler',
    filter.handlers,
    (value) => handlerOf(asker, configuration, value),
    (value) =>
      value === 'me'
        ? 'only somebody who is signed in is me'
        : 'the id or e-mail of a user is needed, or none, or me',
  )
  const contact = contactOf(asker, filter)
  if (filter.contact !== undefined && !contact) {
    errors.push({ path: 'contact', message: 'an e-mail address or a phone number is needed' })
  }
  const fieldKeys = fieldKeysOf(asker, configuration, filter, errors)
  for (const name of filter.unknown ?? []) {
    if (name !== undefined) errors.push({ path: name, message: 'there is no such filter' })
  }
  const after = filter.cursor === undefined ? null : readCursor(filter.cursor, filter)
  if (filter.cursor !== undefined && !after) {
    errors.push({ path: 'cursor', message: 'the nextCursor of a page with the same sort is needed' })
  }
  const isOpen = filter.late || filter.unanswered
  const categories = isOpen ? (named ?? CATEGORIES).filter((category) => category !== 'done') : named
  const words = filter.q?.trim() ? queryWords(filter.q) : null
  const { createdFrom, createdTo, closedFrom, closedTo, decidedFrom, decidedTo } = filter
  const { turn } = filter
  const wanted: Wanted = {
    typeIds,
    categories,
    steps: wantedSteps(types, { typeIds, steps, categories, turn }),
    handlerIds,
    contact,
    fieldKeys,
    words,
    valueWords: valueWordsOf(configuration, fieldKeys),
    createdFrom,
    createdTo,
    closedFrom,
    closedTo,
    decidedFrom,
    decidedTo,
    ...dueRange(asker, filter),
    isUnmet: filter.late ?? false,
    isUnanswered: filter.unanswered ?? false,
  }
  return { errors, wanted, after }
}

/** `null` for nobody, `undefined` for what names no user. */
function handlerOf({ actor }: Asker, configuration: Configuration, value: string): string | null | undefined {
  if (value === 'none') return null
  if (value === 'me') return actor.kind === 'user' ? actor.id : undefined
  return userOf(configuration, value)?.id
}

function contactOf({ settings }: Asker, { contact = '' }: Sound<IssueFilter>): Wanted['contact'] {
  const email = emailKey(contact)
  if (email) return { column: 'email_key', key: email }
  const phone = phoneKey(contact, settings.defaultCountry)
  return phone ? { column: 'phone_key', key: phone } : null
}

function fieldKeysOf(
  { settings }: Asker,
  configuration: Configuration,
  { fields = {} }: Sound<IssueFilter>,
  errors: InputError[],
): [field: string, value: string][] {
  const keys: [field: string, value: string][] = []
  for (const [name, text = ''] of Object.entries(fields)) {
    const field = configuration.fieldByKey.get(name)
    const found = field?.filterable ? filterKey(field, text, settings.defaultCountry, configuration) : null
    if (found && 'key' in found) keys.push([name, found.key])
    else {
      const message = found?.errors[0]?.message ?? (field ? 'is not filterable' : 'there is no such field')
      errors.push({ path: `field.${name}`, message })
    }
  }
  return keys
}

/** The index has the names of users and files, and not what they are looked up by. */
const NAMED: ReadonlySet<FieldType> = new Set(['user', 'file', 'computed'])

function valueWordsOf(
  { fieldByKey }: Configuration,
  fieldKeys: readonly (readonly [field: string, key: string])[],
): string[] {
  return fieldKeys.flatMap(([name, key]) => {
    const field = fieldByKey.get(name)
    return field && !NAMED.has(field.type) ? valueWords(key) : []
  })
}

/** What has no deadline is stored as due after every day, and is on none that is asked for. */
function dueRange(asker: Asker, { late, undated, dueFrom, dueTo }: Sound<IssueFilter>) {
  if (!undated) return { dueFrom, dueTo: late ? lastLateDay(asker, dueTo) : dueTo }
  const isOnDays = late || dueFrom !== undefined || dueTo !== undefined
  return { dueFrom: NO_DUE, dueTo: isOnDays ? '' : NO_DUE }
}

/** The last day on which something was due that is late on the day that it is for the shop. */
function lastLateDay({ settings, clock }: Asker, dueTo?: string): string {
  const today = dateIn(settings.timeZone, clock())
  const yesterday = addDays(today, -1) ?? today
  return dueTo !== undefined && dueTo < yesterday ? dueTo : yesterday
}
