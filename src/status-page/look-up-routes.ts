import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type App, type Guard, noContent, problems } from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { foldNumber, readIssue } from '../issues/index.ts'
import { clearCounters } from '../throttle/index.ts'
import { countersOfNumber } from './attempt-buckets.ts'

/** `/issues/{number}/failed-look-ups`: what strangers' attempts closed, a handler opens again for the customer. */
export function lookUpRoutes(
  app: App,
  { guard, ctxOf, secret }: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx; secret: string },
): void {
  app.delete(
    '/issues/:number/failed-look-ups',
    {
      onRequest: guard.allow('issues:write'),
      schema: {
        tags: ['Issues'],
        description:
          'Forgets the failed look-ups of this number, so that its customer need not wait any more.',
        params: z.object({ number: z.string() }),
        response: { 204: noContent, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const { number } = await readIssue(ctx.db, request.params.number)
      const counters = countersOfNumber(secret, foldNumber(number) ?? number)
      await ctx.db.transaction((tx) => clearCounters(tx, counters))
      return reply.code(204).send(null)
    },
  )
}
