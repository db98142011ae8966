import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, Refusal } from '../base/index.ts'

/** What a token may do; each holds all that come after it. */
export const SCOPES = ['admin', 'issues:write', 'issues:read'] as const
export type Scope = (typeof SCOPES)[number]

/** What a route can ask for; which role has which, `staff` says. */
export const PERMISSIONS = [
  'issues:read',
  'issues:write',
  'config:read',
  'admin',
  'users',
  'tokens',
  'audit',
  'system',
] as const
export type Permission = (typeof PERMISSIONS)[number]

export type AllowOptions = {
  /** The scope that a token needs, where it is not the one that follows from the permission. */
  scope?: Scope
  /** A person has to have signed in, or given the password again, in the last minutes. */
  confirmed?: boolean
  /** Windows ask by themselves: it does not count as the person's doing. */
  unattended?: boolean
}

export type GuardHook = ((request: FastifyRequest) => Promise<void>) & {
  /** `null` where no token may do this. */
  readonly scope: Scope | null
  /** `null` where everyone may who is signed in. */
  readonly permission: Permission | null
}

/** How a route asks for permission; who grants it is handed over by the composition root. */
export type Guard = {
  /** A hook that refuses whoever may not do this; it tells its scope and permission, for the documentation. */
  allow: (permission: Permission, options?: AllowOptions) => GuardHook
  /** Who asks, after `allow`. */
  actorOf: (request: FastifyRequest) => Actor
}

/** The scope that a token needs for a permission. */
export function scopeFor(permission: Permission): Scope {
  return permission === 'issues:read' || permission === 'issues:write' ? permission : 'admin'
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

/**
 * A route takes the media type that it documents: JSON, or multipart/form-data where it says so.
 * @throws Refusal `unsupported-media-type`
 */
export async function refuseOtherMediaTypes(request: FastifyRequest): Promise<void> {
  const { schema } = request.routeOptions
  const needed = schema?.consumes?.[0] ?? 'application/json'
  const takesBody = Boolean(schema?.body ?? schema?.consumes)
  const sent = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase()
  if (takesBody && sent !== needed && (sent !== undefined || schema?.consumes)) {
    throw new Refusal('unsupported-media-type', `${needed} is needed.`)
  }
}
