import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type Clock, dateIn, type InputError, refuseIfInvalid } from '../base/index.ts'
import { type App, type Guard, namingAll, problems, type Sound } from '../http/index.ts'
import type { Configuration, Ctx } from '../issue-types/index.ts'
import { keptAnswers } from './kept-answers.ts'
import { periodErrors, periodOf } from './period.ts'
import { type Overview, readOverview } from './read-overview.ts'
import { overviewQuerySchema, overviewSchema } from './schemas.ts'

type Query = Sound<z.infer<typeof overviewQuerySchema>>

/** `/overview`: figures about all issues. */
export function overviewRoutes(
  app: App,
  { guard, ctxOf, clock }: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx; clock: Clock },
): void {
  const keep = keptAnswers<Overview>(clock)
  app.get(
    '/overview',
    {
      onRequest: guard.allow('issues:read'),
      ...namingAll<z.infer<typeof overviewQuerySchema>>('query', async (request, query) => {
        const { configuration, ...moment } = ctxOf(request)
        return checked(await configuration.current(), moment, query).errors
      }),
      schema: {
        tags: ['Issues'],
        description: 'What is dear to count is kept for up to a minute.',
        querystring: overviewQuerySchema,
        response: { 200: overviewSchema, ...problems('invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const configuration = await ctx.configuration.current()
      const { errors, type, period, today } = checked(configuration, ctx, request.query)
      refuseIfInvalid(errors)
      const key = JSON.stringify([today, type?.id, period, configuration.version])
      return keep(key, () => readOverview(ctx, configuration, type, period))
    },
  )
}

function checked(
  configuration: Configuration,
  { settings, clock }: Pick<Ctx, 'settings' | 'clock'>,
  { type: key, ...asked }: Query,
) {
  const today = dateIn(settings.timeZone, clock())
  const type = key === undefined ? undefined : configuration.typeByKey.get(key)
  const period = periodOf(asked, today)
  const unknown: InputError[] =
    key !== undefined && !type ? [{ path: 'type', message: `there is no issue type ${key}` }] : []
  return { errors: [...unknown, ...periodErrors(period)], type, period, today }
}
