import { z } from 'zod'
import type { Database } from '../db/index.ts'
import { type App, type Guard, listSchema, pageOf, pageQuerySchema, problems } from '../http/index.ts'
import { representJob } from './job.ts'
import { findJobs } from './queries.ts'

const instant = z.iso.datetime()

/** How far a job has come. */
export const progressSchema = z.object({
  state: z.enum(['running', 'finished']),
  done: z.int().describe('Issues looked at'),
  total: z.int().describe('Issues to look at, as of its beginning'),
  changed: z.int(),
  failed: z.int().describe('Issues that stayed as they were; the log says why'),
  started: instant,
  finished: instant.nullable(),
})

const jobSchema = progressSchema.extend({
  id: z.string(),
  kind: z.string(),
  issueType: z.string().nullable().describe('Key of an issue type; null for all'),
})

/** `/jobs`: what walks over many issues, and how far it is. It can only be read. */
export function jobRoutes(app: App, { guard, db }: { guard: Guard; db: Database }): void {
  app.get(
    '/jobs',
    {
      onRequest: guard.allow('config:read'),
      schema: {
        tags: ['Jobs'],
        querystring: pageQuerySchema,
        response: { 200: listSchema(jobSchema), ...problems('invalid-input') },
      },
    },
    (request) =>
      pageOf(
        request.query,
        (before, limit) => findJobs(db.read, before, limit),
        (job) => ({ id: job.id, kind: job.kind, issueType: job.type, ...representJob(job) }),
      ),
  )
}
