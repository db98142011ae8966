import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { etagOf, notFound } from '../base/index.ts'
import {
  type App,
  type Guard,
  keyPageQuerySchema,
  listSchema,
  namingAll,
  pageOfAll,
  problems,
  resourceRoutes,
  tagged,
} from '../http/index.ts'
import type { Ctx } from './context.ts'
import { checkField, createField, deleteField, editField, type FieldIndex } from './edit-fields.ts'
import { representField } from './represent.ts'
import { fieldBodySchema, fieldPutSchema, fieldSchema } from './schemas.ts'

type Deps = { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx; fieldIndex: FieldIndex }

/** `/fields`: the administrator's own fields, which belong to the installation. */
export function fieldRoutes(app: App, deps: Deps): void {
  const { guard, ctxOf, fieldIndex } = deps
  const tags = ['Fields']

  app.get(
    '/fields',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags,
        querystring: keyPageQuerySchema,
        response: { 200: listSchema(fieldSchema), ...problems('invalid-input') },
      },
    },
    async (request) => {
      const { fields } = await ctxOf(request).configuration.current()
      return pageOfAll(request.query, fields, (field) => field.key, representField)
    },
  )
  app.post(
    '/fields',
    {
      onRequest: guard.allow('admin'),
      ...namingAll<z.infer<typeof fieldBodySchema>>('body', async (request, body) =>
        checkField(body, await ctxOf(request).configuration.current()),
      ),
      schema: {
        tags,
        body: fieldBodySchema,
        response: { 201: fieldSchema, ...problems('invalid-input', 'conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      await createField(ctx, request.body)
      const body = representField(await fieldOf(ctx, request.body.key))
      reply.code(201).header('location', `/api/v1/fields/${body.key}`).header('etag', etagOf(body))
      return body
    },
  )

  const show = async (ctx: Ctx, { key }: { key: string }) => tagged(representField(await fieldOf(ctx, key)))
  resourceRoutes<Ctx>(
    app,
    deps,
  )({
    url: '/fields/:key',
    tag: 'Fields',
    params: z.object({ key: z.string() }),
    body: fieldPutSchema,
    shown: fieldSchema,
    show,
    replace: async (ctx, params, { key: _key, ...input }, ifMatch) => {
      await editField(ctx, params.key, input, fieldIndex, ifMatch)
      return show(ctx, params)
    },
    check: async (ctx, { key }, { key: _key, ...input }) => {
      const { type } = await fieldOf(ctx, key)
      return checkField({ type, ...input, key }, await ctx.configuration.current(), type)
    },
    remove: (ctx, { key }, ifMatch) => deleteField(ctx, key, fieldIndex, ifMatch),
  })
}

async function fieldOf(ctx: Ctx, key: string) {
  const field = (await ctx.configuration.current()).fieldByKey.get(key)
  if (!field) throw notFound('field')
  return field
}
