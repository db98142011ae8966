import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../base/index.ts'

/** What a token may do; each holds all that come after it. */
export const SCOPES = ['admin', 'issues:write', 'issues:read'] as const
export type Scope = (typeof SCOPES)[number]

/** How a route asks for permission; who grants it is handed over by the composition root. */
export type Guard = {
  /** A hook that refuses whoever may not do this. */
  allow: (scope: Scope) => (request: FastifyRequest) => Promise<void>
  /** Who asks, after `allow`. */
  actorOf: (request: FastifyRequest) => Actor
}

/** A page of a list. */
export function listSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}

/** Answers a resource with its entity tag, or 304 where the asker has it. */
export function sendTagged<Body>(
  request: FastifyRequest,
  reply: FastifyReply,
  tag: string,
  body: Body,
): Body {
  reply.header('etag', tag)
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (request.method === 'GET' && known?.some((one) => one === tag || one === '*')) {
    reply.code(304)
    return reply.send() as never
  }
  return body
}
