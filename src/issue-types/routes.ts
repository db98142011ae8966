import { z } from 'zod'
import { etagOf, notFound, Refusal } from '../base/index.ts'
import { type App, type Guard, listSchema, problems, sendTagged } from '../http/index.ts'
import type { IssueType } from './configuration.ts'
import type { Ctx } from './context.ts'
import { createField, deleteField, editField, type Reindex } from './edit-fields.ts'
import { createIssueType, deleteIssueType, editIssueType } from './edit-issue-types.ts'
import { type Cleaned, setStatusPage } from './edit-status-page.ts'
import { setSteps } from './edit-steps.ts'
import { setNumberSeries, setView } from './edit-views.ts'
import { addPageAsset, deletePageAsset, findPageAssets, MAX_ASSET_BYTES } from './page-assets.ts'
import {
  representField,
  representIssueType,
  representNumberSeries,
  representStatusPage,
  representSteps,
  representView,
} from './represent.ts'
import {
  fieldBodySchema,
  fieldPutSchema,
  fieldSchema,
  issueTypeBodySchema,
  issueTypePutSchema,
  issueTypeSchema,
  numberSeriesBodySchema,
  numberSeriesSchema,
  statusPageBodySchema,
  statusPageSchema,
  stepsBodySchema,
  viewBodySchema,
  viewNameSchema,
} from './schemas.ts'

type Deps = { guard: Guard; ctxOf: (request: import('fastify').FastifyRequest) => Ctx; reindex: Reindex }

const byKey = z.object({ key: z.string() })
const byView = z.object({ key: z.string(), view: z.string() })
const empty = z.null().describe('No content')

/** `/issue-types` and `/fields`: what administrators shape. */
export function issueTypeRoutes(app: App, { guard, ctxOf, reindex }: Deps): void {
  const read = { onRequest: guard.allow('issues:read') }
  const admin = { onRequest: guard.allow('admin') }
  const typeOf = async (ctx: Ctx, key: string): Promise<IssueType> => {
    const type = (await ctx.configuration.current()).typeByKey.get(key)
    if (!type) throw notFound('issue type')
    return type
  }

  app.get(
    '/issue-types',
    {
      ...read,
      schema: { tags: ['Issue types'], response: { 200: listSchema(issueTypeSchema), ...problems() } },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const { types } = await ctx.configuration.current()
      return { items: types.map((type) => representIssueType(ctx.settings, type)), nextCursor: null }
    },
  )
  app.post(
    '/issue-types',
    {
      ...admin,
      schema: {
        tags: ['Issue types'],
        body: issueTypeBodySchema,
        response: { 201: issueTypeSchema, ...problems('invalid-input', 'conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      await createIssueType(ctx, request.body)
      const body = representIssueType(ctx.settings, await typeOf(ctx, request.body.key))
      reply.code(201).header('location', `/api/v1/issue-types/${body.key}`).header('etag', etagOf(body))
      return body
    },
  )
  app.get(
    '/issue-types/:key',
    {
      ...read,
      schema: {
        tags: ['Issue types'],
        params: byKey,
        response: { 200: issueTypeSchema, 304: empty, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const body = representIssueType(ctx.settings, await typeOf(ctx, request.params.key))
      return sendTagged(request, reply, etagOf(body), body)
    },
  )
  app.put(
    '/issue-types/:key',
    {
      ...admin,
      schema: {
        tags: ['Issue types'],
        params: byKey,
        body: issueTypePutSchema,
        response: { 200: issueTypeSchema, ...problems('not-found', 'invalid-input', 'version-conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      await editIssueType(ctx, request.params.key, request.body, request.headers['if-match'])
      const body = representIssueType(ctx.settings, await typeOf(ctx, request.params.key))
      return sendTagged(request, reply, etagOf(body), body)
    },
  )
  app.delete(
    '/issue-types/:key',
    {
      ...admin,
      schema: {
        tags: ['Issue types'],
        params: byKey,
        response: { 204: empty, ...problems('not-found', 'conflict', 'version-conflict') },
      },
    },
    async (request, reply) => {
      await deleteIssueType(ctxOf(request), request.params.key, request.headers['if-match'])
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/issue-types/:key/steps',
    {
      ...read,
      schema: {
        tags: ['Steps'],
        params: byKey,
        response: { 200: stepsBodySchema, 304: empty, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const body = representSteps(await typeOf(ctxOf(request), request.params.key))
      return sendTagged(request, reply, etagOf(body), body)
    },
  )
  app.put(
    '/issue-types/:key/steps',
    {
      ...admin,
      schema: {
        tags: ['Steps'],
        params: byKey,
        body: stepsBodySchema,
        response: {
          200: stepsBodySchema,
          ...problems('not-found', 'invalid-input', 'conflict', 'version-conflict'),
        },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      await setSteps(ctx, request.params.key, request.body.steps, request.headers['if-match'])
      const body = representSteps(await typeOf(ctx, request.params.key))
      return sendTagged(request, reply, etagOf(body), body)
    },
  )

  app.get(
    '/issue-types/:key/number-series',
    {
      ...read,
      schema: {
        tags: ['Number series'],
        params: byKey,
        response: { 200: numberSeriesSchema, 304: empty, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const body = representNumberSeries(await typeOf(ctxOf(request), request.params.key))
      return sendTagged(request, reply, etagOf(body), body)
    },
  )
  app.put(
    '/issue-types/:key/number-series',
    {
      ...admin,
      schema: {
        tags: ['Number series'],
        params: byKey,
        body: numberSeriesBodySchema,
        response: { 200: numberSeriesSchema, ...problems('not-found', 'invalid-input', 'version-conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      await setNumberSeries(ctx, request.params.key, request.body.pattern, request.headers['if-match'])
      const body = representNumberSeries(await typeOf(ctx, request.params.key))
      return sendTagged(request, reply, etagOf(body), body)
    },
  )

  const statusPageOf = async (ctx: Ctx, key: string, cleaned: Cleaned[] = []) => {
    const page = representStatusPage(ctx.settings, await typeOf(ctx, key))
    return { tag: etagOf(page), body: { ...page, cleaned } }
  }
  app.get(
    '/issue-types/:key/status-page',
    {
      ...read,
      schema: {
        tags: ['Status page'],
        params: byKey,
        response: { 200: statusPageSchema, 304: empty, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const { tag, body } = await statusPageOf(ctxOf(request), request.params.key)
      return sendTagged(request, reply, tag, body)
    },
  )
  app.put(
    '/issue-types/:key/status-page',
    {
      ...admin,
      schema: {
        tags: ['Status page'],
        params: byKey,
        body: statusPageBodySchema,
        response: {
          200: statusPageSchema,
          ...problems('not-found', 'invalid-input', 'conflict', 'version-conflict'),
        },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const { url: _url, cleaned: _cleaned, outsideHosts: _hosts, ...input } = request.body
      const cleaned = await setStatusPage(ctx, request.params.key, input, request.headers['if-match'])
      const { tag, body } = await statusPageOf(ctx, request.params.key, cleaned)
      return sendTagged(request, reply, tag, body)
    },
  )

  const viewOf = async (ctx: Ctx, params: z.infer<typeof byView>) => {
    const type = await typeOf(ctx, params.key)
    const view = viewNameSchema.safeParse(params.view)
    if (!view.success) throw notFound('view')
    return { type, view: view.data, body: representView(type, view.data) }
  }
  app.get(
    '/issue-types/:key/views/:view',
    {
      ...read,
      schema: {
        tags: ['Views'],
        params: byView,
        response: { 200: viewBodySchema, 304: empty, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const { body } = await viewOf(ctxOf(request), request.params)
      return sendTagged(request, reply, etagOf(body), body)
    },
  )
  app.put(
    '/issue-types/:key/views/:view',
    {
      ...admin,
      schema: {
        tags: ['Views'],
        params: byView,
        body: viewBodySchema,
        response: { 200: viewBodySchema, ...problems('not-found', 'invalid-input', 'version-conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const { view } = await viewOf(ctx, request.params)
      await setView(ctx, request.params.key, view, request.body.fields, request.headers['if-match'])
      const { body } = await viewOf(ctx, request.params)
      return sendTagged(request, reply, etagOf(body), body)
    },
  )

  const assetSchema = z.object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    path: z.string().describe('What favicon, header and styles may name'),
  })
  app.get(
    '/issue-types/:key/status-page/assets',
    {
      ...read,
      schema: {
        tags: ['Status page'],
        params: byKey,
        response: { 200: listSchema(assetSchema), ...problems('not-found') },
      },
    },
    async (request) => ({
      items: await findPageAssets(ctxOf(request), request.params.key),
      nextCursor: null,
    }),
  )
  app.post(
    '/issue-types/:key/status-page/assets',
    {
      ...admin,
      bodyLimit: MAX_ASSET_BYTES + 4096,
      schema: {
        tags: ['Status page'],
        description:
          'multipart/form-data with one part `file`: png, jpg, webp, ico, svg (256 KiB), woff2, woff (1 MiB)',
        consumes: ['multipart/form-data'],
        params: byKey,
        response: {
          201: assetSchema,
          ...problems('not-found', 'invalid-input', 'conflict', 'too-large', 'unsupported-media-type'),
        },
      },
    },
    async (request, reply) => {
      if (!request.isMultipart())
        throw new Refusal('unsupported-media-type', 'multipart/form-data is needed.')
      const file = await request.file({
        limits: { fileSize: MAX_ASSET_BYTES, files: 1, fields: 5, parts: 6 },
      })
      if (!file)
        throw new Refusal('invalid-input', 'file: a file is needed', {
          errors: [{ path: 'file', message: 'a file is needed' }],
        })
      const asset = await addPageAsset(
        ctxOf(request),
        request.params.key,
        file.filename,
        await file.toBuffer(),
      )
      return reply.code(201).header('location', asset.path).send(asset)
    },
  )
  app.delete(
    '/issue-types/:key/status-page/assets/:id',
    {
      ...admin,
      schema: {
        tags: ['Status page'],
        params: z.object({ key: z.string(), id: z.string() }),
        response: { 204: empty, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      await deletePageAsset(ctxOf(request), request.params.key, request.params.id)
      return reply.code(204).send(null)
    },
  )

  const fieldOf = async (ctx: Ctx, key: string) => {
    const field = (await ctx.configuration.current()).fieldByKey.get(key)
    if (!field) throw notFound('field')
    return representField(field)
  }
  app.get(
    '/fields',
    { ...read, schema: { tags: ['Fields'], response: { 200: listSchema(fieldSchema), ...problems() } } },
    async (request) => {
      const { fields } = await ctxOf(request).configuration.current()
      return { items: fields.map(representField), nextCursor: null }
    },
  )
  app.post(
    '/fields',
    {
      ...admin,
      schema: {
        tags: ['Fields'],
        body: fieldBodySchema,
        response: { 201: fieldSchema, ...problems('invalid-input', 'conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      await createField(ctx, request.body)
      const body = await fieldOf(ctx, request.body.key)
      reply.code(201).header('location', `/api/v1/fields/${body.key}`).header('etag', etagOf(body))
      return body
    },
  )
  app.get(
    '/fields/:key',
    {
      ...read,
      schema: {
        tags: ['Fields'],
        params: byKey,
        response: { 200: fieldSchema, 304: empty, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const body = await fieldOf(ctxOf(request), request.params.key)
      return sendTagged(request, reply, etagOf(body), body)
    },
  )
  app.put(
    '/fields/:key',
    {
      ...admin,
      schema: {
        tags: ['Fields'],
        params: byKey,
        body: fieldPutSchema,
        response: { 200: fieldSchema, ...problems('not-found', 'invalid-input', 'version-conflict') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const { key: _key, ...input } = request.body
      await editField(ctx, request.params.key, input, reindex, request.headers['if-match'])
      const body = await fieldOf(ctx, request.params.key)
      return sendTagged(request, reply, etagOf(body), body)
    },
  )
  app.delete(
    '/fields/:key',
    {
      ...admin,
      schema: {
        tags: ['Fields'],
        params: byKey,
        response: { 204: empty, ...problems('not-found', 'conflict', 'version-conflict') },
      },
    },
    async (request, reply) => {
      await deleteField(ctxOf(request), request.params.key, reindex, request.headers['if-match'])
      return reply.code(204).send(null)
    },
  )
}
