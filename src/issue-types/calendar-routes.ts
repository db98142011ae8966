import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dateOfDay, dayOfDate, invalid, isDate, notFound } from '../base/index.ts'
import { BASES, type Calendar, type Count, lastDay } from '../calendars/index.ts'
import {
  type App,
  type Guard,
  keyPageQuerySchema,
  listSchema,
  pageOfAll,
  problems,
  resourceRoutes,
  tagged,
} from '../http/index.ts'
import type { Ctx } from './context.ts'
import { ROLLS, UNITS } from './deadline-rule.ts'
import { MOST_DEADLINE_DAYS } from './deadline-schemas.ts'
import { checkCalendar, deleteCalendar, setCalendar } from './edit-calendars.ts'
import { representCalendar } from './represent.ts'
import { calendarKeySchema } from './schemas.ts'

const date = z.string().refine(isDate, 'a date like 2026-12-31 is needed').meta({ format: 'date' })
const MOST_DAYS = 1000
const dayOff = z.strictObject({ date, name: z.string().max(120).default('') })

const settings = {
  name: z.string().min(1).max(120),
  base: z.enum(BASES).nullable().default(null).describe('The country whose days off it starts from'),
  weekend: z
    .array(z.int().min(1).max(7))
    .max(6)
    .default([6, 7])
    .describe('Days of the week that are off: 1 is Monday'),
  added: z.array(dayOff).max(MOST_DAYS).default([]).describe('Days off besides those of the country'),
  removed: z.array(date).max(MOST_DAYS).default([]).describe('Days off of the country that are worked on'),
}
const ignored = z.unknown().optional().describe('Read-only, ignored')
export const calendarBodySchema = z.strictObject({
  ...settings,
  key: ignored,
  shipped: ignored,
  days: ignored,
})
const shownSchema = z.object({
  key: z.string(),
  ...settings,
  shipped: z.boolean().describe('Whether it comes with the product and was not changed'),
})
const withDaysSchema = shownSchema.extend({
  days: z
    .array(z.object({ date: z.string(), weekday: z.int(), name: z.string() }))
    .optional()
    .describe('The days off of the year that was asked for, besides its weekends'),
})
const yearSchema = z.strictObject({ year: z.coerce.number().int().min(1900).max(2200).optional() })
const countSchema = z.strictObject({
  start: date
    .refine((day) => day >= '1900-01-01' && day <= '2200-12-31', 'a date from 1900 to 2200 is needed')
    .describe('The day of the event, which does not count'),
  days: z.coerce.number().int().min(1).max(MOST_DEADLINE_DAYS),
  unit: z.enum(UNITS).default('calendar'),
  roll: z.enum(ROLLS).default('none'),
})
const countedSchema = z.object({
  day: z.string().describe('The last day'),
  movedFrom: z
    .string()
    .nullable()
    .describe('Where the days ended before the last one was moved off a day off'),
  holidays: z
    .array(z.object({ date: z.string(), name: z.string() }))
    .describe('The days off on the way, besides weekends'),
})
const byKey = z.object({ key: z.string() })

/** `/calendars`: which days are worked on. */
export function calendarRoutes(
  app: App,
  deps: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
): void {
  const { guard, ctxOf } = deps
  const tag = 'Calendars'

  app.get(
    '/calendars',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags: [tag],
        querystring: keyPageQuerySchema,
        response: { 200: listSchema(shownSchema), ...problems('invalid-input') },
      },
    },
    async (request) => {
      const { calendars } = await ctxOf(request).configuration.current()
      return pageOfAll(
        request.query,
        [...calendars.values()],
        ({ settings: { key } }) => key,
        representCalendar,
      )
    },
  )

  const find = async (ctx: Ctx, key: string) => {
    const calendar = (await ctx.configuration.current()).calendars.get(key)
    if (!calendar) throw notFound('calendar')
    return calendar
  }
  app.get(
    '/calendars/:key/last-day',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags: [tag],
        params: byKey,
        querystring: countSchema,
        response: { 200: countedSchema, ...problems('invalid-input', 'not-found') },
      },
    },
    async (request) => {
      const calendar = await find(ctxOf(request), request.params.key)
      const { start, ...count } = request.query
      return countedFrom(dayOfDate(start) ?? 0, { ...count, calendar })
    },
  )

  const show = async (ctx: Ctx, { key }: { key: string }, year?: number) => {
    const calendar = await find(ctx, key)
    const { tag: etag, body } = tagged(representCalendar(calendar))
    return { tag: etag, body: { ...body, ...(year === undefined ? {} : { days: daysOf(calendar, year) }) } }
  }
  resourceRoutes<Ctx>(
    app,
    deps,
  )({
    url: '/calendars/:key',
    tag,
    params: byKey,
    query: yearSchema,
    body: calendarBodySchema,
    shown: withDaysSchema,
    refuses: ['conflict'],
    show: (ctx, params, { year }) => show(ctx, params, year),
    replace: async (ctx, { key }, { name, base, weekend, added, removed }, ifMatch) => {
      const calendar = { key: calendarKeyOf(key), name, base, weekend, added, removed }
      await setCalendar(ctx, calendar, ifMatch)
      return show(ctx, { key })
    },
    check: async (_ctx, _params, body) => checkCalendar(body),
    remove: (ctx, { key }, ifMatch) => deleteCalendar(ctx, key, ifMatch),
  })
}

function daysOf(calendar: Calendar, year: number) {
  return calendar.holidaysOf(year).map(({ day, name }) => {
    const iso = dateOfDay(day)
    return { date: iso, weekday: new Date(iso).getUTCDay() || 7, name }
  })
}

/** The last day of a count that nothing stops, and what it met on its way. */
function countedFrom(start: number, count: Count & { calendar: Calendar }) {
  const day = lastDay(start, count, [])
  const before = lastDay(start, { ...count, roll: 'none' }, [])
  const years = [dateOfDay(start), dateOfDay(day)].map((date) => Number(date.slice(0, 4)))
  const [first = 0, last = first] = years
  const holidays = Array.from({ length: last - first + 1 }, (_, at) => count.calendar.holidaysOf(first + at))
    .flat()
    .filter((holiday) => holiday.day > start && holiday.day <= day)
  return {
    day: dateOfDay(day),
    movedFrom: before === day ? null : dateOfDay(before),
    holidays: holidays.map((holiday) => ({ date: dateOfDay(holiday.day), name: holiday.name })),
  }
}

function calendarKeyOf(key: string): string {
  const read = calendarKeySchema.safeParse(key)
  if (!read.success) throw invalid({ path: 'key', message: read.error.issues[0]?.message ?? '' })
  return read.data
}
