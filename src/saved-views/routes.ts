import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { etagOf } from '../base/index.ts'
import { type App, noContent, problems, sendTagged } from '../http/index.ts'
import type { Configuration, Ctx } from '../issue-types/index.ts'
import { mayDo, type StaffGuard } from '../staff/index.ts'
import { createSavedView, deleteSavedView, editSavedView } from './edit-saved-views.ts'
import {
  type Asker,
  MAX_CONDITION,
  MAX_CONDITIONS,
  MAX_NAME,
  mayChange,
  type SavedView,
} from './saved-view.ts'
import { findSavedViews } from './saved-view-rows.ts'

const ignored = z.unknown().optional().describe('Read-only, ignored')
const conditions = z
  .record(
    z.string().regex(/^[\w.-]{1,80}$/, 'letters, digits, ".", "-" and "_" are allowed, at most 80'),
    z.string().min(1).max(MAX_CONDITION),
  )
  .refine((given) => Object.keys(given).length <= MAX_CONDITIONS, `at most ${MAX_CONDITIONS} are allowed`)
  .describe('What narrows and sorts the list, by name as in the address of the desk')
const content = {
  name: z.string().trim().min(1).max(MAX_NAME),
  shared: z.boolean().describe('Whether all see it'),
  conditions,
}
const position = z
  .int()
  .min(0)
  .max(10_000)
  .describe('Smaller ones stand first; the last where it is not given')
const bodySchema = z.strictObject({
  ...content,
  position: position.optional(),
  id: ignored,
  owner: ignored,
  mayChange: ignored,
  etag: ignored,
})
const viewSchema = z.object({
  id: z.string(),
  ...content,
  position,
  owner: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .describe('Who made it; null where they are gone'),
  mayChange: z.boolean().describe('Whether whoever asks may change it'),
  etag: z.string().describe('For If-Match'),
})
const byId = z.object({ id: z.string() })

type Deps = { guard: StaffGuard; ctxOf: (request: FastifyRequest) => Ctx }

/** `/saved-views`: lists of issues that people keep by a name; for people who signed in, not for tokens. */
export function savedViewRoutes(app: App, { guard, ctxOf }: Deps): void {
  const self = { onRequest: guard.allowSelf() }
  const tags = ['Saved views']
  const askerOf = (request: FastifyRequest): Asker => {
    const { id, role } = guard.sessionOf(request).user
    return { id, mayAdminister: mayDo(role, 'admin'), mayShare: mayDo(role, 'issues:write') }
  }

  app.get(
    '/saved-views',
    {
      ...self,
      schema: {
        tags,
        description: 'Those that are shared first, then one’s own, each in their order.',
        response: { 200: z.object({ items: z.array(viewSchema) }), ...problems() },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const asker = askerOf(request)
      const [configuration, views] = await Promise.all([
        ctx.configuration.current(),
        findSavedViews(ctx.db, asker.id),
      ])
      return { items: views.map((view) => represent(view, asker, configuration)) }
    },
  )
  app.post(
    '/saved-views',
    {
      ...self,
      schema: {
        tags,
        body: bodySchema,
        response: { 201: viewSchema, ...problems('invalid-input', 'conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const asker = askerOf(request)
      const view = await createSavedView(ctx, asker, contentOf(request.body))
      reply.code(201).header('location', `/api/v1/saved-views/${view.id}`)
      return sendTagged(
        request,
        reply,
        etagOf(view),
        represent(view, asker, await ctx.configuration.current()),
      )
    },
  )
  app.put(
    '/saved-views/:id',
    {
      ...self,
      schema: {
        tags,
        params: byId,
        body: bodySchema,
        response: {
          200: viewSchema,
          ...problems('not-found', 'invalid-input', 'conflict', 'version-conflict'),
        },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const asker = askerOf(request)
      const ifMatch = request.headers['if-match']
      const view = await editSavedView(ctx, asker, request.params.id, contentOf(request.body), ifMatch)
      return sendTagged(
        request,
        reply,
        etagOf(view),
        represent(view, asker, await ctx.configuration.current()),
      )
    },
  )
  app.delete(
    '/saved-views/:id',
    {
      ...self,
      schema: {
        tags,
        params: byId,
        response: { 204: noContent, ...problems('not-found', 'version-conflict') },
      },
    },
    async (request, reply) => {
      await deleteSavedView(ctxOf(request), askerOf(request), request.params.id, request.headers['if-match'])
      return reply.code(204).send(null)
    },
  )
}

function contentOf({ name, shared, conditions: given, position: place }: z.infer<typeof bodySchema>) {
  return { name, shared, conditions: given, ...(place === undefined ? {} : { position: place }) }
}

function represent(view: SavedView, asker: Asker, { userById }: Configuration) {
  const { id, name, shared, position: place, conditions: given, ownerId } = view
  const owner = ownerId === null ? undefined : userById.get(ownerId)
  return {
    id,
    name,
    shared,
    position: place,
    conditions: { ...given },
    owner: owner ? { id: owner.id, name: owner.name } : null,
    mayChange: mayChange(view, asker),
    etag: etagOf(view),
  }
}
