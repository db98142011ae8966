import { z } from 'zod'
import type { Database } from '../db/index.ts'
import { type App, type Guard, listSchema, pageOf, pageQuerySchema, problems } from '../http/index.ts'
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
      onRequest: guard.allow('audit'),
      schema: {
        tags: ['Audit'],
        querystring: pageQuerySchema,
        response: { 200: listSchema(lineSchema), ...problems('invalid-input') },
      },
    },
    (request) =>
      pageOf(
        request.query,
        (before, limit) => findAudit(db, before, limit),
        (line) => ({ ...line, at: new Date(line.at).toISOString() }),
      ),
  )
}
