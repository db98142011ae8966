import type { FastifyReply, FastifyRequest, FastifyTypeProviderDefault } from 'fastify'
import { z } from 'zod'
import { type ErrorCode, etagOf, type InputError } from '../base/index.ts'
import { type AllowOptions, type Guard, type Permission, sendTagged } from './api.ts'
import { problems } from './problem.ts'
import type { App } from './server.ts'
import { namingAll, type Sound } from './wrong-members.ts'

/** A representation with its entity tag. */
export type Tagged<Shown> = { tag: string; body: Shown }

export function tagged<Shown>(body: Shown): Tagged<Shown> {
  return { tag: etagOf(body), body }
}

/** A resource that is read and replaced as a whole. */
export type Resource<Ctx, Params, Body, Shown, Query> = {
  url: string
  tag: string
  params: z.ZodType<Params>
  /** What a GET may ask for. */
  query?: z.ZodType<Query>
  body: z.ZodType<Body>
  shown: z.ZodType<Shown>
  /** Who may read it; `issues:read` where nothing is said. */
  reads?: Permission
  /** Of a token that reads, where it does not follow. */
  readScope?: AllowOptions['scope']
  /** Who may change it; `admin` where nothing is said. */
  writes?: Permission
  /** Changes need a person who was confirmed lately. */
  confirmed?: boolean
  /** What a PUT may answer besides what every PUT may. */
  refuses?: readonly ErrorCode[]
  /** @throws Refusal `not-found` */
  show: (ctx: Ctx, params: Params, query: Query) => Promise<Tagged<Shown>>
  /** Answers the representation after the change. */
  replace: (ctx: Ctx, params: Params, body: Body, ifMatch: string | undefined) => Promise<Tagged<Shown>>
  /** What is wrong with the content of a body, as far as its shape is right. */
  check?: (ctx: Ctx, params: Params, body: Sound<Body>) => Promise<readonly InputError[]>
  /** Where the resource can be deleted. */
  remove?: (ctx: Ctx, params: Params, ifMatch: string | undefined) => Promise<void>
}

export const noContent = z.null().describe('No content')

/** Answers a function that adds the routes of a resource: GET with 304, PUT and DELETE with If-Match. */
export function resourceRoutes<Ctx>(
  app: App,
  { guard, ctxOf }: { guard: Guard; ctxOf: (request: FastifyRequest) => Ctx },
) {
  // What a schema of an unknown type makes of a request, `validated` says.
  const untyped = app.withTypeProvider<FastifyTypeProviderDefault>()
  return <Params, Body, Shown, Query = unknown>(
    resource: Resource<Ctx, Params, Body, Shown, Query>,
  ): void => {
    const { url, params, query, shown, check, remove } = resource
    const tags = [resource.tag]
    const send = (request: FastifyRequest, reply: FastifyReply, { tag, body }: Tagged<Shown>) =>
      sendTagged(request, reply, tag, body)
    const paramsOf = (request: FastifyRequest) => validated<Params>(request.params)

    untyped.route({
      method: 'GET',
      url,
      onRequest: guard.allow(
        resource.reads ?? 'issues:read',
        resource.readScope ? { scope: resource.readScope } : {},
      ),
      schema: {
        tags,
        params,
        ...(query ? { querystring: query } : {}),
        response: {
          200: shown,
          304: noContent,
          ...problems('not-found', ...(query ? ['invalid-input' as const] : [])),
        },
      },
      handler: async (request, reply) =>
        send(
          request,
          reply,
          await resource.show(ctxOf(request), paramsOf(request), validated<Query>(request.query)),
        ),
    })
    untyped.route({
      method: 'PUT',
      url,
      onRequest: guard.allow(resource.writes ?? 'admin', { confirmed: resource.confirmed ?? false }),
      ...(check
        ? namingAll<Body>('body', (request, sound) => check(ctxOf(request), paramsOf(request), sound))
        : {}),
      schema: {
        tags,
        params,
        body: resource.body,
        response: {
          200: shown,
          ...problems('not-found', 'invalid-input', 'version-conflict', ...(resource.refuses ?? [])),
        },
      },
      handler: async (request, reply) => {
        const body = validated<Body>(request.body)
        const ifMatch = request.headers['if-match']
        return send(request, reply, await resource.replace(ctxOf(request), paramsOf(request), body, ifMatch))
      },
    })
    if (!remove) return
    untyped.route({
      method: 'DELETE',
      url,
      onRequest: guard.allow(resource.writes ?? 'admin', { confirmed: resource.confirmed ?? false }),
      schema: {
        tags,
        params,
        response: { 204: noContent, ...problems('not-found', 'conflict', 'version-conflict') },
      },
      handler: async (request, reply) => {
        await remove(ctxOf(request), paramsOf(request), request.headers['if-match'])
        return reply.code(204).send(null)
      },
    })
  }
}

/** The route's own schema has checked it before the handler is called. */
function validated<T>(value: unknown): T {
  return value as T
}
