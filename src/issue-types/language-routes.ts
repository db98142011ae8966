import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PAGE_LOCALES } from '../base/index.ts'
import { type App, type Guard, problems } from '../http/index.ts'
import type { Ctx } from './context.ts'

const languageSchema = z.object({
  tag: z.string(),
  name: z.string().describe('Its own name'),
  direction: z.enum(['ltr', 'rtl']),
  isDefault: z.boolean().describe('Whether texts without the wanted language fall back on it'),
})

/** `/languages`: what pages and messages speak, the default of the installation first. */
export function languageRoutes(
  app: App,
  deps: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
): void {
  app.get(
    '/languages',
    {
      onRequest: deps.guard.allow('issues:read'),
      schema: {
        tags: ['Languages'],
        response: { 200: z.object({ items: z.array(languageSchema) }), ...problems() },
      },
    },
    async (request) => {
      const { defaultLocale } = deps.ctxOf(request).settings
      const items = PAGE_LOCALES.map(({ tag, name }) => ({
        tag,
        name,
        direction: 'ltr' as const,
        isDefault: tag === defaultLocale,
      }))
      return { items: items.sort((one, other) => Number(other.isDefault) - Number(one.isDefault)) }
    },
  )
}
