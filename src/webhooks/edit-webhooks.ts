import { recordAudit } from '../audit/index.ts'
import { HOUR, type InputError, matches, newId, notFound, Refusal, refuseIfInvalid } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { beginConfigurationChange, type Configuration, type Ctx } from '../issue-types/index.ts'
import { representWebhook, type WebhookMeans, webhookTag } from './represent-webhook.ts'
import { newWebhookSecret } from './secrets.ts'
import { checkWebhook, MAX_WEBHOOKS, type WebhookContent } from './webhook.ts'
import { loadWebhooks, readWebhook, type StoredWebhook, webhookColumns } from './webhook-rows.ts'

/** Where a webhook is named, in words for whoever wants to delete it; asked within the transaction. */
export type WebhookTraces = (tx: Tx, id: string) => Promise<readonly string[]>

/**
 * @returns the webhook, and its secret, which nobody is told again
 * @throws Refusal `invalid-input`, `conflict` where there are as many as may be
 */
export async function createWebhook(
  ctx: Ctx,
  means: WebhookMeans,
  input: WebhookContent,
  id = newId(ctx.clock()),
): Promise<{ webhook: StoredWebhook; secret: string }> {
  const secret = newWebhookSecret()
  const webhook = await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    refuseIfInvalid(problemsOf(input, configuration, means))
    const others = await loadWebhooks(tx.query)
    if (others.length >= MAX_WEBHOOKS) {
      throw new Refusal('conflict', `There are ${MAX_WEBHOOKS} webhooks already, and no more are allowed.`)
    }
    const now = ctx.clock()
    const row = {
      id,
      ...webhookColumns(input),
      disabled_because: null,
      secret: means.seal.seal(secret, id),
      old_secret: null,
      old_secret_until: null,
    }
    await tx.query
      .insertInto('webhooks')
      .values({ ...row, version: 1, created_at: now, changed_at: now })
      .execute()
    await audit(ctx, tx, 'webhook.created', { id, before: null, after: input })
    return webhookIn(tx, id)
  })
  return { webhook, secret }
}

/** Replaces all but the secret. One that was switched off by itself is as good as new once it is switched on. */
export async function editWebhook(
  ctx: Ctx,
  means: WebhookMeans,
  id: string,
  input: WebhookContent,
  ifMatch?: string,
): Promise<StoredWebhook> {
  return ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const before = await webhookIn(tx, id)
    matches(ifMatch, webhookTag(representWebhook(ctx, means, configuration, before)))
    refuseIfInvalid(problemsOf(input, configuration, means))
    await tx.query
      .updateTable('webhooks')
      .set((eb) => ({
        ...webhookColumns(input),
        disabled_because: input.enabled ? null : before.disabledBecause,
        version: eb('version', '+', 1),
        changed_at: ctx.clock(),
      }))
      .where('id', '=', id)
      .execute()
    await audit(ctx, tx, 'webhook.changed', { id, before: contentOf(before), after: input })
    return webhookIn(tx, id)
  })
}

/** @throws Refusal `conflict` while a rule names the webhook */
export async function deleteWebhook(
  ctx: Ctx,
  means: WebhookMeans,
  id: string,
  namedIn: WebhookTraces,
  ifMatch?: string,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const configuration = await beginConfigurationChange(tx)
    const webhook = await webhookIn(tx, id)
    matches(ifMatch, webhookTag(representWebhook(ctx, means, configuration, webhook)))
    const named = await namedIn(tx, id)
    if (named.length > 0) throw new Refusal('conflict', `The webhook is in use: ${named.join(', ')}.`)
    await tx.query.deleteFrom('webhooks').where('id', '=', id).execute()
    await audit(ctx, tx, 'webhook.deleted', { id, before: contentOf(webhook), after: null })
  })
}

/**
 * Gives a webhook another secret; the one before signs beside it for a while.
 * @returns the new secret, which nobody is told again
 */
export async function rotateSecret(
  ctx: Ctx,
  means: WebhookMeans,
  id: string,
  overlapHours: number,
): Promise<{ webhook: StoredWebhook; secret: string }> {
  const secret = newWebhookSecret()
  const webhook = await ctx.db.transaction(async (tx) => {
    await beginConfigurationChange(tx)
    const before = await webhookIn(tx, id)
    const now = ctx.clock()
    const isKept = overlapHours > 0 && means.seal.unseal(before.secret, id) !== null
    await tx.query
      .updateTable('webhooks')
      .set((eb) => ({
        secret: means.seal.seal(secret, id),
        old_secret: isKept ? before.secret : null,
        old_secret_until: isKept ? now + overlapHours * HOUR : null,
        version: eb('version', '+', 1),
        changed_at: now,
      }))
      .where('id', '=', id)
      .execute()
    await audit(ctx, tx, 'webhook.secret-rotated', { id, before: null, after: { overlapHours } })
    return webhookIn(tx, id)
  })
  return { webhook, secret }
}

/** Switches a webhook off whose endpoint wants no more; one that was given another address meanwhile stays on. */
export async function switchOff(
  ctx: Ctx,
  called: Pick<StoredWebhook, 'id' | 'url'>,
  because: string,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await beginConfigurationChange(tx)
    const before = await readWebhook(tx.query, called.id)
    if (!before?.enabled || before.url !== called.url) return
    await tx.query
      .updateTable('webhooks')
      .set((eb) => ({
        enabled: 0,
        disabled_because: because,
        version: eb('version', '+', 1),
        changed_at: ctx.clock(),
      }))
      .where('id', '=', called.id)
      .execute()
    await audit(ctx, tx, 'webhook.switched-off', {
      id: called.id,
      before: contentOf(before),
      after: { ...contentOf(before), enabled: false, because },
    })
  })
}

function problemsOf(
  input: WebhookContent,
  configuration: Configuration,
  { urlProblem }: WebhookMeans,
): InputError[] {
  return checkWebhook(input, configuration, urlProblem)
}

async function webhookIn(tx: Tx, id: string): Promise<StoredWebhook> {
  const webhook = await readWebhook(tx.query, id)
  if (!webhook) throw notFound('webhook')
  return webhook
}

/** Nothing of a secret belongs into the audit, sealed or not. */
function contentOf({ name, url, events, issueType, fields, enabled }: WebhookContent): WebhookContent {
  return { name, url, events, issueType, fields, enabled }
}

async function audit(
  ctx: Ctx,
  tx: Tx,
  action: string,
  { id, before, after }: { id: string; before: unknown; after: unknown },
): Promise<void> {
  await recordAudit(tx, ctx.clock(), {
    actor: ctx.actor,
    restores: ctx.restores,
    action,
    target: `webhook:${id}`,
    before,
    after,
  })
}
