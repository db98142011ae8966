import { MINUTE, SECOND } from '../base/index.ts'
import { type Channel, SendFailure } from '../deliveries/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import type { Outbound } from '../outbound/index.ts'
import { keepAttempt } from './attempts.ts'
import { callEndpoint, type Reply } from './call-endpoint.ts'
import { switchOff } from './edit-webhooks.ts'
import { UNREADABLE } from './represent-webhook.ts'
import { openWebhookSeal, signingSecrets } from './secrets.ts'
import { readWebhook } from './webhook-rows.ts'

/** How long nobody calls an endpoint again that let a call run out of time, or that could not be reached. */
const SILENT_FOR = 3 * MINUTE
const UNREACHABLE_FOR = 3 * SECOND
const GONE = 410

export type WebhookChannelDeps = {
  ctx: Ctx
  /** The process's. */
  secret: string
  /** The channel's own: it is closed with it. */
  outbound: Outbound
  log: (level: 'error' | 'warn', message: string, error?: unknown) => void
}

/** Calls of webhooks, each signed anew at every attempt under the same id. */
export function openWebhookChannel({ ctx, secret, outbound, log }: WebhookChannelDeps): Channel {
  const seal = openWebhookSeal(secret)
  /** Until when an endpoint is left alone, by the monotonic clock. */
  const restsUntil = new Map<string, number>()

  const noteReply = (id: string, { code }: Reply): void => {
    const rest = code === 'too-long' ? SILENT_FOR : code === 'unreachable' ? UNREACHABLE_FOR : 0
    if (rest > 0) restsUntil.set(id, performance.now() + rest)
    else restsUntil.delete(id)
  }

  return {
    resting: () => {
      const now = performance.now()
      for (const [id, until] of restsUntil) if (until <= now) restsUntil.delete(id)
      return [...restsUntil.keys()]
    },
    send: async (message, lastStep) => {
      const webhook = await readWebhook(ctx.db.read, message.to)
      if (!webhook?.enabled) {
        throw new SendFailure('the webhook is switched off', { permanent: true, code: 'off' })
      }
      const now = ctx.clock()
      const secrets = signingSecrets(seal, webhook, now)
      if (secrets === null) throw new SendFailure(UNREADABLE, { code: 'secret' })
      const { url, id } = webhook
      const reply = await callEndpoint(outbound, {
        url,
        id: message.id,
        body: message.text,
        secrets,
        at: now,
        lastStep,
      })
      noteReply(id, reply)
      const attempt = { webhookId: id, delivery: message.id, event: message.subject, reply }
      // A store that is away must not make a call that was taken look like one that was not.
      await keepAttempt(ctx.db, now, attempt).catch((error: unknown) =>
        log('warn', 'an attempt of a webhook could not be noted', error),
      )
      if (reply.reason === null) return
      const isGone = reply.code === String(GONE)
      if (isGone) await switchOff(ctx, webhook, 'the endpoint answered 410: it wants no more')
      throw new SendFailure(
        isGone ? 'the endpoint wants no more (410); the webhook was switched off' : reply.reason,
        {
          permanent: isGone,
          code: reply.code,
        },
      )
    },
    close: () => outbound.close(),
  }
}
