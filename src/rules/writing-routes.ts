import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { invalid, isTimeZone } from '../base/index.ts'
import { type App, type Guard, problems } from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { OPERATORS } from './condition.ts'
import { offeredFields } from './condition-fields.ts'
import { cronProblem, ticksOf } from './cron.ts'
import { KINDS, OPERATORS_OF } from './kinds.ts'
import { TRIGGERS } from './rule.ts'

const TIMES = 5

const label = z.record(z.string(), z.string()).nullable().describe('By language; null where it is built in')
const fieldsSchema = z.object({
  operators: z.record(z.enum(KINDS), z.array(z.enum(OPERATORS))).describe('By what a field compares as'),
  items: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(KINDS).describe('What it compares as'),
      label,
      only: z.enum(TRIGGERS).nullable().describe('The only trigger with which it has a value'),
      options: z
        .array(z.object({ key: z.string(), label }))
        .nullable()
        .describe('The values that it can have; null where any of its kind will do'),
    }),
  ),
})
const timesSchema = z.object({ timeZone: z.string(), times: z.array(z.iso.datetime()) })

type Deps = { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx }

/** What an editor of rules offers: the fields of conditions, and when a schedule comes. */
export function ruleWritingRoutes(app: App, { guard, ctxOf }: Deps): void {
  const tags = ['Business rules']
  const onRequest = guard.allow('config:read', { scope: 'issues:read' })
  app.get(
    '/condition-fields',
    {
      onRequest,
      schema: {
        tags,
        description: 'The fields that a condition can name, with their operators and values.',
        querystring: z.strictObject({
          issueType: z.string().max(60).optional().describe('Only the steps of this type'),
        }),
        response: { 200: fieldsSchema, ...problems('invalid-input') },
      },
    },
    async (request) => {
      const configuration = await ctxOf(request).configuration.current()
      const { issueType } = request.query
      const type = issueType === undefined ? null : configuration.typeByKey.get(issueType)
      if (type === undefined)
        throw invalid({ path: 'issueType', message: `there is no issue type ${issueType}` })
      const operators = Object.fromEntries(KINDS.map((kind) => [kind, [...OPERATORS_OF[kind]]]))
      return {
        operators: operators as z.infer<typeof fieldsSchema>['operators'],
        items: offeredFields({ configuration, type }),
      }
    },
  )
  app.get(
    '/schedule-times',
    {
      onRequest,
      schema: {
        tags,
        description: `The next ${TIMES} times of a schedule.`,
        querystring: z.strictObject({
          cron: z.string().max(100).describe('Minute, hour, day of month, month, day of week'),
          timeZone: z.string().max(60).optional().describe('IANA name; TIME_ZONE where it is not given'),
        }),
        response: { 200: timesSchema, ...problems('invalid-input') },
      },
    },
    async (request) => {
      const { clock, settings } = ctxOf(request)
      const { cron, timeZone = settings.timeZone } = request.query
      const problem = cronProblem(cron)
      if (problem) throw invalid({ path: 'cron', message: problem })
      if (!isTimeZone(timeZone))
        throw invalid({ path: 'timeZone', message: 'a time zone like Europe/Prague is needed' })
      return { timeZone, times: nextTimes(cron, timeZone, clock()) }
    },
  )
}

function nextTimes(cron: string, timeZone: string, now: number): string[] {
  const ticks = ticksOf(cron, timeZone)
  const times: string[] = []
  for (let at = ticks.after(now); at !== null && times.length < TIMES; at = ticks.after(at))
    times.push(new Date(at).toISOString())
  return times
}
