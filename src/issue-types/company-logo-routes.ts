import { buffer } from 'node:stream/consumers'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { notFound } from '../base/index.ts'
import { type App, type Guard, noContent, problems, readUpload } from '../http/index.ts'
import { deleteCompanyLogo, setCompanyLogo } from './company-logo.ts'
import type { Ctx } from './context.ts'
import { MAX_ASSET_BYTES } from './page-assets.ts'

const logoSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  path: z.string().describe('Where it is served'),
})

/** `/company/logo`: what stands at the top of pages that have no header of their own. */
export function companyLogoRoutes(
  app: App,
  { guard, ctxOf }: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
): void {
  const tags = ['Company']
  const show = async (ctx: Ctx) => {
    const { logo } = await ctx.configuration.current()
    if (!logo) throw notFound('logo')
    return logo
  }

  app.get(
    '/company/logo',
    {
      onRequest: guard.allow('issues:read'),
      schema: { tags, response: { 200: logoSchema, ...problems('not-found') } },
    },
    (request) => show(ctxOf(request)),
  )
  app.put(
    '/company/logo',
    {
      onRequest: guard.allow('admin'),
      config: { upload: {} },
      schema: {
        tags,
        description: 'A file of the kind png, webp or svg, at most 256 KiB',
        consumes: ['multipart/form-data'],
        response: { 200: logoSchema, ...problems('invalid-input') },
      },
    },
    async (request) => {
      const nothingKept = async () => {}
      const { received, name } = await readUpload(request, MAX_ASSET_BYTES, buffer, nothingKept)
      await setCompanyLogo(ctxOf(request), name, received)
      return show(ctxOf(request))
    },
  )
  app.delete(
    '/company/logo',
    {
      onRequest: guard.allow('admin'),
      schema: { tags, response: { 204: noContent, ...problems('not-found') } },
    },
    async (request, reply) => {
      await deleteCompanyLogo(ctxOf(request))
      return reply.code(204).send(null)
    },
  )
}
