import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dateIn, type InputError, nearestPageLocale, refuseIfInvalid } from '../base/index.ts'
import { type App, contentDisposition, type Guard, namingAll, problems, type Sound } from '../http/index.ts'
import type { Configuration, Ctx } from '../issue-types/index.ts'
import { checkFilter } from './check-filter.ts'
import { csvStyleOf } from './csv.ts'
import { columnsOf } from './export-columns.ts'
import { type Export, exportIssues } from './export-issues.ts'
import { filterOf } from './filter-from-query.ts'
import { exportQuerySchema } from './schemas.ts'

type Query = z.infer<typeof exportQuerySchema>

const csv = {
  description: 'A table in UTF-8, a line for each issue',
  content: { 'text/csv': { schema: z.any() } },
}

/** `/issues.csv`: a list of issues as a table for spreadsheets. */
export function exportRoute(
  app: App,
  { guard, ctxOf }: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
): void {
  app.get(
    '/issues.csv',
    {
      onRequest: guard.allow('issues:read'),
      ...namingAll<Query>('query', async (request, query) => {
        const ctx = ctxOf(request)
        return readExport(ctx, await ctx.configuration.current(), query).errors
      }),
      schema: {
        tags: ['Issues'],
        description:
          'The filters of `GET /issues`. Languages with a decimal comma split cells by semicolons, others by commas.',
        querystring: exportQuerySchema,
        response: { 200: csv, ...problems('invalid-input') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const configuration = await ctx.configuration.current()
      const { errors, wanted } = readExport(ctx, configuration, request.query)
      refuseIfInvalid(errors)
      const name = `issues-${dateIn(ctx.settings.timeZone, ctx.clock())}.csv`
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', contentDisposition(name))
        .send(Readable.from(exportIssues(ctx, configuration, wanted), { highWaterMark: 1 }))
    },
  )
}

function readExport(
  ctx: Ctx,
  configuration: Configuration,
  { columns: asked, locale = ctx.settings.defaultLocale, ...query }: Sound<Query>,
): { wanted: Export; errors: InputError[] } {
  const { settings } = ctx
  const filter = filterOf(query, settings.timeZone)
  const [first, ...others] = new Set(filter.types)
  const type = first !== undefined && others.length === 0 ? configuration.typeByKey.get(first) : undefined
  const { decimal } = csvStyleOf(nearestPageLocale(locale, settings.defaultLocale))
  const keys = asked?.split(',').map((key) => key.trim())
  const { columns, errors } = columnsOf({ settings, configuration, locale, decimal }, keys, type)
  return {
    wanted: { filter, columns, locale },
    errors: [...checkFilter(ctx, configuration, filter).errors, ...errors],
  }
}
