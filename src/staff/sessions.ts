import { sql } from 'kysely'
import { type Clock, fingerprint, HOUR, hashToken, MINUTE, newId, newToken } from '../base/index.ts'
import type { Database, Schema, Tx } from '../db/index.ts'
import { rolesFrom } from './authenticator-roles.ts'
import { deviceOf } from './device.ts'
import { type User, userFromRow } from './user.ts'

const ABSOLUTE = 12 * HOUR
const IDLE = 30 * MINUTE
const NOTE_EVERY = MINUTE
/** A clock that runs a little apart on another machine must not end a session that was just made. */
const CLOCK_TOLERANCE = 5 * MINUTE
/** For so long after the password was given, what is delicate may be done. */
const CONFIRMED_FOR = 5 * MINUTE

/** A person's session as of one request. */
export type Session = {
  id: string
  user: User
  /** Whether an authenticator is set up, and whether the role has to have one. */
  totp: boolean
  authenticator: 'none' | 'required'
  /** The end of the time in which what is delicate may be done; `null` where it is over. */
  confirmedUntil: number | null
}

export type StaffSessions = {
  /**
   * The session of a token right now, or `null` for whatever reason there is none.
   * @param isUse - whether the person does something; what a window asks by itself keeps no session alive
   */
  open: (token: string | null, isUse?: boolean) => Promise<Session | null>
  /** When a session was last used. */
  seenAt: (id: string, stored: number) => number
  /** What a change has to carry besides the cookie. */
  csrfOf: (id: string) => string
  /** Forgets sessions that are over. */
  sweep: () => Promise<void>
}

/**
 * Makes a session as part of a transaction; `null` where the user may not sign in any more, or has another password since
 * it was looked at.
 */
export async function beginSession(
  tx: Tx,
  now: number,
  bound: { userId: string; passwordHash: string | null; userAgent: string },
): Promise<{ id: string; token: string } | null> {
  const [id, token] = [newId(now), newToken()]
  let from = tx.query
    .selectFrom('credentials')
    .innerJoin('users', 'users.id', 'credentials.user_id')
    .where('users.id', '=', bound.userId)
    .where('users.active', '=', 1)
    .where('password_hash', '=', bound.passwordHash)
    .select((eb) => [
      eb.val(id).as('id'),
      eb.val(hashToken(token)).as('hash'),
      'users.id as user_id',
      eb.val(deviceOf(bound.userAgent)).as('device'),
      sql<number>`cast(${now} as bigint)`.as('created_at'),
      sql<number>`cast(${now} as bigint)`.as('seen_at'),
      sql<number>`cast(${now} as bigint)`.as('confirmed_at'),
    ])
  // On SQLite writers exclude each other anyway.
  if (tx.traits.kind === 'postgres') from = from.forShare()
  const made = await tx.query
    .insertInto('staff_sessions')
    .columns(['id', 'hash', 'user_id', 'device', 'created_at', 'seen_at', 'confirmed_at'])
    .expression(from)
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return null
  await tx.query
    .updateTable('credentials')
    .set({ seen_at: now })
    .where('user_id', '=', bound.userId)
    .execute()
  return { id, token }
}

/** Ends all sessions of a user but one. Answers how many there were. */
export async function endSessions(tx: Tx, userId: string, except: string | null = null): Promise<number> {
  let ended = tx.query.deleteFrom('staff_sessions').where('user_id', '=', userId)
  if (except) ended = ended.where('id', '!=', except)
  return Number((await ended.executeTakeFirst()).numDeletedRows)
}

type SessionRow = Schema['users'] & {
  session_id: string
  session_created_at: number
  session_seen_at: number
  confirmed_at: number
  totp_secret: string | null
  authenticator_roles: string
}

export function openStaffSessions(db: Database, clock: Clock, secret: string): StaffSessions {
  const find = db.hot<SessionRow>(
    db.read
      .selectFrom('staff_sessions as session')
      .innerJoin('users', 'users.id', 'session.user_id')
      .innerJoin('credentials', 'credentials.user_id', 'users.id')
      .innerJoin('security_settings as security', (join) => join.on('security.id', '=', sql.lit(1)))
      .selectAll('users')
      .select([
        'session.id as session_id',
        'session.created_at as session_created_at',
        'session.seen_at as session_seen_at',
        'session.confirmed_at',
        'credentials.totp_secret',
        'security.authenticator_roles',
      ])
      .where('session.hash', '=', '')
      .compile(),
  )
  /** By id: when it was last used, and when that was last noted in the store. */
  const seen = new Map<string, { at: number; notedAt: number }>()

  const note = (id: string, userId: string, now: number, stored: number): void => {
    const notedAt = Math.max(seen.get(id)?.notedAt ?? 0, stored)
    const due = now - notedAt >= NOTE_EVERY
    seen.set(id, { at: now, notedAt: due ? now : notedAt })
    if (!due) return
    // Never awaited: a store that cannot write must not keep anyone from reading.
    db.transaction(async (tx) => {
      await tx.query.updateTable('staff_sessions').set({ seen_at: now }).where('id', '=', id).execute()
      await tx.query.updateTable('credentials').set({ seen_at: now }).where('user_id', '=', userId).execute()
    }).catch(() => {})
  }

  return {
    open: async (token, isUse = true) => {
      if (!token || !/^[\w-]{43}$/.test(token)) return null
      const row = (await find([hashToken(token)]))[0]
      if (!row) return null
      const now = clock()
      const { session_id: id, session_created_at: createdAt, confirmed_at: confirmedAt } = row
      const lastSeen = Math.max(row.session_seen_at, seen.get(id)?.at ?? 0)
      const alive =
        row.active === 1 &&
        now - createdAt < ABSOLUTE &&
        now - lastSeen < IDLE &&
        now > createdAt - CLOCK_TOLERANCE
      if (!alive) {
        seen.delete(id)
        // What is over is over for good, also when the clock is set back afterwards.
        await db
          .transaction((tx) => tx.query.deleteFrom('staff_sessions').where('id', '=', id).execute())
          .catch(() => {})
        return null
      }
      if (isUse) note(id, row.id, now, row.session_seen_at)
      const user = userFromRow(row)
      const confirmed = now - confirmedAt < CONFIRMED_FOR && now > confirmedAt - CLOCK_TOLERANCE
      return {
        id,
        user,
        totp: row.totp_secret !== null,
        authenticator: rolesFrom(row.authenticator_roles).includes(user.role) ? 'required' : 'none',
        confirmedUntil: confirmed ? confirmedAt + CONFIRMED_FOR : null,
      }
    },
    seenAt: (id, stored) => Math.max(stored, seen.get(id)?.at ?? 0),
    csrfOf: (id) => fingerprint(secret, 'staff csrf', id),
    sweep: async () => {
      const now = clock()
      for (const [id, { at }] of seen) if (Math.abs(now - at) > IDLE) seen.delete(id)
      await db.transaction(async (tx) => {
        await tx.query
          .deleteFrom('staff_sessions')
          .where((eb) =>
            eb.or([
              eb('created_at', '<', now - ABSOLUTE),
              eb('seen_at', '<', now - IDLE - NOTE_EVERY),
              eb('created_at', '>', now + CLOCK_TOLERANCE),
            ]),
          )
          .execute()
        await tx.query.deleteFrom('staff_links').where('expires_at', '<', now).execute()
      })
    },
  }
}
