import type { useNames, Workplace } from '../work'
import { type ListState, listOf } from './state'

export type Column = {
  key: string
  label: string
  /** In pixels; what is left over goes to the columns that grow. */
  width: number
  grows: boolean
  sort: 'created' | 'changed' | 'due' | 'number' | null
}

const WIDTHS: Readonly<Record<string, number>> = {
  number: 162,
  'contact.name': 133,
  step: 176,
  due: 140,
  handler: 128,
  changed: 84,
  created: 84,
  next: 150,
  locale: 100,
}
const SORTED: Readonly<Record<string, Column['sort']>> = {
  number: 'number',
  created: 'created',
  changed: 'changed',
  due: 'due',
}
/** Their content is no line of text. */
const NOT_SHOWN = new Set(['messages', 'attachments', 'progress'])

/** The columns of a list: the view of the one type that it shows, else what all types have. */
export function columnsOf(
  workplace: Workplace,
  names: ReturnType<typeof useNames>,
  state: ListState,
): Column[] {
  const types = listOf(state.type)
  const only = workplace.types.length === 1 ? workplace.types[0] : undefined
  const type = types.length === 1 ? names.typeOf(types[0] ?? '') : only
  const lines = type?.views.list.filter(({ field }) => !NOT_SHOWN.has(field)) ?? []
  const shown = lines.length > 0 ? withNumberFirst(lines) : commonLines(workplace)
  return shown.map(({ field: key, label }) => ({
    key,
    label: names.field(key, label),
    width: WIDTHS[key] ?? 134,
    grows: WIDTHS[key] === undefined || key === 'contact.name',
    sort: SORTED[key] ?? null,
  }))
}

type Line = { field: string; label: Readonly<Record<string, string>> | null }

/** The number is the link to the issue, so no list is without it. */
function withNumberFirst(lines: readonly Line[]): Line[] {
  const number = lines.find(({ field }) => field === 'number') ?? { field: 'number', label: null }
  return [number, ...lines.filter((line) => line !== number)]
}

function commonLines({ fields }: Workplace): Line[] {
  const product = fields.some(({ key }) => key === 'product') ? ['product'] : []
  return ['number', 'contact.name', ...product, 'step', 'due', 'handler', 'changed'].map((field) => ({
    field,
    label: null,
  }))
}

/** Where the whole list is as a file, with the columns that are shown. */
export function csvOf(
  query: Readonly<Record<string, string>>,
  columns: readonly Column[],
  locale: string,
): string {
  const search = new URLSearchParams({ ...query, columns: columns.map(({ key }) => key).join(','), locale })
  return `/api/v1/issues.csv?${search.toString()}`
}
