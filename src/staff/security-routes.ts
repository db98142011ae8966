import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import type { Database } from '../db/index.ts'
import { type App, resourceRoutes, tagged } from '../http/index.ts'
import { rolesFrom } from './authenticator-roles.ts'
import type { StaffCtx } from './edit-users.ts'
import type { StaffGuard } from './guard.ts'
import { type Role, ROLES } from './user.ts'

type Deps = { guard: StaffGuard; ctxOf: (request: FastifyRequest) => StaffCtx }

const schema = z.strictObject({
  authenticatorRoles: z
    .array(z.enum(ROLES))
    .max(ROLES.length)
    .describe('Whoever has one of these roles has to set up an authenticator before anything else'),
})

/** `/security`: how people have to sign in. */
export function securityRoutes(app: App, deps: Deps): void {
  resourceRoutes<StaffCtx>(
    app,
    deps,
  )({
    url: '/security',
    tag: 'Security',
    params: z.object({}),
    body: schema,
    shown: schema,
    reads: 'users',
    writes: 'users',
    confirmed: true,
    show: async ({ db }) => tagged({ authenticatorRoles: await readRoles(db.read) }),
    replace: async ({ db, clock, actor }, _params, { authenticatorRoles }) => {
      const after = ROLES.filter((role) => authenticatorRoles.includes(role))
      await db.transaction(async (tx) => {
        const before = await readRoles(tx.query)
        await tx.query
          .updateTable('security_settings')
          .set({ authenticator_roles: JSON.stringify(after) })
          .where('id', '=', 1)
          .execute()
        await recordAudit(tx, clock(), {
          actor,
          action: 'security.changed',
          target: 'security',
          before,
          after,
        })
      })
      return tagged({ authenticatorRoles: after })
    },
  })
}

async function readRoles(query: Database['read']): Promise<Role[]> {
  const row = await query
    .selectFrom('security_settings')
    .select('authenticator_roles')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow()
  return rolesFrom(row.authenticator_roles)
}
