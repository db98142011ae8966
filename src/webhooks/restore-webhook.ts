import { notFound } from '../base/index.ts'
import { type Ctx, type RestoreInput, valid } from '../issue-types/index.ts'
import { createWebhook, deleteWebhook, editWebhook, type WebhookTraces } from './edit-webhooks.ts'
import type { WebhookMeans } from './represent-webhook.ts'
import { readWebhook } from './webhook-rows.ts'
import { webhookBodySchema } from './webhook-schemas.ts'

/**
 * Puts a webhook back as it was; `null` deletes it. One that was deleted comes back switched off, with another secret
 * that nobody was told: it is to be rotated.
 */
export async function restoreWebhook(
  ctx: Ctx,
  means: WebhookMeans,
  { key: id, state, ifMatch }: RestoreInput,
  namedIn: WebhookTraces,
): Promise<void> {
  if (state === null) return deleteWebhook(ctx, means, id, namedIn, ifMatch)
  const { because: _because, ...kept } = state as Record<string, unknown>
  const { name, url, events, issueType, fields, enabled } = valid(webhookBodySchema, kept)
  const content = { name, url, events, issueType, fields, enabled }
  if (await readWebhook(ctx.db.read, id)) await editWebhook(ctx, means, id, content, ifMatch)
  else if (ifMatch !== undefined) throw notFound('webhook')
  else await createWebhook(ctx, means, { ...content, enabled: false }, id)
}
