import type { FastifyRequest } from 'fastify'
import { recordAudit } from '../audit/index.ts'
import { type Actor, type Clock, hashToken, invalid, newId, newToken, Refusal } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { type Guard, SCOPES } from '../http/index.ts'

const COMMAND_LINE: Actor = { kind: 'system', id: 'cli', name: 'Command line' }

/**
 * Makes an API token. The token itself is answered once and only its hash is stored.
 * @throws Refusal `invalid-input`
 */
export async function createToken(
  db: Database,
  clock: Clock,
  input: { name: string; scope: string },
): Promise<{ id: string; token: string }> {
  const name = input.name.trim()
  const scope = SCOPES.find((candidate) => candidate === input.scope)
  if (!name || name.length > 100)
    throw invalid({ path: 'name', message: 'a name of 1 to 100 characters is needed' })
  if (!scope) throw invalid({ path: 'scope', message: `one of ${SCOPES.join(', ')} is needed` })
  const token = `rk_${newToken()}`
  const now = clock()
  const id = newId(now)
  await db.transaction(async (tx) => {
    await tx.query
      .insertInto('tokens')
      .values({ id, name, scope, hash: hashToken(token), created_at: now, revoked_at: null })
      .execute()
    const target = `token:${id}`
    await recordAudit(tx, now, {
      actor: COMMAND_LINE,
      action: 'token.created',
      target,
      after: { name, scope },
    })
  })
  return { id, token }
}

export type TokenLine = {
  id: string
  name: string
  scope: string
  createdAt: number
  revokedAt: number | null
}

export async function listTokens(db: Database): Promise<TokenLine[]> {
  const rows = await db.read.selectFrom('tokens').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scope: row.scope,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  }))
}

/** Ends a token at once. Answers whether there was one to end. */
export async function revokeToken(db: Database, clock: Clock, id: string): Promise<boolean> {
  const now = clock()
  return db.transaction(async (tx) => {
    const done = await tx.query
      .updateTable('tokens')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) return false
    await recordAudit(tx, now, { actor: COMMAND_LINE, action: 'token.revoked', target: `token:${id}` })
    return true
  })
}

/** Bearer tokens as the API's guard; looked up at every request, so that a revoked one ends at once. */
export function tokenGuard(db: Database): Guard {
  const find = db.hot(
    db.read
      .selectFrom('tokens')
      .select(['id', 'name', 'scope'])
      .where('hash', '=', '')
      .where('revoked_at', 'is', null)
      .compile(),
  )
  const actors = new WeakMap<FastifyRequest, Actor>()
  return {
    allow: (needed) =>
      Object.assign(
        async (request: FastifyRequest) => {
          const token = /^Bearer ([\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
          const row = token ? (await find([hashToken(token)]))[0] : undefined
          if (!row) {
            throw new Refusal('unauthenticated', 'Send a valid token as "Authorization: Bearer …".', {
              headers: { 'www-authenticate': 'Bearer' },
            })
          }
          if (rank(row.scope) > rank(needed)) {
            throw new Refusal('forbidden', `The token's scope is ${row.scope}; this needs ${needed}.`)
          }
          actors.set(request, { kind: 'token', id: row.id, name: row.name })
        },
        { scope: needed },
      ),
    actorOf: (request) => {
      const actor = actors.get(request)
      if (!actor) throw new Error('a route asked who acts before it was guarded')
      return actor
    },
  }
}

/** Lower may do more; an unknown scope may do nothing. */
function rank(scope: string): number {
  const index = SCOPES.findIndex((candidate) => candidate === scope)
  return index < 0 ? SCOPES.length : index
}
