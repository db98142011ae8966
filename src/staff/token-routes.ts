import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { invalid, notFound } from '../base/index.ts'
import {
  type App,
  listSchema,
  noContent,
  pageOfAll,
  pageQuerySchema,
  problems,
  SCOPES,
} from '../http/index.ts'
import type { StaffCtx } from './edit-users.ts'
import type { StaffGuard } from './guard.ts'
import { createToken, listTokens, revokeToken } from './tokens.ts'

type Deps = { guard: StaffGuard; ctxOf: (request: FastifyRequest) => StaffCtx }

const instant = z.iso.datetime().nullable()
const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: instant.describe('To the minute'),
  expiresAt: instant,
  revokedAt: instant,
})

/** `/tokens`: what programs call the API with. */
export function tokenRoutes(app: App, { guard, ctxOf }: Deps): void {
  const tags = ['Tokens']

  app.get(
    '/tokens',
    {
      onRequest: guard.allow('tokens'),
      schema: {
        tags,
        querystring: pageQuerySchema,
        response: { 200: listSchema(tokenSchema), ...problems('invalid-input') },
      },
    },
    async (request) =>
      pageOfAll(
        request.query,
        await listTokens(ctxOf(request).db),
        ({ id }) => id,
        (token) => ({
          ...token,
          createdAt: new Date(token.createdAt).toISOString(),
          lastUsedAt: textOf(token.lastUsedAt),
          expiresAt: textOf(token.expiresAt),
          revokedAt: textOf(token.revokedAt),
        }),
      ),
  )
  app.post(
    '/tokens',
    {
      onRequest: guard.allow('tokens', { confirmed: true }),
      schema: {
        tags,
        description: 'The answer has the token, this one time. It may do no more than whoever makes it.',
        body: z.strictObject({
          name: z
            .string()
            .max(100)
            .refine((text) => text.trim() !== '', 'a name is needed'),
          scope: z.enum(SCOPES),
          expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
        }),
        response: {
          201: z.object({ id: z.string(), token: z.string() }),
          ...problems('invalid-input'),
        },
      },
    },
    async (request, reply) => {
      const { db, clock } = ctxOf(request)
      const { expiresAt, ...input } = request.body
      const end = expiresAt === null ? null : Date.parse(expiresAt)
      if (end !== null && end <= clock())
        throw invalid({ path: 'expiresAt', message: 'an instant in the future is needed' })
      const by = { actor: guard.actorOf(request), role: guard.roleOf(request) }
      reply.code(201)
      return createToken(db, clock, { ...input, expiresAt: end }, by)
    },
  )
  app.delete(
    '/tokens/:id',
    {
      onRequest: guard.allow('tokens', { confirmed: true }),
      schema: {
        tags,
        params: z.object({ id: z.string() }),
        response: { 204: noContent, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const { db, clock } = ctxOf(request)
      if (!(await revokeToken(db, clock, request.params.id, guard.actorOf(request))))
        throw notFound('valid token')
      return reply.code(204).send(null)
    },
  )
}

function textOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
