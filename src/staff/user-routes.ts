import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { emailKey, etagOf, PAGE_LOCALES } from '../base/index.ts'
import {
  type App,
  listSchema,
  pageOf,
  pageQuerySchema,
  problems,
  resourceRoutes,
  tagged,
} from '../http/index.ts'
import { createUser, deleteUser, editUser, type StaffCtx, type UserTraces } from './edit-users.ts'
import { findUsers, readUser, SIGN_IN_STATES } from './find-users.ts'
import type { StaffGuard } from './guard.ts'
import { ROLES } from './user.ts'

const MAX_NAME = 120
const PUBLIC_NAME = 'All that customers may ever read of this person; empty where they read nothing'
const locale = z.enum(PAGE_LOCALES.map(({ tag }) => tag)).nullable()

const userSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  publicName: z.string().describe(PUBLIC_NAME),
  role: z.enum(ROLES),
  locale,
  active: z.boolean().describe('Whether the person can be named as handler, or in a field'),
})
const userBodySchema = z.strictObject({
  id: z.unknown().optional().describe('Read-only, ignored'),
  email: z
    .string()
    .refine((text) => emailKey(text) !== null, 'an e-mail address like jana@example.com is needed'),
  name: z
    .string()
    .max(MAX_NAME)
    .refine((text) => text.trim() !== '', 'a name is needed'),
  publicName: z.string().max(MAX_NAME).default('').describe(PUBLIC_NAME),
  role: z.enum(ROLES),
  locale: locale.default(null),
  active: z.boolean().default(true),
})

/** How a user signs in, for those who look after users; left out for everyone else. */
const listedSchema = userSchema.extend({
  signInState: z
    .enum(SIGN_IN_STATES)
    .optional()
    .describe('Whether the person has a password, or a link to set one'),
  totp: z.boolean().optional().describe('Whether an authenticator is set up'),
  lastSeenAt: z.iso.datetime().nullable().optional(),
})

type Deps = { guard: StaffGuard; ctxOf: (request: FastifyRequest) => StaffCtx; traces: UserTraces }

/** `/users`: the people who work on issues. */
export function userRoutes(app: App, deps: Deps): void {
  const { guard, ctxOf, traces } = deps
  const tags = ['Users']

  app.get(
    '/users',
    {
      onRequest: guard.allow('issues:read', { scope: 'admin' }),
      schema: {
        tags,
        querystring: pageQuerySchema,
        response: { 200: listSchema(listedSchema), ...problems('invalid-input') },
      },
    },
    (request) => {
      const { db, clock } = ctxOf(request)
      const isTold = guard.isTold(request, 'users')
      return pageOf(
        request.query,
        (after, limit) => findUsers(db.read, clock(), after, limit),
        ({ signInState, totp, lastSeenAt, ...user }) =>
          isTold ? { ...user, signInState, totp, lastSeenAt: instant(lastSeenAt) } : user,
      )
    },
  )
  app.post(
    '/users',
    {
      onRequest: guard.allow('users', { confirmed: true }),
      schema: {
        tags,
        body: userBodySchema,
        response: { 201: userSchema, ...problems('invalid-input', 'conflict') },
      },
    },
    async (request, reply) => {
      const user = await createUser(ctxOf(request), request.body)
      reply.code(201).header('location', `/api/v1/users/${user.id}`).header('etag', etagOf(user))
      return user
    },
  )
  resourceRoutes<StaffCtx>(
    app,
    deps,
  )({
    url: '/users/:id',
    tag: 'Users',
    params: z.object({ id: z.string() }),
    body: userBodySchema,
    shown: userSchema,
    reads: 'users',
    writes: 'users',
    confirmed: true,
    refuses: ['conflict'],
    show: async (ctx, { id }) => tagged(await readUser(ctx.db.read, id)),
    replace: async (ctx, { id }, body, ifMatch) => tagged(await editUser(ctx, id, body, traces, ifMatch)),
    remove: (ctx, { id }, ifMatch) => deleteUser(ctx, id, traces, ifMatch),
  })
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
