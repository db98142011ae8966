import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { emailKey, notFound, PAGE_LOCALES, SYSTEM } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { type App, OPEN, problems } from '../http/index.ts'
import type { UserTraces } from './edit-users.ts'
import { readUser } from './find-users.ts'
import { letterFor, type StaffLetter } from './letters.ts'
import { findLink, makeLink, welcomeUrl } from './links.ts'
import { mayTouch } from './permissions.ts'
import { answerBegun, type SessionDeps, sessionSchema } from './session-routes.ts'
import { countReset, sameWait } from './sign-in.ts'
import { inactiveUser, untouchable } from './refusals.ts'
import { type User, userFromRow } from './user.ts'
import { setByLink, welcomeOwner } from './welcome.ts'

/** How staff are written to; handed over by the composition root. */
export type StaffPost = {
  /** Stores a letter that leaves once the transaction is committed. */
  send: (tx: Tx, now: number, to: string, letter: StaffLetter) => Promise<void>
  /** What is read before, outside of the transaction. */
  prepare: () => Promise<unknown>
  /** Whether mail stays in the data folder. */
  isCaptured: boolean
}

export type WelcomeDeps = SessionDeps & {
  baseUrl: string
  defaultLocale: string
  traces: UserTraces
  post: StaffPost
}

const token = z.string().max(200)
const email = z
  .string()
  .max(500)
  .refine((text) => emailKey(text) !== null, 'an e-mail address like jana@example.com is needed')
const password = z.string().describe('12 to 1,024 bytes, none of those that everyone uses')
const locale = z.enum(PAGE_LOCALES.map(({ tag }) => tag)).nullable()

/** Links that set a password: at the first start, for who is invited, for who forgot it. */
export function welcomeRoutes(app: App, deps: WelcomeDeps): void {
  const { guard, ctx, addressOf, post, traces } = deps
  const tags = ['Session']
  const send = async (tx: Tx, kind: 'invitation' | 'reset', user: User) => {
    const made = await makeLink(tx, ctx.clock(), kind, user.id)
    const letter = letterFor(kind, user.locale ?? deps.defaultLocale, welcomeUrl(deps.baseUrl, made))
    await post.send(tx, ctx.clock(), user.email, letter)
  }

  app.post(
    '/welcome',
    {
      schema: {
        tags,
        security: OPEN,
        description:
          'Makes the first owner, by the link that the program printed when it started, and signs them in.',
        body: z.strictObject({
          token,
          email,
          name: z
            .string()
            .max(120)
            .refine((text) => text.trim() !== '', 'a name is needed'),
          password,
          locale: locale.default(null),
        }),
        response: { 201: sessionSchema, ...problems('not-found', 'invalid-input') },
      },
    },
    async (request, reply) => {
      const userAgent = request.headers['user-agent'] ?? ''
      const begun = await welcomeOwner(ctx, { ...request.body, userAgent }, traces)
      reply.code(201)
      return answerBegun(deps, reply, begun.token)
    },
  )
  app.post(
    '/links',
    {
      schema: {
        tags,
        security: OPEN,
        description: 'What a link is for, without using it.',
        body: z.strictObject({ token }),
        response: {
          200: z.object({
            kind: z.enum(['first', 'invitation', 'reset']),
            email: z.string().optional(),
            name: z.string().optional(),
          }),
          ...problems('not-found', 'invalid-input'),
        },
      },
    },
    async (request) => {
      const link = await findLink(ctx.db.read, ctx.clock(), request.body.token)
      if (!link) throw notFound('link')
      return link.user
        ? { kind: link.kind, email: link.user.email, name: link.user.name }
        : { kind: link.kind }
    },
  )
  app.post(
    '/passwords',
    {
      schema: {
        tags,
        security: OPEN,
        description:
          'Sets a password by the link of an invitation or a reset, and signs in. Where an authenticator is set up its code is needed.',
        body: z.strictObject({ token, password, code: z.string().max(50).default('') }),
        response: {
          200: sessionSchema,
          ...problems('not-found', 'invalid-input', 'code-needed', 'too-many-requests'),
        },
      },
    },
    async (request, reply) => {
      const more = { address: addressOf(request), userAgent: request.headers['user-agent'] ?? '' }
      const begun = await setByLink(ctx, { ...request.body, ...more })
      return answerBegun(deps, reply, begun.token)
    },
  )
  app.post(
    '/password-resets',
    {
      schema: {
        tags,
        security: OPEN,
        description:
          'Mails a link that sets a password, where there is such a user; the answer does not tell.',
        body: z.strictObject({ email: z.string().max(500) }),
        response: {
          202: z.object({ accepted: z.literal(true) }),
          ...problems('invalid-input', 'too-many-requests'),
        },
      },
    },
    async (request, reply) => {
      const key = emailKey(request.body.email)
      const isCounted = await countReset(ctx, key ?? '', addressOf(request))
      // The wait begins before anything depends on what was typed, so that its end tells nothing of it.
      const wait = sameWait()
      await post.prepare()
      if (key && isCounted) {
        await ctx.db.transaction(async (tx) => {
          const row = await tx.query
            .selectFrom('users')
            .selectAll()
            .where('email_key', '=', key)
            .where('active', '=', 1)
            .executeTakeFirst()
          if (!row) return
          await send(tx, 'reset', userFromRow(row))
          await recordAudit(tx, ctx.clock(), {
            actor: SYSTEM,
            action: 'password.reset-asked',
            target: `user:${row.id}`,
          })
        })
      }
      await wait
      reply.code(202)
      return { accepted: true as const }
    },
  )
  app.post(
    '/users/:id/invitation',
    {
      onRequest: guard.allow('users', { confirmed: true }),
      schema: {
        tags: ['Users'],
        description:
          'Mails the user a link that sets a password, for seven days; one that was sent before is dead.',
        params: z.object({ id: z.string() }),
        response: {
          200: z.object({
            sentTo: z.string(),
            captured: z
              .boolean()
              .describe('Whether mail stays in the data folder, since no mail server is named'),
          }),
          ...problems('not-found', 'conflict'),
        },
      },
    },
    async (request) => {
      await post.prepare()
      const user = await ctx.db.transaction(async (tx) => {
        const invited = await readUser(tx.query, request.params.id)
        if (!mayTouch(guard.roleOf(request), invited.role)) throw untouchable()
        if (!invited.active) throw inactiveUser()
        await send(tx, 'invitation', invited)
        await recordAudit(tx, ctx.clock(), {
          actor: guard.actorOf(request),
          action: 'user.invited',
          target: `user:${invited.id}`,
        })
        return invited
      })
      return { sentTo: user.email, captured: post.isCaptured }
    },
  )
}
