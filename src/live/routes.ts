import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../db/index.ts'
import { type App, problems } from '../http/index.ts'
import { readIssue } from '../issues/index.ts'
import type { StaffGuard } from '../staff/index.ts'
import type { Live } from './open-live.ts'

const lastId = z.string().regex(/^[\w-]{1,60}$/, 'the id of an event that was told is needed')
const presenceSchema = z.object({
  number: z.string(),
  people: z
    .array(z.object({ id: z.string(), name: z.string(), state: z.enum(['looking', 'writing']) }))
    .describe('Everybody who is at the issue, oneself too'),
})
const tab = z
  .string()
  .regex(/^[\w-]{0,40}$/, 'at most 40 letters, digits, _ and - are allowed')
  .default('')
  .describe('Tells the windows of one person apart')
const byNumber = z.object({ number: z.string() })
const stream = { description: 'Server-Sent Events', content: { 'text/event-stream': { schema: z.any() } } }

/** `/live`: what happens, as it happens. `/issues/{number}/presence`: who looks at an issue. */
export function liveRoutes(app: App, deps: { guard: StaffGuard; db: Database; live: Live }): void {
  const { guard, db, live } = deps

  app.get(
    '/live',
    {
      onRequest: guard.allow('issues:read', { unattended: true }),
      schema: {
        tags: ['Live'],
        description:
          'An answer that does not end. Events are issue, configuration, notice (of whoever asks), presence, and reset: read anew what was read. After a break it goes on with what came after the last id; reset comes first where that is not known any more.',
        querystring: z.strictObject({
          after: lastId.optional().describe('As the header Last-Event-ID, which browsers send by themselves'),
        }),
        response: { 200: stream, ...problems('invalid-input', 'too-many-requests') },
      },
    },
    async (request, reply) => {
      if (request.method === 'HEAD') return reply.type('text/event-stream').send('')
      const owner = guard.actorOf(request).id
      const headers = Object.fromEntries(
        Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]),
      )
      live.begin(
        reply.raw,
        { owner, mayStill: () => guard.mayStill(request, 'issues:read') },
        headers,
        live.since(lastIdOf(request, request.query.after), owner),
      )
      return reply.hijack()
    },
  )
  app.put(
    '/issues/:number/presence',
    {
      onRequest: guard.allowSelf({ unattended: true }),
      schema: {
        tags: ['Live'],
        description: 'Holds for 45 seconds. Nothing of it is kept.',
        params: byNumber,
        body: z.strictObject({ state: z.enum(['looking', 'writing']), tab }),
        response: { 200: presenceSchema, ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const { number } = await readIssue(db, request.params.number)
      db.tell({ of: 'presence', number, user: guard.actorOf(request).id, ...request.body })
      return { number, people: [...(await live.peopleAt(number))] }
    },
  )
  app.delete(
    '/issues/:number/presence',
    {
      onRequest: guard.allowSelf({ unattended: true }),
      schema: {
        tags: ['Live'],
        params: byNumber,
        querystring: z.strictObject({ tab }),
        response: { 204: z.null().describe('No content'), ...problems('not-found', 'invalid-input') },
      },
    },
    async (request, reply) => {
      const { number } = await readIssue(db, request.params.number)
      db.tell({
        of: 'presence',
        number,
        user: guard.actorOf(request).id,
        tab: request.query.tab,
        state: null,
      })
      return reply.code(204).send(null)
    },
  )
}

/** What a browser sends by itself is newer than the address that it was once given. */
function lastIdOf(request: FastifyRequest, given: string | undefined): string | null {
  const sent = request.headers['last-event-id']
  return (typeof sent === 'string' && lastId.safeParse(sent).data) || (given ?? null)
}
