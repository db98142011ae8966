import { randomBytes } from 'node:crypto'
import { openSeal, type Seal } from '../base/index.ts'
import type { StoredWebhook } from './webhook-rows.ts'

/** How webhooks keep what signs their calls; `secret` is the process's. */
export function openWebhookSeal(secret: string): Seal {
  return openSeal(secret, 'webhook secrets')
}

/** As Standard Webhooks writes it; 256 random bits. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/**
 * What signs a call at a time, the newest first; `null` where the newest cannot be read, because the process has another
 * secret than when it was stored.
 */
export function signingSecrets(seal: Seal, webhook: StoredWebhook, now: number): string[] | null {
  const { id, oldSecret, oldSecretUntil } = webhook
  const newest = seal.unseal(webhook.secret, id)
  if (newest === null) return null
  const isOldOn = oldSecret !== null && oldSecretUntil !== null && now < oldSecretUntil
  const old = isOldOn ? seal.unseal(oldSecret, id) : null
  return old === null ? [newest] : [newest, old]
}
