import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type App, type Guard, listSchema, pageOf, pageQuerySchema, problems } from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { differencesOf } from './differences.ts'
import { findVersions, readVersion } from './find-versions.ts'
import { type RestoreMeans, restoreVersion } from './restore-version.ts'
import type { Version } from './version.ts'

const versionSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  action: z.string(),
  target: z.string().describe('Like issue-type:warranty/steps, field:order_number, company'),
  restores: z.string().nullable().describe('Id of the version that it put back'),
})
const comparedSchema = versionSchema.extend({
  before: z.unknown().describe('null where it was not there'),
  after: z.unknown().describe('null where it was deleted'),
  differences: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
})
const restoreBodySchema = z
  .strictObject({ state: z.enum(['before', 'after']).default('after') })
  .default({ state: 'after' })
const restoredSchema = z.object({
  target: z.string(),
  url: z.string(),
  notes: z.array(z.string()).describe('What did not come back'),
})
// Compared byte by byte in the store; what no target begins with finds nothing.
const target = z
  .string()
  .max(200)
  .regex(/^[\w:/-]*$/, 'a target or its beginning is needed, like issue-type:warranty')
  .default('')
const byId = z.object({ id: z.string() })

type Deps = RestoreMeans & { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx }

/** `/versions`: how the configuration came to be as it is, and the way back. */
export function versionRoutes(app: App, deps: Deps): void {
  const { guard, ctxOf } = deps
  const tags = ['Versions']

  app.get(
    '/versions',
    {
      onRequest: guard.allow('config:read'),
      schema: {
        tags,
        description: 'Newest first.',
        querystring: pageQuerySchema.extend({ target }),
        response: { 200: listSchema(versionSchema), ...problems('invalid-input') },
      },
    },
    (request) =>
      pageOf(
        request.query,
        (before, limit) => findVersions(ctxOf(request).db, request.query.target, before, limit),
        represent,
      ),
  )
  app.get(
    '/versions/:id',
    {
      onRequest: guard.allow('config:read'),
      schema: { tags, params: byId, response: { 200: comparedSchema, ...problems('not-found') } },
    },
    async (request) => {
      const version = await readVersion(ctxOf(request).db, request.params.id)
      const { before, after } = version
      return { ...represent(version), before, after, differences: differencesOf(before, after) }
    },
  )
  app.post(
    '/versions/:id/restore',
    {
      onRequest: guard.allow('admin'),
      schema: {
        tags,
        description:
          'Puts the thing back as the change left it, or as it was before. What was deleted is made again, under its key. It is a change like any other, with a version of its own.',
        params: byId,
        body: restoreBodySchema,
        response: {
          200: restoredSchema,
          ...problems('not-found', 'invalid-input', 'conflict', 'version-conflict'),
        },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const version = await readVersion(ctx.db, request.params.id)
      return restoreVersion(ctx, deps, version, request.body.state, request.headers['if-match'])
    },
  )
}

function represent({ id, at, actor, action, target, restores }: Version): z.infer<typeof versionSchema> {
  return { id, at: new Date(at).toISOString(), actor, action, target, restores }
}
