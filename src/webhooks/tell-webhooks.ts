import type { Tx } from '../db/index.ts'
import { enqueue, type NewDelivery } from '../deliveries/index.ts'
import type { Configuration, Ctx } from '../issue-types/index.ts'
import { type Issue, typeOf } from '../issues/index.ts'
import { payloadOf, type ToldEvent } from './payload.ts'
import { isToldOf, type Webhook } from './webhook.ts'

/** What a call is about: an event, and the issue as it is told of. */
export type Telling = { event: ToldEvent; issue: Issue; configuration: Configuration }

/** Puts a call on its way to each webhook that is told of an event, in the caller's transaction. */
export async function tellWebhooks(
  ctx: Pick<Ctx, 'clock' | 'settings'>,
  tx: Tx,
  webhooks: readonly Webhook[],
  telling: Telling,
): Promise<void> {
  const typeKey = typeOf(telling.configuration, telling.issue).key
  const told = webhooks.filter((webhook) => isToldOf(webhook, telling.event, typeKey))
  if (told.length === 0) return
  const calls = told.map((webhook) =>
    callOf(ctx, webhook, telling, { ruleId: null, uniqueKey: `${telling.event.id}:webhook:${webhook.id}` }),
  )
  await enqueue(tx, ctx.clock(), calls)
}

/**
 * Puts one call on its way because a rule says so.
 * @returns the delivery's id, or why there is none
 */
export async function callWebhook(
  ctx: Pick<Ctx, 'clock' | 'settings'>,
  tx: Tx,
  webhook: Webhook,
  telling: Telling & { ruleId: string; uniqueKey: string },
): Promise<{ id: string } | { because: string }> {
  if (!webhook.enabled) return { because: 'the webhook is switched off' }
  const [id] = await enqueue(tx, ctx.clock(), [callOf(ctx, webhook, telling, telling)])
  return id === undefined ? { because: 'it is on its way already' } : { id }
}

/** A call as it would leave. */
export function callOf(
  { settings }: Pick<Ctx, 'settings'>,
  { id, fields }: Pick<Webhook, 'id' | 'fields'>,
  { event, issue, configuration }: Telling,
  { ruleId, uniqueKey }: Pick<NewDelivery, 'ruleId' | 'uniqueKey'>,
): NewDelivery {
  return {
    issueId: issue.id,
    eventId: event.id,
    ruleId,
    templateKey: null,
    uniqueKey,
    channel: 'webhook',
    to: id,
    locale: issue.locale,
    subject: event.kind,
    text: payloadOf(event, { issue, configuration, timeZone: settings.timeZone, fields }),
    html: '',
  }
}
