import { recordAudit } from '../audit/index.ts'
import type { Actor } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import { checkPassword, hashPassword } from './passwords.ts'
import { endSessions } from './sessions.ts'

/**
 * Gives a user a password that was hashed before, as part of a transaction: sessions begun with another one end, and links
 * that would set another one are dead.
 */
export async function storePassword(
  tx: Tx,
  now: number,
  set: { userId: string; passwordHash: string; actor: Actor; except?: string | null },
): Promise<void> {
  const { userId, passwordHash, actor } = set
  await tx.query
    .insertInto('credentials')
    .values({ user_id: userId, password_hash: passwordHash, totp_step: 0 })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ password_hash: passwordHash }))
    .execute()
  await endSessions(tx, userId, set.except ?? null)
  await tx.query.deleteFrom('staff_links').where('user_id', '=', userId).execute()
  await recordAudit(tx, now, { actor, action: 'password.set', target: `user:${userId}` })
}

/**
 * Gives a user a password.
 * @throws Refusal `malformed-request`, `invalid-input`
 */
export async function setPassword(
  ctx: { db: Database; clock: () => number; actor: Actor },
  userId: string,
  password: string,
): Promise<void> {
  checkPassword('password', password)
  const passwordHash = await hashPassword(password)
  await ctx.db.transaction((tx) => storePassword(tx, ctx.clock(), { userId, passwordHash, actor: ctx.actor }))
}
