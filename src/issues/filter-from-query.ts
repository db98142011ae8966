import type { z } from 'zod'
import { isDate, startOfDay } from '../base/index.ts'
import type { Sound } from '../http/index.ts'
import { type IssueFilter, SORTS } from './find-issues.ts'
import type { listQuerySchema } from './schemas.ts'

/** A query string as its schema left it, or what is sound of it. */
type Query = Sound<z.infer<typeof listQuerySchema>>

const FIELD = 'field.'

/** The filter that a query string asks for; dates are days of the shop's time zone and count whole. */
export function filterOf(query: Query, timeZone: string): IssueFilter {
  const {
    type,
    step,
    category,
    handler,
    turn,
    late,
    answer,
    due,
    contact,
    q,
    createdFrom,
    createdTo,
    closedFrom,
    closedTo,
    decidedFrom,
    decidedTo,
    dueFrom,
    dueTo,
    ...paging
  } = query
  const { cursor, sort = '-created', limit = 50, count, ...rest } = paging
  const others = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const bare = sort.replace(/^-/, '')
  return {
    types: severalOf(type),
    steps: severalOf(step),
    categories: severalOf(category),
    handlers: severalOf(handler),
    turn,
    late: late === 'true',
    unanswered: answer === 'awaited',
    undated: due === 'none',
    contact,
    q,
    createdFrom: beginning(timeZone, createdFrom),
    createdTo: end(timeZone, createdTo),
    closedFrom: beginning(timeZone, closedFrom),
    closedTo: end(timeZone, closedTo),
    decidedFrom: beginning(timeZone, decidedFrom),
    decidedTo: end(timeZone, decidedTo),
    dueFrom,
    dueTo,
    fields: Object.fromEntries(
      others
        .filter(([name]) => name.startsWith(FIELD))
        .map(([name, text]) => [name.slice(FIELD.length), text]),
    ),
    unknown: others.map(([name]) => name).filter((name) => !name.startsWith(FIELD)),
    sort: SORTS.find((candidate) => candidate === bare) ?? 'created',
    descending: sort.startsWith('-'),
    cursor,
    limit,
    count: count === 'true',
  }
}

function severalOf(text: string | undefined): string[] | undefined {
  return text?.split(',').map((value) => value.trim())
}

function beginning(timeZone: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return isDate(text) ? startOfDay(timeZone, text) : Date.parse(text)
}

/** The first millisecond that does not count any more. */
function end(timeZone: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return isDate(text) ? startOfDay(timeZone, text, 1) : Date.parse(text) + 1
}
