/** What a list shows, as it stands in the address; names and values are the API's, several values by commas. */
export type ListState = {
  view?: string
  q?: string
  type?: string
  step?: string
  category?: string
  handler?: string
  turn?: string
  /** `awaited`: the customer wrote last. */
  answer?: string
  /** `late`, `today` or `week`, or `none`: days that move along, where `dueFrom` and `dueTo` stay. */
  due?: string
  dueFrom?: string
  dueTo?: string
  createdFrom?: string
  createdTo?: string
  closedFrom?: string
  closedTo?: string
  decidedFrom?: string
  decidedTo?: string
  contact?: string
  sort?: string
} & { [field: `field.${string}`]: string | undefined }

const NAMES = [
  'view',
  'q',
  'type',
  'step',
  'category',
  'handler',
  'turn',
  'answer',
  'due',
  'dueFrom',
  'dueTo',
  'createdFrom',
  'createdTo',
  'closedFrom',
  'closedTo',
  'decidedFrom',
  'decidedTo',
  'contact',
  'sort',
] as const
export const CATEGORIES = ['open', 'waiting', 'done'] as const
export const TURNS = ['us', 'customer', 'partner'] as const
export const DUES = ['late', 'today', 'week', 'none'] as const
export const DEFAULT_SORT = 'due'
/** Every category; left out, a list shows what is not done. */
export const ALL = 'all'
const NOT_DONE = 'open,waiting'

/** Reads the state from an address; what it does not know is left out. */
export function readState(search: Readonly<Record<string, unknown>>): ListState {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(search)) {
    const isKnown = NAMES.some((known) => known === name) || name.startsWith('field.')
    if (isKnown && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'))
      if (String(value) !== '') found[name] = String(value)
  }
  if (!found['due'] && String(search['late']) === 'true') found['due'] = 'late'
  return found
}

/** Changes a part of a state; `null` takes a member away. The view stays the one that it began from. */
export function changed(state: ListState, part: { [K in keyof ListState]: string | null }): ListState {
  const next = { ...state, ...part }
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value)) as ListState
}

/** The state without its name: what a view keeps, and views are compared by. */
export function conditionsOf(state: ListState): ListState {
  const { view: _, ...conditions } = state
  return conditions
}

export function isSameList(one: ListState, other: ListState): boolean {
  return fingerprint(one) === fingerprint(other)
}

function fingerprint(state: ListState): string {
  return JSON.stringify(Object.entries(conditionsOf(state)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Whether anything narrows the list, besides that it leaves out what is done. */
export function isNarrowed(state: ListState): boolean {
  return Object.keys(conditionsOf(state)).some((name) => name !== 'sort')
}

/**
 * What the API is asked for a state.
 * @param today - in the shop's time zone, like 2026-12-09
 */
export function queryOf(state: ListState, today: string): Record<string, string> {
  const { view: _, due, category, sort, ...rest } = state
  const given = Object.entries(rest).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return {
    ...Object.fromEntries(given),
    ...(category === ALL ? {} : { category: category ?? NOT_DONE }),
    ...(due === 'late' ? { late: 'true' } : {}),
    ...(due === 'none' ? { due } : {}),
    ...(due === 'today' ? { dueFrom: today, dueTo: today } : {}),
    ...(due === 'week' ? { dueFrom: today, dueTo: daysAfter(today, 7) } : {}),
    sort: sort ?? DEFAULT_SORT,
  }
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** What day it is somewhere, like 2026-12-09. */
export function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)
}

export function listOf(text: string | undefined): string[] {
  return text ? text.split(',').filter(Boolean) : []
}

/** Several values of one member; nothing chosen is no filter. */
export function joined(values: readonly string[]): string | null {
  return values.length > 0 ? values.join(',') : null
}
