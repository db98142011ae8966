import { recordAudit } from '../audit/index.ts'
import { type Actor, emailKey, notFound, Refusal, SYSTEM } from '../base/index.ts'
import { joined, type Tx } from '../db/index.ts'
import { refund } from '../throttle/index.ts'
import { createUser, editUser, type UserInput, type UserTraces } from './edit-users.ts'
import { findLink, useLink } from './links.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { beginSession } from './sessions.ts'
import { storePassword } from './set-password.ts'
import { actorFor, countAttempt, noteFailure, type SignInCtx } from './sign-in.ts'
import { loadOtp, takeCode } from './totp.ts'
import { type User, userFromRow } from './user.ts'

/**
 * Makes the first owner, by the link that was printed at the start, and begins their session. Who is known by the e-mail
 * already becomes an owner.
 * @throws Refusal `not-found`, `malformed-request`, `invalid-input`
 */
export async function welcomeOwner(
  ctx: SignInCtx,
  given: { token: string; password: string; userAgent: string } & Pick<
    UserInput,
    'email' | 'name' | 'locale'
  >,
  traces: UserTraces,
): Promise<{ token: string }> {
  const { token, password, userAgent, ...person } = given
  const now = ctx.clock()
  if ((await findLink(ctx.db.read, now, token))?.kind !== 'first') throw notFound('link')
  checkPassword('password', password)
  const passwordHash = await hashPassword(password)
  return ctx.db.transaction(async (tx) => {
    if ((await findLink(tx.query, now, token))?.kind !== 'first' || !(await useLink(tx, token)))
      throw notFound('link')
    const user = await becomeOwner(ctx, tx, person, traces)
    return { token: await begin(tx, now, user, passwordHash, userAgent) }
  })
}

async function becomeOwner(
  ctx: SignInCtx,
  tx: Tx,
  person: Pick<UserInput, 'email' | 'name' | 'locale'>,
  traces: UserTraces,
): Promise<User> {
  const inside = { db: joined(ctx.db, tx), clock: ctx.clock, actor: SYSTEM }
  const row = await tx.query
    .selectFrom('users')
    .selectAll()
    .where('email_key', '=', emailKey(person.email) ?? '')
    .executeTakeFirst()
  const more = { role: 'owner', active: true } as const
  if (!row) return createUser(inside, { ...person, publicName: '', ...more })
  const { publicName } = userFromRow(row)
  return editUser(inside, row.id, { ...person, publicName, ...more }, traces)
}

/**
 * Sets a password by a link and begins a session. Where an authenticator is set up its code is needed too: a mailbox alone
 * does not open the account.
 * @throws Refusal `not-found`, `code-needed`, `too-many-requests`, `malformed-request`, `invalid-input`
 */
export async function setByLink(
  ctx: SignInCtx,
  given: { token: string; password: string; code: string; address: string; userAgent: string },
): Promise<{ token: string }> {
  const { token, password, code } = given
  const now = ctx.clock()
  const link = await findLink(ctx.db.read, now, token)
  if (!link?.user) throw notFound('link')
  const { user } = link
  checkPassword('password', password)
  const key = emailKey(user.email) ?? user.email
  const needsCode = await hasAuthenticator(ctx.db.read, user.id)
  if (needsCode && code === '') throw new Refusal('code-needed')
  const reservation = needsCode ? await countAttempt(ctx, key, given.address) : null
  const [otp, passwordHash] = await Promise.all([needsCode ? loadOtp() : null, hashPassword(password)])
  const begun = await ctx.db.transaction(async (tx) => {
    if (otp && !(await takeCode(tx, ctx, otp, user.id, code))) return null
    if (!(await findLink(tx.query, now, token)) || !(await useLink(tx, token))) throw notFound('link')
    if (reservation) await refund(tx, reservation)
    return begin(tx, now, user, passwordHash, given.userAgent)
  })
  if (begun === null) {
    await noteFailure(ctx, key, actorFor(user))
    throw new Refusal('code-needed', 'The code is wrong, was used already, or its time is over.')
  }
  return { token: begun }
}

async function begin(
  tx: Tx,
  now: number,
  user: User,
  passwordHash: string,
  userAgent: string,
): Promise<string> {
  const actor: Actor = actorFor(user)
  await storePassword(tx, now, { userId: user.id, passwordHash, actor })
  const session = await beginSession(tx, now, { userId: user.id, passwordHash, userAgent })
  if (!session) throw notFound('link')
  await recordAudit(tx, now, { actor, action: 'session.started', target: `user:${user.id}` })
  return session.token
}

async function hasAuthenticator(query: Tx['query'], userId: string): Promise<boolean> {
  const row = await query
    .selectFrom('credentials')
    .select('totp_secret')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return Boolean(row?.totp_secret)
}
