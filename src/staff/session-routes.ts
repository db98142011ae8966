import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { Refusal } from '../base/index.ts'
import { type App, cookieValue, noContent, OPEN, PERMISSIONS, problems } from '../http/index.ts'
import type { StaffGuard } from './guard.ts'
import { permissionsOf } from './permissions.ts'
import type { Session, StaffSessions } from './sessions.ts'
import { isOwn, type SignInCtx, signIn } from './sign-in.ts'
import { ROLES } from './user.ts'

export type SessionDeps = {
  guard: StaffGuard
  ctx: SignInCtx
  sessions: StaffSessions
  cookie: StaffCookie
  addressOf: (request: FastifyRequest) => string
}

/** The cookie of a person's session, and its attributes. */
export type StaffCookie = { name: string; attributes: string }

export function staffCookie(baseUrl: string): StaffCookie {
  const secure = baseUrl.startsWith('https:')
  return {
    name: secure ? '__Host-reklamator-desk' : 'reklamator-desk',
    attributes: `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
  }
}

export const sessionSchema = z.object({
  user: z.object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    locale: z.string().nullable(),
    totp: z.boolean().describe('Whether an authenticator is set up'),
  }),
  permissions: z.array(z.enum(PERMISSIONS)),
  csrf: z.string().describe('Sent back as X-CSRF-Token with every change'),
  confirmedUntil: z.iso
    .datetime()
    .nullable()
    .describe('Until then what is delicate may be done; null: the password has to be given again first'),
  authenticator: z
    .enum(['none', 'required'])
    .describe(
      'Whether the role has to have an authenticator; where it has none yet, nothing but that can be done',
    ),
})

/** A session as the one whose it is reads it. */
export function representSession({ user, ...session }: Session, csrf: string): z.infer<typeof sessionSchema> {
  const { id, email, name, role, locale } = user
  return {
    user: { id, email, name, role, locale, totp: session.totp },
    permissions: [...permissionsOf(role)],
    csrf,
    confirmedUntil: session.confirmedUntil === null ? null : new Date(session.confirmedUntil).toISOString(),
    authenticator: session.authenticator,
  }
}

/** Hands a browser the cookie of a session that has just begun, and answers it. */
export async function answerBegun(
  { sessions, cookie }: Pick<SessionDeps, 'sessions' | 'cookie'>,
  reply: FastifyReply,
  token: string,
): Promise<z.infer<typeof sessionSchema>> {
  const session = await sessions.open(token)
  if (!session) throw new Refusal('unauthenticated', 'The session has ended already.')
  reply.header('set-cookie', `${cookie.name}=${token}; ${cookie.attributes}`)
  return representSession(session, sessions.csrfOf(session.id))
}

const passwordSchema = z.string().describe('At most 1,024 bytes')
const codeSchema = z.string().max(50).default('').describe('Of the authenticator, or one that recovers')

/** `/session`: sign in, who is signed in, sign out. */
export function sessionRoutes(app: App, deps: SessionDeps): void {
  const { guard, ctx, sessions, cookie, addressOf } = deps
  const tags = ['Session']

  app.post(
    '/session',
    {
      schema: {
        tags,
        security: OPEN,
        description:
          'Begins a session and sets its cookie. The code is needed where an authenticator is set up: code-needed tells so, after the right password alone.',
        body: z.strictObject({ email: z.string().max(500), password: passwordSchema, code: codeSchema }),
        response: {
          200: sessionSchema,
          ...problems('invalid-input', 'code-needed', 'too-many-requests'),
        },
      },
    },
    async (request, reply) => {
      const before = cookieValue(request.headers.cookie, cookie.name)
      const userAgent = request.headers['user-agent'] ?? ''
      const { token } = await signIn(ctx, { ...request.body, address: addressOf(request), userAgent })
      const replaced = await sessions.open(before)
      if (replaced) await endSession(ctx, replaced.id)
      return answerBegun(deps, reply, token)
    },
  )
  app.get(
    '/session',
    {
      onRequest: guard.allowSelf({ withoutAuthenticator: true }),
      schema: { tags, response: { 200: sessionSchema, ...problems() } },
    },
    async (request) => {
      const session = guard.sessionOf(request)
      return representSession(session, sessions.csrfOf(session.id))
    },
  )
  app.delete(
    '/session',
    {
      onRequest: guard.allowSelf({ withoutAuthenticator: true }),
      schema: { tags, response: { 204: noContent, ...problems() } },
    },
    async (request, reply) => {
      const { id, user } = guard.sessionOf(request)
      await endSession(ctx, id, async (tx) => {
        const actor = guard.actorOf(request)
        await recordAudit(tx, ctx.clock(), { actor, action: 'session.ended', target: `user:${user.id}` })
      })
      reply.header('set-cookie', `${cookie.name}=; Max-Age=0; ${cookie.attributes}`)
      return reply.code(204).send(null)
    },
  )
  app.post(
    '/session/confirmation',
    {
      onRequest: guard.allowSelf({ withoutAuthenticator: true }),
      schema: {
        tags,
        description: 'The password, or a code of the authenticator, for five minutes of what is delicate.',
        body: z.strictObject({ password: passwordSchema.default(''), code: codeSchema }),
        response: { 200: sessionSchema, ...problems('invalid-input', 'too-many-requests') },
      },
    },
    async (request) => {
      const session = guard.sessionOf(request)
      if (!(await isOwn(ctx, session.user, { ...request.body, address: addressOf(request) })))
        throw new Refusal('forbidden', 'The password or the code is wrong.')
      const now = ctx.clock()
      await ctx.db.transaction((tx) =>
        tx.query
          .updateTable('staff_sessions')
          .set({ confirmed_at: now })
          .where('id', '=', session.id)
          .execute(),
      )
      const opened = await sessions.open(cookieValue(request.headers.cookie, cookie.name))
      if (!opened) throw new Refusal('unauthenticated', 'The session has ended.')
      return representSession(opened, sessions.csrfOf(session.id))
    },
  )
}

type Together = Parameters<SignInCtx['db']['transaction']>[0]

async function endSession({ db }: SignInCtx, id: string, together?: Together): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query.deleteFrom('staff_sessions').where('id', '=', id).execute()
    tx.tell({ of: 'access' })
    await together?.(tx)
  })
}
