import { z } from 'zod'
import type { Database } from '../db/index.ts'
import { type App, type Guard, listSchema, problems } from '../http/index.ts'
import { findAudit } from './queries.ts'

const lineSchema = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  action: z.string(),
  target: z.string(),
  data: z.unknown(),
})

/** `/audit`: who changed what, newest first. It can only be read. */
export function auditRoutes(app: App, { guard, db }: { guard: Guard; db: Database }): void {
  app.get(
    '/audit',
    {
      onRequest: guard.allow('admin'),
      schema: {
        tags: ['Audit'],
        querystring: z.strictObject({
          cursor: z.string().max(100).optional(),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: { 200: listSchema(lineSchema), ...problems('invalid-input') },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const lines = await findAudit(db, cursor ?? null, limit + 1)
      const page = lines.slice(0, limit)
      return {
        items: page.map((line) => ({ ...line, at: new Date(line.at).toISOString() })),
        nextCursor: lines.length > limit ? (page.at(-1)?.id ?? null) : null,
      }
    },
  )
}
