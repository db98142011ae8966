import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type App, type Guard, namingAll, problems } from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { representIssue } from './represent.ts'
import { contactSchema, issueSchema, valuesSchema } from './schemas.ts'
import { checkSimilar, findSimilar, MAX_SIMILAR } from './similar-issues.ts'

const similarBodySchema = z.strictObject({
  contact: contactSchema.optional(),
  values: valuesSchema.optional(),
})
const similarSchema = z.object({
  items: z.array(
    z.object({
      issue: issueSchema,
      matches: z
        .array(z.string())
        .describe('Where it is the same, like `contact.email` or `values.order_number`'),
    }),
  ),
})

/** `/issues/similar`: what a new issue may repeat. Asked by POST, so that no personal data stands in an address. */
export function similarRoutes(
  app: App,
  { guard, ctxOf }: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
): void {
  app.post(
    '/issues/similar',
    {
      onRequest: guard.allow('issues:read'),
      ...namingAll<z.infer<typeof similarBodySchema>>('body', async (request, body) =>
        checkSimilar(await ctxOf(request).configuration.current(), body),
      ),
      schema: {
        tags: ['Issues'],
        description: `The newest ${MAX_SIMILAR} issues with the same e-mail or phone, or with the same value in a filterable field that holds a text. A value that more issues share tells nothing and is passed over, as is what is not complete yet.`,
        body: similarBodySchema,
        response: { 200: similarSchema, ...problems('invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const configuration = await ctx.configuration.current()
      const found = await findSimilar(ctx.db, configuration, request.body, ctx.settings.defaultCountry)
      return {
        items: found.map(({ issue, matches }) => ({
          issue: representIssue(ctx, configuration, issue),
          matches,
        })),
      }
    },
  )
}
