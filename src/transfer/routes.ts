import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal, refuseIfInvalid } from '../base/index.ts'
import { type App, type Guard, problems } from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { contentSchema } from './content.ts'
import { refuseIfTooLong, twice } from './content-shape.ts'
import { exportConfiguration } from './export-configuration.ts'
import { importConfiguration, MOST_ERRORS, type Outcome, tryConfiguration } from './import-configuration.ts'
import type { TransferMeans } from './put-thing.ts'

const MIB = 1024 ** 2
/** What one request may bring; the command line takes more. */
const MAX_BODY = 8 * MIB

const thing = z.record(z.string(), z.unknown())
const exportedSchema = z.object({
  format: z.string(),
  formatVersion: z.int(),
  exportedAt: z.iso.datetime(),
  company: thing,
  companyLogo: thing.optional(),
  calendars: z.array(thing),
  fields: z.array(thing),
  issueTypes: z.array(thing),
  messageTemplates: z.array(thing),
  businessRules: z.array(thing),
  webhooks: z.array(thing),
})
const outcomeSchema = z.object({
  changes: z.array(
    z.object({
      target: z.string().describe('As versions name it, like issue-type:warranty/steps'),
      do: z.enum(['create', 'change', 'keep']),
      differences: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
  errors: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .describe('What stands in the way, with paths in the file; only of a dry run'),
})
const querySchema = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false').describe('Only tell what would change'),
})

type Deps = TransferMeans & { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx }

/** `/configuration`: all that administrators set, out as one file and in again. */
export function transferRoutes(app: App, deps: Deps): void {
  const { guard, ctxOf } = deps
  const confirmed = { onRequest: guard.allow('admin', { confirmed: true }) }
  const tags = ['Configuration']

  app.get(
    '/configuration',
    {
      ...confirmed,
      schema: {
        tags,
        description:
          'One file, without users, tokens and secrets. It is recorded in the audit that it was read.',
        response: { 200: exportedSchema, ...problems() },
      },
    },
    async (request) => exportedSchema.parse(await exportConfiguration(ctxOf(request))),
  )
  app.put(
    '/configuration',
    {
      ...confirmed,
      bodyLimit: MAX_BODY,
      config: { largeBody: true },
      // A dry run answers what is wrong with the file; so the handler has to be reached.
      attachValidation: true,
      preValidation: async (request) => refuseIfTooLong(request.body),
      schema: {
        tags,
        description:
          'Puts all that a file holds in place, or nothing of it. What the file does not hold stays. At most 8 MiB.',
        querystring: querySchema,
        body: contentSchema,
        response: {
          200: outcomeSchema,
          ...problems('invalid-input'),
        },
      },
    },
    async (request): Promise<Outcome> => {
      const wrong = request.validationError
      const isDry = request.query.dryRun === 'true'
      if (wrong && !(wrong instanceof Refusal && wrong.validationContext === 'body')) throw wrong
      const errors = wrong ? wrong.errors.slice(0, MOST_ERRORS) : twice(request.body)
      if (isDry && errors.length > 0) return { changes: [], errors }
      refuseIfInvalid(errors)
      const run = isDry ? tryConfiguration : importConfiguration
      return run(ctxOf(request), deps, request.body)
    },
  )
}
