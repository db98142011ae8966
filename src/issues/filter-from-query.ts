import type { z } from 'zod'
import { DAY, startOfDay } from '../base/index.ts'
import { type IssueFilter, SORTS } from './find-issues.ts'
import type { listQuerySchema } from './schemas.ts'

/** The filter that a query string asks for; dates are days of the shop's time zone and count whole. */
export function filterOf(query: z.infer<typeof listQuerySchema>, timeZone: string): IssueFilter {
  const sort = query.sort.replace(/^-/, '')
  const fields = Object.entries(query).filter((entry): entry is [string, string] =>
    entry[0].startsWith('field.'),
  )
  return {
    type: query.type,
    step: query.step,
    category: query.category,
    contact: query.contact,
    q: query.q,
    createdFrom: query.createdFrom === undefined ? undefined : beginning(timeZone, query.createdFrom),
    createdTo: query.createdTo === undefined ? undefined : end(timeZone, query.createdTo),
    dueFrom: query.dueFrom,
    dueTo: query.dueTo,
    fields: Object.fromEntries(fields.map(([key, value]) => [key.slice('field.'.length), value])),
    sort: SORTS.find((candidate) => candidate === sort) ?? 'created',
    descending: query.sort.startsWith('-'),
    cursor: query.cursor,
    limit: query.limit,
  }
}

function beginning(timeZone: string, text: string): number {
  return text.length === 10 ? startOfDay(timeZone, text) : Date.parse(text)
}

/** The first millisecond that does not count any more. */
function end(timeZone: string, text: string): number {
  if (text.length > 10) return Date.parse(text) + 1
  const nextDay = new Date(Date.parse(`${text}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
  return startOfDay(timeZone, nextDay)
}
