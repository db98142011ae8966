import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { LINK_ROLES } from '../events/index.ts'
import { type App, type Guard, noContent, problems } from '../http/index.ts'
import { CATEGORIES, type Configuration, type Ctx } from '../issue-types/index.ts'
import { findLinks, type Linked, linkIssues, unlinkIssues } from './link-issues.ts'
import { LINK_KINDS } from './link.ts'
import { fingerprintOf, keyOf, once, sendAnswer } from './once.ts'
import { readIssue, typeOf } from './queries.ts'

const byNumber = z.object({ number: z.string() })
const linkSchema = z.object({
  number: z.string().describe('Of the other issue'),
  type: z.string(),
  step: z.string(),
  category: z.enum(CATEGORIES),
  customer: z.string().describe('The name of its customer, or their e-mail'),
  as: z.enum(LINK_ROLES).describe('What this issue is to the other one'),
  at: z.iso.datetime(),
})

/** `/issues/{number}/links`: issues that belong together, seen from either. */
export function linkRoutes(
  app: App,
  { guard, ctxOf }: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
): void {
  const read = { onRequest: guard.allow('issues:read') }
  const write = { onRequest: guard.allow('issues:write') }
  const tags = ['Issues']
  app.get(
    '/issues/:number/links',
    {
      ...read,
      schema: {
        tags,
        params: byNumber,
        response: { 200: z.object({ items: z.array(linkSchema) }), ...problems('not-found') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      const configuration = await ctx.configuration.current()
      return { items: (await findLinks(ctx.db, issue)).map((link) => represent(configuration, link)) }
    },
  )
  app.post(
    '/issues/:number/links',
    {
      ...write,
      schema: {
        tags,
        description:
          'Links the issue with another one; a pair has one link, whichever of the two says it. May carry an Idempotency-Key.',
        params: byNumber,
        body: z.strictObject({
          to: z.string().max(60).describe('The number of the other issue'),
          kind: z.enum(LINK_KINDS),
        }),
        response: {
          201: linkSchema,
          ...problems('not-found', 'invalid-input', 'conflict', 'idempotency-key-reused'),
        },
      },
      config: { idempotent: true },
    },
    async (request, reply) => {
      const ctx = ctxOf(request)
      const answer = await once(ctx, keyOf(request), fingerprintOf(request), async (joined) => {
        const link = await linkIssues(joined, request.params.number, request.body)
        const body = represent(await ctx.configuration.current(), link)
        // The answer names the customer of the other issue, so it is kept no longer than that one.
        return { status: 201, headers: {}, body, issueId: link.issue.id }
      })
      return sendAnswer(reply, answer)
    },
  )
  app.delete(
    '/issues/:number/links/:other',
    {
      ...write,
      schema: {
        tags,
        params: byNumber.extend({ other: z.string() }),
        response: { 204: noContent, ...problems('not-found') },
      },
    },
    async (request, reply) => {
      await unlinkIssues(ctxOf(request), request.params.number, request.params.other)
      return reply.code(204).send(null)
    },
  )
}

function represent(configuration: Configuration, { issue, as, at }: Linked) {
  return {
    number: issue.number,
    type: typeOf(configuration, issue).key,
    step: issue.step,
    category: issue.category,
    customer: issue.contact.name || issue.contact.email,
    as,
    at: new Date(at).toISOString(),
  }
}
