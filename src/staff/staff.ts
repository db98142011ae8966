import type { FastifyRequest } from 'fastify'
import type { BlockList } from 'node:net'
import { type Clock, openSeal, type Settings } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { type App, clientAddress } from '../http/index.ts'
import type { StaffCtx, UserTraces } from './edit-users.ts'
import { openGuard, type StaffGuard } from './guard.ts'
import { accountRoutes } from './account-routes.ts'
import { securityRoutes } from './security-routes.ts'
import { tokenRoutes } from './token-routes.ts'
import { type StaffPost, welcomeRoutes } from './welcome-routes.ts'
import { sessionRoutes, staffCookie } from './session-routes.ts'
import { openStaffSessions } from './sessions.ts'
import { userRoutes } from './user-routes.ts'

export type StaffDeps = {
  db: Database
  clock: Clock
  settings: Settings
  /** The process's. */
  secret: string
  trustedProxies: BlockList
  post: StaffPost
}

export type Staff = {
  guard: StaffGuard
  /** Sign-in, sessions and users. */
  routes: (app: App, more: { ctxOf: (request: FastifyRequest) => StaffCtx; traces: UserTraces }) => void
  /** Forgets what is over. */
  sweep: () => Promise<void>
}

/** The people who work on issues, and how they sign in. */
export function openStaff({ db, clock, settings, secret, trustedProxies, post }: StaffDeps): Staff {
  const sessions = openStaffSessions(db, clock, secret)
  const cookie = staffCookie(settings.baseUrl)
  const guard = openGuard({ db, clock, sessions, cookie: cookie.name })
  const ctx = { db, clock, secret, seal: openSeal(secret, 'authenticators') }
  const addressOf = (request: FastifyRequest) => clientAddress(request, trustedProxies)
  const { baseUrl } = settings
  return {
    guard,
    routes: (app, { ctxOf, traces }) => {
      const deps = { guard, ctx, sessions, cookie, addressOf, traces }
      sessionRoutes(app, deps)
      welcomeRoutes(app, { ...deps, baseUrl, defaultLocale: settings.defaultLocale, post })
      accountRoutes(app, { ...deps, issuer: `Reklamator ${new URL(baseUrl).hostname}` })
      tokenRoutes(app, { guard, ctxOf })
      securityRoutes(app, { guard, ctxOf })
      userRoutes(app, {
        guard,
        ctxOf: (request) => ({ ...ctxOf(request), role: guard.roleOf(request) }),
        traces,
      })
    },
    sweep: sessions.sweep,
  }
}
