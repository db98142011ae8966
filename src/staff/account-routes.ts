import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { notFound, PAGE_LOCALES, Refusal } from '../base/index.ts'
import { type App, noContent, problems } from '../http/index.ts'
import { beginAuthenticator, confirmAuthenticator, removeAuthenticator } from './authenticator.ts'
import { editUser, type UserTraces } from './edit-users.ts'
import { readUser } from './find-users.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { mayTouch } from './permissions.ts'
import { untouchable } from './refusals.ts'
import type { SessionDeps } from './session-routes.ts'
import { endSessions } from './sessions.ts'
import { storePassword } from './set-password.ts'
import { isOwn } from './sign-in.ts'
import { ROLES, type User } from './user.ts'

type Deps = SessionDeps & { traces: UserTraces; issuer: string }

const MAX_NAME = 120
const locale = z.enum(PAGE_LOCALES.map(({ tag }) => tag)).nullable()
const byId = z.object({ id: z.string() })
const accountSchema = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  publicName: z.string(),
  role: z.enum(ROLES),
  locale,
  totp: z.boolean(),
})
const sessionLineSchema = z.object({
  id: z.string(),
  device: z.string().describe('Like "Firefox, Windows"; empty where it is not known'),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  current: z.boolean(),
})

/** `/account`: what is a signed-in person's own, and what administrators may end of it. */
export function accountRoutes(app: App, deps: Deps): void {
  ownAccount(app, deps)
  ownSessions(app, deps)
  ownAuthenticator(app, deps)
  othersAccounts(app, deps)
}

function ownAccount(app: App, { guard, ctx, addressOf, traces }: Deps): void {
  const tags = ['Account']
  const represent = ({ active: _active, ...user }: User, totp: boolean) => ({ ...user, totp })

  app.get(
    '/account',
    { onRequest: guard.allowSelf(), schema: { tags, response: { 200: accountSchema, ...problems() } } },
    async (request) => {
      const { user, totp } = guard.sessionOf(request)
      return represent(user, totp)
    },
  )
  app.patch(
    '/account',
    {
      onRequest: guard.allowSelf(),
      schema: {
        tags,
        body: z.strictObject({
          name: z
            .string()
            .max(MAX_NAME)
            .refine((text) => text.trim() !== '', 'a name is needed')
            .optional(),
          publicName: z.string().max(MAX_NAME).optional(),
          locale: locale.optional(),
        }),
        response: { 200: accountSchema, ...problems('invalid-input') },
      },
    },
    async (request) => {
      const { user, totp } = guard.sessionOf(request)
      const { id, ...before } = user
      const { name = before.name, publicName = before.publicName, locale: tag = before.locale } = request.body
      const own = { db: ctx.db, clock: ctx.clock, actor: guard.actorOf(request) }
      return represent(await editUser(own, id, { ...before, name, publicName, locale: tag }, traces), totp)
    },
  )
  app.post(
    '/account/password',
    {
      onRequest: guard.allowSelf(),
      schema: {
        tags,
        description: 'Changes the password. All other sessions of the person end.',
        body: z.strictObject({ current: z.string(), password: z.string().describe('12 to 1,024 bytes') }),
        response: { 204: noContent, ...problems('invalid-input', 'too-many-requests') },
      },
    },
    async (request, reply) => {
      const { id, user } = guard.sessionOf(request)
      const { current, password } = request.body
      checkPassword('password', password)
      if (!(await isOwn(ctx, user, { password: current, address: addressOf(request) })))
        throw new Refusal('forbidden', 'The current password is wrong.')
      const passwordHash = await hashPassword(password)
      const actor = guard.actorOf(request)
      await ctx.db.transaction((tx) =>
        storePassword(tx, ctx.clock(), { userId: user.id, passwordHash, actor, except: id }),
      )
      return reply.code(204).send(null)
    },
  )
}

function ownSessions(app: App, { guard, ctx, sessions }: Deps): void {
  const tags = ['Account']
  const end = (request: FastifyRequest, work: Parameters<typeof ctx.db.transaction<number>>[0]) =>
    ctx.db.transaction(async (tx) => {
      const ended = await work(tx)
      const actor = guard.actorOf(request)
      if (ended > 0)
        await recordAudit(tx, ctx.clock(), { actor, action: 'sessions.ended', target: `user:${actor.id}` })
      return ended
    })

  app.get(
    '/account/sessions',
    {
      onRequest: guard.allowSelf(),
      schema: {
        tags,
        description: 'The person’s own, newest first.',
        response: { 200: z.object({ items: z.array(sessionLineSchema) }), ...problems() },
      },
    },
    async (request) => {
      const current = guard.sessionOf(request)
      const rows = await ctx.db.read
        .selectFrom('staff_sessions')
        .select(['id', 'device', 'created_at', 'seen_at'])
        .where('user_id', '=', current.user.id)
        .orderBy('id', 'desc')
        .execute()
      const items = rows.map((row) => ({
        id: row.id,
        device: row.device,
        createdAt: new Date(row.created_at).toISOString(),
        seenAt: new Date(sessions.seenAt(row.id, row.seen_at)).toISOString(),
        current: row.id === current.id,
      }))
      return { items }
    },
  )
  app.delete(
    '/account/sessions/:id',
    {
      onRequest: guard.allowSelf(),
      schema: { tags, params: byId, response: { 204: noContent, ...problems('not-found') } },
    },
    async (request, reply) => {
      const { user } = guard.sessionOf(request)
      const ended = await end(request, async (tx) => {
        const done = await tx.query
          .deleteFrom('staff_sessions')
          .where('id', '=', request.params.id)
          .where('user_id', '=', user.id)
          .executeTakeFirst()
        return Number(done.numDeletedRows)
      })
      if (ended === 0) throw notFound('session')
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/account/sessions',
    {
      onRequest: guard.allowSelf(),
      schema: {
        tags,
        description: 'Ends all of the person’s sessions but this one.',
        response: { 204: noContent, ...problems() },
      },
    },
    async (request, reply) => {
      const { id, user } = guard.sessionOf(request)
      await end(request, (tx) => endSessions(tx, user.id, id))
      return reply.code(204).send(null)
    },
  )
}

function ownAuthenticator(app: App, { guard, ctx, issuer }: Deps): void {
  const tags = ['Account']
  const onRequest = guard.allowSelf({ confirmed: true, withoutAuthenticator: true })

  app.post(
    '/account/totp',
    {
      onRequest,
      schema: {
        tags,
        description: 'Begins an authenticator (TOTP). It counts once PUT was given its first code.',
        response: {
          200: z.object({ secret: z.string(), uri: z.string().describe('otpauth://…, for a QR code') }),
          ...problems(),
        },
      },
    },
    (request) => beginAuthenticator(ctx, guard.sessionOf(request).user, issuer),
  )
  app.put(
    '/account/totp',
    {
      onRequest,
      schema: {
        tags,
        description:
          'Sets the authenticator up by its first code. The answer has the codes that recover, this one time.',
        body: z.strictObject({ code: z.string().max(50) }),
        response: {
          200: z.object({ recoveryCodes: z.array(z.string()) }),
          ...problems('invalid-input', 'conflict'),
        },
      },
    },
    async (request) => {
      const { user } = guard.sessionOf(request)
      const { code } = request.body
      return { recoveryCodes: await confirmAuthenticator(ctx, user, guard.actorOf(request), code) }
    },
  )
  app.delete(
    '/account/totp',
    { onRequest, schema: { tags, response: { 204: noContent, ...problems() } } },
    async (request, reply) => {
      const { user } = guard.sessionOf(request)
      const actor = guard.actorOf(request)
      await ctx.db.transaction((tx) => removeAuthenticator(tx, ctx.clock(), user.id, actor))
      return reply.code(204).send(null)
    },
  )
}

function othersAccounts(app: App, { guard, ctx }: Deps): void {
  const tags = ['Users']
  const onRequest = guard.allow('users', { confirmed: true })
  const response = { 204: noContent, ...problems('not-found') }

  app.delete(
    '/users/:id/sessions',
    { onRequest, schema: { tags, description: 'Ends all sessions of a user.', params: byId, response } },
    async (request, reply) => {
      await ctx.db.transaction(async (tx) => {
        const user = await readUser(tx.query, request.params.id)
        if (!mayTouch(guard.roleOf(request), user.role)) throw untouchable()
        await endSessions(tx, user.id)
        const actor = guard.actorOf(request)
        await recordAudit(tx, ctx.clock(), { actor, action: 'sessions.ended', target: `user:${user.id}` })
      })
      return reply.code(204).send(null)
    },
  )
  app.delete(
    '/users/:id/totp',
    {
      onRequest,
      schema: {
        tags,
        description: 'Forgets a user’s authenticator, for whoever lost it.',
        params: byId,
        response,
      },
    },
    async (request, reply) => {
      await ctx.db.transaction(async (tx) => {
        const user = await readUser(tx.query, request.params.id)
        if (!mayTouch(guard.roleOf(request), user.role)) throw untouchable()
        await removeAuthenticator(tx, ctx.clock(), user.id, guard.actorOf(request))
      })
      return reply.code(204).send(null)
    },
  )
}
