import { hashToken, type Clock, randomCrockford, SECOND, type Seal } from '../base/index.ts'
import type { Tx } from '../db/index.ts'

const STEP_SECONDS = 30
/** Steps before and after the present one whose codes count too, since clocks differ. */
const DRIFT = 1
const RECOVERY_CODES = 10
const RECOVERY_SYMBOLS = 12

/** The library of one-time passwords, loaded by the first who has an authenticator. */
export type Otp = typeof import('otplib')
export const loadOtp = (): Promise<Otp> => import('otplib')

type TotpCtx = { clock: Clock; seal: Seal }

/** The step that a code belongs to, of those around an instant, or `null`. Steps up to `after` are used up. */
export function stepOf(otp: Otp, secret: string, code: string, now: number, after: number): number | null {
  const typed = code.replaceAll(/\s/g, '')
  const present = Math.floor(now / SECOND / STEP_SECONDS)
  for (let step = present - DRIFT; step <= present + DRIFT; step++) {
    if (step > after && otp.generateSync({ secret, epoch: step * STEP_SECONDS }) === typed) return step
  }
  return null
}

/**
 * Takes a user's code, once: the authenticator's, or one that recovers. Part of a transaction.
 * @returns whether there was such a code
 */
export async function takeCode(
  tx: Tx,
  ctx: TotpCtx,
  otp: Otp,
  userId: string,
  code: string,
): Promise<boolean> {
  const row = await tx.query
    .selectFrom('credentials')
    .select(['totp_secret', 'totp_step'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const secret = row?.totp_secret ? ctx.seal.unseal(row.totp_secret, userId) : null
  const step = secret && row ? stepOf(otp, secret, code, ctx.clock(), row.totp_step) : null
  if (step !== null) {
    const used = await tx.query
      .updateTable('credentials')
      .set({ totp_step: step })
      .where('user_id', '=', userId)
      .where('totp_step', '<', step)
      .executeTakeFirst()
    return used.numUpdatedRows > 0n
  }
  const spent = await tx.query
    .deleteFrom('recovery_codes')
    .where('user_id', '=', userId)
    .where('hash', '=', hashToken(plainRecoveryCode(code)))
    .executeTakeFirst()
  return spent.numDeletedRows > 0n
}

/** Codes that recover, 60 bits each, written to be copied by hand. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    randomCrockford(RECOVERY_SYMBOLS).replace(/(.{4})(?=.)/g, '$1-'),
  )
}

/** As it is hashed: without what people add or leave out when they type it. */
export function plainRecoveryCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
}
