import { recordAudit } from '../audit/index.ts'
import { type Actor, type Clock, hashToken, invalid, newId, newToken } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { SCOPES } from '../http/index.ts'
import type { Role } from './user.ts'

const COMMAND_LINE: Actor = { kind: 'system', id: 'cli', name: 'Command line' }

export type NewToken = { name: string; scope: string; expiresAt?: number | null }

/**
 * Makes an API token, with no more rights than whoever makes it. The token itself is answered once and only its hash is stored.
 * @throws Refusal `invalid-input`
 */
export async function createToken(
  db: Database,
  clock: Clock,
  input: NewToken,
  by: { actor: Actor; role: Role } = { actor: COMMAND_LINE, role: 'owner' },
): Promise<{ id: string; token: string }> {
  const name = input.name.trim()
  const scope = SCOPES.find((candidate) => candidate === input.scope)
  if (!name || name.length > 100)
    throw invalid({ path: 'name', message: 'a name of 1 to 100 characters is needed' })
  if (!scope) throw invalid({ path: 'scope', message: `one of ${SCOPES.join(', ')} is needed` })
  const { expiresAt = null } = input
  const token = `rk_${newToken()}`
  const now = clock()
  const id = newId(now)
  await db.transaction(async (tx) => {
    await tx.query
      .insertInto('tokens')
      .values({
        id,
        name,
        scope,
        hash: hashToken(token),
        created_at: now,
        expires_at: expiresAt,
        role: by.role,
      })
      .execute()
    const target = `token:${id}`
    await recordAudit(tx, now, {
      actor: by.actor,
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
  lastUsedAt: number | null
  expiresAt: number | null
  revokedAt: number | null
}

export async function listTokens(db: Database): Promise<TokenLine[]> {
  const rows = await db.read.selectFrom('tokens').selectAll().orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scope: row.scope,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }))
}

/** Ends a token at once. Answers whether there was one to end. */
export async function revokeToken(
  db: Database,
  clock: Clock,
  id: string,
  actor: Actor = COMMAND_LINE,
): Promise<boolean> {
  const now = clock()
  return db.transaction(async (tx) => {
    const done = await tx.query
      .updateTable('tokens')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) return false
    await recordAudit(tx, now, { actor, action: 'token.revoked', target: `token:${id}` })
    return true
  })
}
