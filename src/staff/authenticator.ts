import { recordAudit } from '../audit/index.ts'
import { type Actor, hashToken, invalid, Refusal } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import type { SignInCtx } from './sign-in.ts'
import { loadOtp, makeRecoveryCodes, plainRecoveryCode, stepOf } from './totp.ts'
import type { User } from './user.ts'

/**
 * Makes the secret of a new authenticator; it counts once its first code was given.
 * @param issuer what the authenticator shows beside the e-mail
 */
export async function beginAuthenticator(
  ctx: SignInCtx,
  user: User,
  issuer: string,
): Promise<{ secret: string; uri: string }> {
  const { generateSecret, generateURI } = await loadOtp()
  const secret = generateSecret()
  await ctx.db.transaction((tx) =>
    tx.query
      .updateTable('credentials')
      .set({ totp_pending: ctx.seal.seal(secret, user.id) })
      .where('user_id', '=', user.id)
      .execute(),
  )
  return { secret, uri: generateURI({ issuer, label: user.email, secret }) }
}

/**
 * Puts the new authenticator in the place of the one before, once a code shows that it works. Answers codes that recover,
 * this one time.
 * @throws Refusal `conflict` where none was begun, `invalid-input`
 */
export async function confirmAuthenticator(
  ctx: SignInCtx,
  user: User,
  actor: Actor,
  code: string,
): Promise<string[]> {
  const otp = await loadOtp()
  const codes = makeRecoveryCodes()
  const now = ctx.clock()
  await ctx.db.transaction(async (tx) => {
    const row = await tx.query
      .selectFrom('credentials')
      .select('totp_pending')
      .where('user_id', '=', user.id)
      .executeTakeFirst()
    const secret = row?.totp_pending ? ctx.seal.unseal(row.totp_pending, user.id) : null
    if (!secret) throw new Refusal('conflict', 'No authenticator was begun; begin one first.')
    const step = stepOf(otp, secret, code, now, 0)
    if (step === null)
      throw invalid({ path: 'code', message: 'the code that the authenticator shows now is needed' })
    await tx.query
      .updateTable('credentials')
      .set((eb) => ({ totp_secret: eb.ref('totp_pending'), totp_pending: null, totp_step: step }))
      .where('user_id', '=', user.id)
      .execute()
    await tx.query.deleteFrom('recovery_codes').where('user_id', '=', user.id).execute()
    const rows = codes.map((one) => ({ user_id: user.id, hash: hashToken(plainRecoveryCode(one)) }))
    await tx.query.insertInto('recovery_codes').values(rows).execute()
    await recordAudit(tx, now, { actor, action: 'authenticator.set', target: `user:${user.id}` })
  })
  return codes
}

/** Forgets a user's authenticator and the codes that recover, as part of a transaction. */
export async function removeAuthenticator(tx: Tx, now: number, userId: string, actor: Actor): Promise<void> {
  await tx.query
    .updateTable('credentials')
    .set({ totp_secret: null, totp_pending: null })
    .where('user_id', '=', userId)
    .execute()
  await tx.query.deleteFrom('recovery_codes').where('user_id', '=', userId).execute()
  await recordAudit(tx, now, { actor, action: 'authenticator.removed', target: `user:${userId}` })
}
