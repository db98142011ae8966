import { randomInt } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { recordAudit } from '../audit/index.ts'
import {
  type Actor,
  type Clock,
  emailKey,
  fingerprint,
  Refusal,
  SECOND,
  type Seal,
  SYSTEM,
} from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import {
  type Bucket,
  clearCounters,
  LIMITS,
  networksOf,
  refund,
  type Reservation,
  reserve,
} from '../throttle/index.ts'
import { hashPassword, isOutdated, passwordMatches, refuseLong } from './passwords.ts'
import { beginSession } from './sessions.ts'
import { loadOtp, takeCode } from './totp.ts'
import { type User, userFromRow } from './user.ts'

export type SignInCtx = {
  db: Database
  clock: Clock
  /** Keys the fingerprints of what strangers submit. */
  secret: string
  /** Of the secrets of authenticators. */
  seal: Seal
}

export type Attempt = {
  email: string
  password: string
  /** Of the authenticator, or one that recovers; `''` for none. */
  code: string
  address: string
  userAgent: string
}

/** A refusal takes this long, plus up to {@link JITTER_MS} at random, whatever its cause; longer than a hash does. */
const FLOOR_MS = 200
const JITTER_MS = 50

/** The end of the time that an answer takes which must not tell what it found. */
export function sameWait(): Promise<void> {
  return delay(FLOOR_MS + randomInt(JITTER_MS * 1000) / 1000)
}

/** The same for whoever is unknown, gave a wrong password, or may not sign in. */
const WRONG = 'E-mail and password do not belong together, or the account cannot sign in.'

/**
 * Begins a session for whoever gives the password, and the code where an authenticator is set up. The attempt is counted
 * before it is looked at.
 * @throws Refusal `unauthenticated`, `code-needed`, `too-many-requests`, `malformed-request`
 */
export async function signIn(ctx: SignInCtx, attempt: Attempt): Promise<{ user: User; token: string }> {
  const { db, clock } = ctx
  refuseLong('password', attempt.password)
  const key = emailKey(attempt.email) ?? attempt.email.trim().toLowerCase().slice(0, 300)
  const reservation = await countAttempt(ctx, key, attempt.address)

  // The wait begins before anything depends on what was typed, so that its end tells nothing of it.
  const wait = sameWait()
  const row = await db.read
    .selectFrom('users')
    .innerJoin('credentials', 'credentials.user_id', 'users.id')
    .selectAll('users')
    .select(['password_hash', 'totp_secret'])
    .where('email_key', '=', key)
    .executeTakeFirst()
  const right = await passwordMatches(attempt.password, row?.password_hash ?? null)
  if (!right || !row || row.active !== 1) {
    await noteFailure(ctx, key, SYSTEM)
    await wait
    throw new Refusal('unauthenticated', WRONG)
  }
  const user = userFromRow(row)
  if (row.totp_secret !== null && attempt.code === '') {
    await db.transaction((tx) => refund(tx, reservation))
    throw new Refusal('code-needed')
  }
  const fresh =
    row.password_hash !== null && isOutdated(row.password_hash) ? await hashPassword(attempt.password) : null
  const otp = row.totp_secret === null ? null : await loadOtp()
  const begun = await db.transaction(async (tx) => {
    if (otp && !(await takeCode(tx, ctx, otp, user.id, attempt.code))) return 'wrong-code'
    if (fresh) await replaceHash(tx, user.id, row.password_hash, fresh)
    const bound = { userId: user.id, passwordHash: fresh ?? row.password_hash, userAgent: attempt.userAgent }
    const session = await beginSession(tx, clock(), bound)
    if (!session) return null
    await refund(tx, reservation)
    await clearCounters(tx, [accountBucket(ctx.secret, key).key])
    await recordAudit(tx, clock(), {
      actor: actorFor(user),
      action: 'session.started',
      target: `user:${user.id}`,
    })
    return session
  })
  if (begun === 'wrong-code') {
    await noteFailure(ctx, key, actorFor(user))
    throw new Refusal('code-needed', 'The code is wrong, was used already, or its time is over.')
  }
  if (!begun) {
    await wait
    throw new Refusal('unauthenticated', WRONG)
  }
  return { user, token: begun.token }
}

/**
 * Whether a password, or a code, is a signed-in person's own; counted as signing in is.
 * @throws Refusal `too-many-requests`, `malformed-request`
 */
export async function isOwn(
  ctx: SignInCtx,
  user: User,
  given: { password?: string; code?: string; address: string },
): Promise<boolean> {
  const { password = '', code = '' } = given
  refuseLong('password', password)
  const reservation = await countAttempt(ctx, emailKey(user.email) ?? user.email, given.address)
  const row = await ctx.db.read
    .selectFrom('credentials')
    .select('password_hash')
    .where('user_id', '=', user.id)
    .executeTakeFirst()
  const right = password !== '' && (await passwordMatches(password, row?.password_hash ?? null))
  const otp = code === '' ? null : await loadOtp()
  return ctx.db.transaction(async (tx) => {
    const own = right || (otp !== null && (await takeCode(tx, ctx, otp, user.id, code)))
    if (own) await refund(tx, reservation)
    return own
  })
}

export function actorFor(user: User): Actor {
  return { kind: 'user', id: user.id, name: user.name }
}

/**
 * Counts an attempt before it is looked at.
 * @throws Refusal `too-many-requests`
 */
export async function countAttempt(
  ctx: Pick<SignInCtx, 'db' | 'clock' | 'secret'>,
  key: string,
  address: string,
): Promise<Reservation> {
  const reserved = await reserve(ctx.db, bucketsOf(ctx.secret, key, address), ctx.clock())
  if (!reserved.allowed) throw tooMany(reserved.wait)
  return reserved.reservation
}

/**
 * Counts who asks for a link to be mailed. Answers whether it may be; the mailbox of an account gets a few in an hour.
 * @throws Refusal `too-many-requests` where the address asked too often
 */
export async function countReset(
  { db, clock, secret }: Pick<SignInCtx, 'db' | 'clock' | 'secret'>,
  key: string,
  address: string,
): Promise<boolean> {
  const host = isIPv6(address) ? networksOf(address).host : address
  const asker = {
    key: `q:${fingerprint(secret, 'throttle q', host).slice(0, 16)}`,
    limit: LIMITS.signInAddress,
  }
  const asked = await reserve(db, [asker], clock())
  if (!asked.allowed) throw tooMany(asked.wait)
  const mailbox = { key: `m:${fingerprint(secret, 'throttle m', key).slice(0, 16)}`, limit: LIMITS.resets }
  return (await reserve(db, [mailbox], clock())).allowed
}

/** @param wait in milliseconds */
function tooMany(wait: number): Refusal {
  const seconds = Math.max(1, Math.ceil(wait / SECOND))
  return new Refusal(
    'too-many-requests',
    `Too many attempts; the next one is looked at in ${seconds} seconds.`,
    {
      headers: { 'retry-after': String(seconds) },
    },
  )
}

async function replaceHash(tx: Tx, userId: string, old: string | null, fresh: string): Promise<void> {
  await tx.query
    .updateTable('credentials')
    .set({ password_hash: fresh })
    .where('user_id', '=', userId)
    .where('password_hash', '=', old)
    .execute()
}

/** Told by a fingerprint: what was typed may be anybody's address. */
export async function noteFailure(ctx: SignInCtx, key: string, actor: Actor): Promise<void> {
  const target = `account:${fingerprint(ctx.secret, 'audit sign-in', key).slice(0, 16)}`
  await ctx.db.transaction((tx) => recordAudit(tx, ctx.clock(), { actor, action: 'session.refused', target }))
}

/** Counters of an account, whether it exists or not, and of the address that asks. */
function bucketsOf(secret: string, key: string, address: string): Bucket[] {
  const host = isIPv6(address) ? networksOf(address).host : address
  return [accountBucket(secret, key), addressBucket(secret, host)]
}

function accountBucket(secret: string, key: string): Bucket {
  return { key: `u:${fingerprint(secret, 'throttle u', key).slice(0, 16)}`, limit: LIMITS.account }
}

function addressBucket(secret: string, host: string): Bucket {
  return { key: `s:${fingerprint(secret, 'throttle s', host).slice(0, 16)}`, limit: LIMITS.signInAddress }
}
