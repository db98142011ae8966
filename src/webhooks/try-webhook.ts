import { setTimeout as delay } from 'node:timers/promises'
import { newId, notFound, Refusal, SECOND, type Seal } from '../base/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import type { Outbound } from '../outbound/index.ts'
import { beginTest, endTest } from './attempts.ts'
import { callEndpoint, type Reply } from './call-endpoint.ts'
import { testPayload } from './payload.ts'
import { UNREADABLE } from './represent-webhook.ts'
import { signingSecrets } from './secrets.ts'
import { readWebhook } from './webhook-rows.ts'

/** How long an endpoint may take; and where no answer comes, it always takes so long. */
const WITHIN = 5 * SECOND

/**
 * Calls a webhook now, on or off, with a payload about no issue. Where no answer comes this takes as long as an answer
 * may, so that nobody learns from it whether a port is closed or silent.
 * @throws Refusal `not-found`; `conflict` where its secret cannot be read; `too-many-requests`
 */
export async function tryWebhook(
  ctx: Ctx,
  { seal, outbound }: { seal: Seal; outbound: Outbound },
  id: string,
): Promise<Pick<Reply, 'outcome' | 'statusClass' | 'reason'>> {
  const webhook = await readWebhook(ctx.db.read, id)
  if (!webhook) throw notFound('webhook')
  const now = ctx.clock()
  const secrets = signingSecrets(seal, webhook, now)
  if (secrets === null) throw new Refusal('conflict', `The webhook cannot be tried: ${UNREADABLE}.`)
  const attempt = await beginTest(ctx.db, now, id)
  const full = delay(WITHIN, undefined, { ref: false })
  const reply = await callEndpoint(outbound, {
    url: webhook.url,
    id: newId(now),
    body: testPayload(now),
    secrets,
    at: now,
    within: WITHIN,
  })
  if (reply.outcome === 'failed' && reply.statusClass === null) await full
  await endTest(ctx.db, attempt, reply)
  const { outcome, statusClass, reason } = reply
  return { outcome, statusClass, reason }
}
