import {
  dateOfDay,
  type InputError,
  localTime,
  nearestPageLocale,
  pickText,
  type Settings,
  type Texts,
} from '../base/index.ts'
import {
  type Configuration,
  type Field,
  type IssueType,
  STAGE_NAMES,
  type StoredValue,
} from '../issue-types/index.ts'
import { computedValues } from './computed-values.ts'
import { type BuiltInColumn, EXPORT_WORDS } from './export-words.ts'
import { unitOf } from './format.ts'
import type { Issue } from './issue.ts'
import { publicPosition } from './progress.ts'
import { typeOf } from './queries.ts'

export type Cell = string | number
export type Column = { key: string; heading: string; cell: (issue: Issue) => Cell }

/** Where no view says what is shown. */
const USUAL: readonly BuiltInColumn[] = [
  'number',
  'type',
  'step',
  'contact.name',
  'due',
  'handler',
  'created',
]
const MAX_COLUMNS = 100

/** `decimal`: what stands before the parts of a unit. */
type Basis = { settings: Settings; configuration: Configuration; locale: string; decimal: string }

/**
 * The columns of a table of issues: those asked for, or those of the list view of the one type that is asked for, or the
 * usual ones.
 */
export function columnsOf(
  basis: Basis,
  asked: readonly string[] | undefined,
  type: IssueType | undefined,
): { columns: Column[]; errors: InputError[] } {
  const view = type?.views.list ?? []
  const labels = new Map(view.map(({ field, label }) => [field, label]))
  const columns: Column[] = []
  const errors: InputError[] = []
  const fill = (keys: readonly string[], isAsked: boolean) => {
    for (const key of keys.slice(0, MAX_COLUMNS)) {
      const column = columnOf(basis, key, labels.get(key))
      if (column) columns.push(column)
      else if (isAsked) errors.push({ path: 'columns', message: `${key || 'nothing'} is no column` })
    }
  }
  fill(asked ?? view.map(({ field }) => field), asked !== undefined)
  if (columns.length === 0 && errors.length === 0) fill(USUAL, false)
  if (asked && asked.length > MAX_COLUMNS) {
    errors.push({ path: 'columns', message: `at most ${MAX_COLUMNS} columns are allowed` })
  }
  return { columns, errors }
}

function columnOf(basis: Basis, key: string, label: Texts | undefined): Column | null {
  const { settings, configuration } = basis
  const locales = [basis.locale, settings.defaultLocale]
  const builtIn = builtInCells(basis, locales).get(key)
  if (builtIn) {
    const words = EXPORT_WORDS[nearestPageLocale(basis.locale, settings.defaultLocale)]
    const heading = Object.entries(words.columns).find(([name]) => name === key)?.[1]
    return { key, heading: pickText(label, locales) || (heading ?? key), cell: builtIn }
  }
  const field = configuration.fieldByKey.get(key)
  // A file is no text, and its name would have to be looked up for each issue.
  if (!field || field.type === 'file') return null
  const heading = pickText(label, locales) || pickText(field.label, locales) || key
  return { key, heading, cell: (issue) => valueCell(basis, field, issue) }
}

function builtInCells(
  { settings, configuration, locale }: Basis,
  locales: readonly string[],
): ReadonlyMap<string, Column['cell']> {
  const page = nearestPageLocale(locale, settings.defaultLocale)
  const stepOf = (issue: Issue) => typeOf(configuration, issue).stepByKey.get(issue.step)
  const stageOf = (issue: Issue) => publicPosition(typeOf(configuration, issue), issue.trail).step?.stage
  const cells: Readonly<Record<BuiltInColumn, Column['cell']>> = {
    number: ({ number }) => number,
    type: (issue) => pickText(typeOf(configuration, issue).name, locales),
    step: (issue) => pickText(stepOf(issue)?.name, locales) || issue.step,
    progress: (issue) => STAGE_NAMES[page][stageOf(issue) ?? 'received'],
    next: (issue) => (issue.category === 'done' ? '' : EXPORT_WORDS[page].turns[stepOf(issue)?.turn ?? 'us']),
    created: ({ createdAt }) => moment(settings, createdAt),
    changed: ({ changedAt }) => moment(settings, changedAt),
    due: ({ due }) => due ?? '',
    'contact.name': ({ contact }) => contact.name,
    'contact.email': ({ contact }) => contact.email,
    'contact.phone': ({ contact }) => contact.phone,
    locale: (issue) => issue.locale,
    handler: ({ handlerId }) => configuration.userById.get(handlerId ?? '')?.name ?? '',
  }
  return new Map(Object.entries(cells))
}

/** As spreadsheets of every language read it, by the shop's clock. */
function moment({ timeZone }: Settings, at: number): string {
  const { day, minute } = localTime(at, timeZone)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${dateOfDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

function valueCell(basis: Basis, field: Field, issue: Issue): Cell {
  const { settings, configuration } = basis
  const value =
    field.type === 'computed'
      ? computedValues(settings.timeZone, configuration, issue).get(field.key)
      : issue.values[field.key]
  return value === undefined ? '' : written(basis, field, value)
}

function written(
  { settings, configuration, locale, decimal }: Basis,
  field: Field,
  value: StoredValue,
): Cell {
  const locales = [locale, settings.defaultLocale]
  const label = (key: string) =>
    pickText(field.options.find((option) => option.key === key)?.label, locales) || key
  const words = EXPORT_WORDS[nearestPageLocale(locale, settings.defaultLocale)]
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') {
    if (field.type === 'choice') return label(value)
    if (field.type === 'user') return configuration.userById.get(value)?.name ?? ''
    if (field.type !== 'date-time') return value
    const at = Date.parse(value)
    return Number.isNaN(at) ? value : moment(settings, at)
  }
  if ('amount' in value) {
    const { digits } = unitOf(value.currency)
    return `${(value.amount / 10 ** digits).toFixed(digits).replace('.', decimal)} ${value.currency}`
  }
  if ('url' in value) return value.url
  if (Array.isArray(value)) return value.map((key) => label(String(key))).join(', ')
  return Object.values(value).filter(Boolean).join(', ')
}
