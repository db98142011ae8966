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

const instant = z.iso.datetime({ offset: true }).optional()
const prefix = z.string().max(200).optional()
const querySchema = pageQuerySchema.extend({
  actor: z.string().max(200).optional().describe('The id of a user or token, or cli'),
  action: prefix.describe('What the action begins with, like "session."'),
  target: prefix.describe('What the target begins with, like "issue-type:"'),
  from: instant,
  to: instant.describe('Before this instant'),
})

/** `/audit`: who changed what, newest first. It can only be read. */
export function auditRoutes(app: App, { guard, db }: { guard: Guard; db: Database }): void {
  app.get(
    '/audit',
    {
      onRequest: guard.allow('audit'),
      schema: {
        tags: ['Audit'],
        querystring: querySchema,
        response: { 200: listSchema(lineSchema), ...problems('invalid-input') },
      },
    },
    (request) => {
      const { actor, action, target, from, to } = request.query
      const filter = { actor, action, target, from: instantOf(from), to: instantOf(to) }
      return pageOf(
        request.query,
        (before, limit) => findAudit(db, filter, before, limit),
        (line) => ({ ...line, at: new Date(line.at).toISOString() }),
      )
    },
  )
}

function instantOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text)
}
