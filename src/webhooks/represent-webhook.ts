import { etagOf, type InputError, type Seal } from '../base/index.ts'
import type { Configuration, Ctx } from '../issue-types/index.ts'
import type { Outbound } from '../outbound/index.ts'
import { signingSecrets } from './secrets.ts'
import { checkWebhook, type Webhook } from './webhook.ts'
import type { StoredWebhook } from './webhook-rows.ts'

/** What webhooks are judged and sealed by. */
export type WebhookMeans = { seal: Seal; urlProblem: Outbound['urlProblem'] }

/** A webhook as the API answers it: all but its secrets. */
export type ShownWebhook = Webhook & {
  /** Until when the secret before the last one signs too; `null` where only one signs. */
  oldSecretUntil: string | null
  /** Why it cannot do all that it says. */
  broken: InputError[]
}

export function representWebhook(
  { clock }: Pick<Ctx, 'clock'>,
  { seal, urlProblem }: WebhookMeans,
  configuration: Configuration,
  webhook: StoredWebhook,
): ShownWebhook {
  const { secret: _secret, oldSecret: _old, oldSecretUntil: until, ...shown } = webhook
  const now = clock()
  const isReadable = signingSecrets(seal, webhook, now) !== null
  return {
    ...shown,
    oldSecretUntil: until !== null && now < until ? new Date(until).toISOString() : null,
    broken: [
      ...checkWebhook(webhook, configuration, urlProblem),
      ...(isReadable ? [] : [{ path: 'secret', message: UNREADABLE }]),
    ],
  }
}

export const UNREADABLE =
  'its secret cannot be read, since SECRET is another one now; rotate gives it a new one'

export function webhookTag(shown: ShownWebhook): string {
  return etagOf(shown)
}
