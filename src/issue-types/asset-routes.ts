import { buffer } from 'node:stream/consumers'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type App,
  type Guard,
  keyPageQuerySchema,
  listSchema,
  noContent,
  pageOfAll,
  problems,
  readUpload,
} from '../http/index.ts'
import type { Ctx } from './context.ts'
import { addPageAsset, deletePageAsset, findPageAssets, MAX_ASSET_BYTES } from './page-assets.ts'

type Deps = { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx }

const byKey = z.object({ key: z.string() })
const assetSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  path: z.string().describe('What favicon, header and styles may name'),
})

/** `/issue-types/{key}/status-page/assets`: logos, icons and fonts that a page brings along. */
export function assetRoutes(app: App, { guard, ctxOf }: Deps): void {
  const admin = { onRequest: guard.allow('admin') }
  const tags = ['Status page']

  app.get(
    '/issue-types/:key/status-page/assets',
    {
      onRequest: guard.allow('issues:read'),
      schema: {
        tags,
        params: byKey,
        querystring: keyPageQuerySchema,
        response: { 200: listSchema(assetSchema), ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const assets = await findPageAssets(ctxOf(request), request.params.key)
      return pageOfAll(
        request.query,
        assets,
        (asset) => asset.id,
        (asset) => asset,
      )
    },
  )
  app.post(
    '/issue-types/:key/status-page/assets',
    {
      ...admin,
      config: { upload: {} },
      schema: {
        tags,
        description: 'A file of the kind png, jpg, webp, ico, svg (256 KiB), woff2, woff (1 MiB)',
        consumes: ['multipart/form-data'],
        params: byKey,
        response: {
          201: assetSchema,
          ...problems('not-found', 'invalid-input', 'conflict'),
        },
      },
    },
    async (request, reply) => {
      const nothingKept = async () => {}
      const { received, name } = await readUpload(request, MAX_ASSET_BYTES, buffer, nothingKept)
      const asset = await addPageAsset(ctxOf(request), request.params.key, name, received)
      return reply.code(201).header('location', asset.path).send(asset)
    },
  )
  app.delete(
    '/issue-types/:key/status-page/assets/:id',
    {
      ...admin,
      schema: {
        tags,
        params: byKey.extend({ id: z.string() }),
        response: { 204: noContent, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      await deletePageAsset(ctxOf(request), request.params.key, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
