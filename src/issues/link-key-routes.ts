import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type App,
  type Guard,
  listSchema,
  noContent,
  pageOf,
  pageQuerySchema,
  problems,
} from '../http/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { findLinkKeys, type LinkKey, makeLinkByHand, revokeLinkKey } from './link-keys.ts'
import { readIssue } from './queries.ts'

const byNumber = z.object({ number: z.string() })
const instant = z.iso.datetime()
const linkKeySchema = z.object({
  id: z.string(),
  recipient: z.string().describe('The address that the link was sent to, or who made it by hand'),
  created: instant,
  expires: instant.nullable().describe('90 days after the issue was closed; null while it is not'),
  revoked: instant.nullable(),
  used: instant.nullable().describe('When it last helped someone in'),
})

/** `/issues/{number}/link-keys`: keys of the links that were given out; a key is told once, where its link is made. */
export function linkKeyRoutes(
  app: App,
  { guard, ctxOf }: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
): void {
  const read = { onRequest: guard.allow('issues:read') }
  const write = { onRequest: guard.allow('issues:write') }
  const tags = ['Issues']
  app.get(
    '/issues/:number/link-keys',
    {
      ...read,
      schema: {
        tags,
        description:
          'The links to the status page that were given out. A revoked key loses its privileges at once.',
        params: byNumber,
        querystring: pageQuerySchema,
        response: { 200: listSchema(linkKeySchema), ...problems('not-found', 'invalid-input') },
      },
    },
    async (request) => {
      const ctx = ctxOf(request)
      const issue = await readIssue(ctx.db, request.params.number)
      return pageOf(request.query, (after, limit) => findLinkKeys(ctx.db, issue, after, limit), represent)
    },
  )
  app.post(
    '/issues/:number/link-keys',
    {
      ...write,
      schema: {
        tags,
        description: 'Makes a link to pass on by hand. Its address is answered here and never again.',
        params: byNumber,
        response: { 201: linkKeySchema.extend({ url: z.string() }), ...problems('not-found') },
      },
    },
    async (request, reply) => {
      const { linkKey, url } = await makeLinkByHand(ctxOf(request), request.params.number)
      return reply.code(201).send({ ...represent(linkKey), url })
    },
  )
  app.delete(
    '/issues/:number/link-keys/:id',
    {
      ...write,
      schema: {
        tags,
        params: byNumber.extend({ id: z.uuid() }),
        response: { 204: noContent, ...problems('not-found', 'invalid-input') },
      },
    },
    async (request, reply) => {
      await revokeLinkKey(ctxOf(request), request.params.number, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function represent({ id, recipient, createdAt, expiresAt, revokedAt, usedAt }: LinkKey) {
  const at = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())
  return {
    id,
    recipient,
    created: new Date(createdAt).toISOString(),
    expires: at(expiresAt),
    revoked: at(revokedAt),
    used: at(usedAt),
  }
}
