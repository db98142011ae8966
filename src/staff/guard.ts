import type { FastifyRequest } from 'fastify'
import { timingSafeEqual } from 'node:crypto'
import { type Actor, type Clock, hashToken, MINUTE, Refusal } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import {
  type AllowOptions,
  cookieValue,
  type Guard,
  type GuardHook,
  type Permission,
  scopeFor,
  SCOPES,
} from '../http/index.ts'
import { mayDo } from './permissions.ts'
import type { Session, StaffSessions } from './sessions.ts'
import { actorFor } from './sign-in.ts'
import { type Role, ROLES } from './user.ts'

export type StaffGuard = Guard & {
  /** A hook that lets in whoever is signed in, whatever they may do; no token. */
  allowSelf: (options?: SelfOptions) => GuardHook
  /** The session of a request, after `allowSelf`. */
  sessionOf: (request: FastifyRequest) => Session
  /** In whose role a request is made, after `allow`: a token has that of its maker. */
  roleOf: (request: FastifyRequest) => Role
  /** Whether a request may be told what only those with a permission are told, after `allow`. */
  isTold: (request: FastifyRequest, permission: Parameters<Guard['allow']>[0]) => boolean
  /** Whether a request that was let in before, and goes on, would be let in now. */
  mayStill: (request: FastifyRequest, permission: Parameters<Guard['allow']>[0]) => Promise<boolean>
}

export type SelfOptions = {
  /** The password has to have been given in the last minutes. */
  confirmed?: boolean
  /** Also for whoever has still to set up the authenticator that their role needs. */
  withoutAuthenticator?: boolean
  /** Windows ask by themselves: it does not count as the person's doing. */
  unattended?: boolean
}

/** What a window of the desk says of a request that nobody in front of it made. */
const UNATTENDED = 'x-unattended'

type Asking = { actor: Actor; role: Role; scope: string | null; session: Session | null }
type Deps = { db: Database; clock: Clock; sessions: StaffSessions; cookie: string }

/**
 * Who may do what: tokens by their scope, people who signed in by their role. Looked up at every request, so that what was
 * revoked or changed holds at once.
 */
export function openGuard({ db, clock, sessions, cookie }: Deps): StaffGuard {
  const byToken = openTokens(db, clock)
  const asking = new WeakMap<FastifyRequest, Asking>()
  const askingOf = (request: FastifyRequest): Asking => {
    const found = asking.get(request)
    if (!found) throw new Error('a route asked who acts before it was guarded')
    return found
  }
  const signedIn = async (request: FastifyRequest, unattended: boolean): Promise<Session | null> => {
    const isUse = !unattended && request.headers[UNATTENDED] === undefined
    const session = await sessions.open(cookieValue(request.headers.cookie, cookie), isUse)
    if (session) refuseForged(request, sessions.csrfOf(session.id))
    return session
  }
  const letIn = async (
    request: FastifyRequest,
    permission: Permission,
    { scope = scopeFor(permission), confirmed = false, unattended = false }: AllowOptions,
  ): Promise<Asking> => {
    const token = await byToken(request)
    if (token) {
      if (rank(token.scope) > rank(scope))
        throw new Refusal('forbidden', `The token's scope is ${token.scope}; this needs ${scope}.`)
      return { ...token, session: null }
    }
    const session = request.headers.authorization === undefined ? await signedIn(request, unattended) : null
    if (!session) throw unauthenticated()
    refuseUnready(session, confirmed)
    const { role } = session.user
    if (!mayDo(role, permission))
      throw new Refusal('forbidden', `The role ${role} does not have the permission ${permission}.`)
    return { actor: actorFor(session.user), role, scope: null, session }
  }

  return {
    allow: (permission, options = {}) =>
      Object.assign(
        async (request: FastifyRequest) => {
          asking.set(request, await letIn(request, permission, options))
        },
        { scope: options.scope ?? scopeFor(permission), permission },
      ),
    mayStill: (request, permission) =>
      letIn(request, permission, { unattended: true }).then(
        () => true,
        () => false,
      ),
    allowSelf: ({ confirmed = false, withoutAuthenticator = false, unattended = false } = {}) =>
      Object.assign(
        async (request: FastifyRequest) => {
          if (await byToken(request))
            throw new Refusal('forbidden', 'This is for a person who signed in, not for a token.')
          const session =
            request.headers.authorization === undefined ? await signedIn(request, unattended) : null
          if (!session) throw unauthenticated()
          refuseUnready(session, confirmed, withoutAuthenticator)
          const { user } = session
          asking.set(request, { actor: actorFor(user), role: user.role, scope: null, session })
        },
        { scope: null, permission: null },
      ),
    actorOf: (request) => askingOf(request).actor,
    roleOf: (request) => askingOf(request).role,
    isTold: (request, permission) => {
      const { scope, role } = askingOf(request)
      return scope === null ? mayDo(role, permission) : rank(scope) <= rank(scopeFor(permission))
    },
    sessionOf: (request) => {
      const { session } = askingOf(request)
      if (!session) throw new Error('a route asked for a session where a token was let in')
      return session
    },
  }
}

const NOTE_EVERY = MINUTE

/** The valid token of a request, or `null`. */
function openTokens(db: Database, clock: Clock) {
  const find = db.hot(
    db.read
      .selectFrom('tokens')
      .select(['id', 'name', 'scope', 'role', 'expires_at', 'last_used_at'])
      .where('hash', '=', '')
      .where('revoked_at', 'is', null)
      .compile(),
  )
  /** When each token's last use was noted in the store: once a minute tells enough. */
  const noted = new Map<string, number>()
  const note = (id: string, now: number, stored: number): void => {
    if (Math.abs(now - Math.max(stored, noted.get(id) ?? 0)) < NOTE_EVERY) return
    noted.set(id, now)
    // Never awaited: a store that cannot write must not keep anyone from reading.
    db.transaction((tx) =>
      tx.query.updateTable('tokens').set({ last_used_at: now }).where('id', '=', id).execute(),
    ).catch(() => {})
  }
  return async (
    request: FastifyRequest,
  ): Promise<(Omit<Asking, 'session' | 'scope'> & { scope: string }) | null> => {
    const token = /^Bearer ([\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
    const row = token ? (await find([hashToken(token)]))[0] : undefined
    const now = clock()
    if (!row || (row.expires_at !== null && row.expires_at <= now)) return null
    note(row.id, now, row.last_used_at ?? 0)
    const role = ROLES.find((one) => one === row.role) ?? 'administrator'
    return { actor: { kind: 'token', id: row.id, name: row.name }, role, scope: row.scope }
  }
}

function refuseUnready(session: Session, confirmed: boolean, withoutAuthenticator = false): void {
  if (session.authenticator === 'required' && !session.totp && !withoutAuthenticator)
    throw new Refusal('authenticator-needed')
  if (confirmed && session.confirmedUntil === null) throw new Refusal('confirmation-needed')
}

/** A change that the browser's cookie alone came with is not known to be the person's own. */
function refuseForged(request: FastifyRequest, expected: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const sent = request.headers['x-csrf-token']
  const given = hashToken(typeof sent === 'string' ? sent : '')
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(hashToken(expected))))
    throw new Refusal('cross-site', 'Send the "csrf" of the session as X-CSRF-Token.')
}

function unauthenticated(): Refusal {
  const detail = 'Send a valid token as "Authorization: Bearer …", or sign in.'
  return new Refusal('unauthenticated', detail, { headers: { 'www-authenticate': 'Bearer' } })
}

/** Lower may do more; an unknown scope may do nothing. */
function rank(scope: string): number {
  const index = SCOPES.findIndex((candidate) => candidate === scope)
  return index < 0 ? SCOPES.length : index
}
