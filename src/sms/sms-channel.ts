import type { Clock } from '../base/index.ts'
import { type Channel, SendFailure } from '../deliveries/index.ts'
import { type Outbound, OutboundFailure, signatureHeaders } from '../outbound/index.ts'
import { sizeOf } from './segments.ts'

/** Who carries text messages on: where it listens, and what both sides sign with. */
export type SmsGateway = { url: string; secret: string }

/** What is wrong with the request itself: asked again, the gateway would say the same. */
const PERMANENT = new Set([400, 404, 410, 422])

/** Text messages as signed calls of a gateway. */
export function openSmsChannel(deps: {
  gateway: SmsGateway
  /** The channel's own: it is closed with it. */
  outbound: Pick<Outbound, 'post' | 'close'>
  /** Where this installation takes reports. */
  reportUrl: string
  clock: Clock
}): Channel {
  const { gateway, outbound, reportUrl, clock } = deps
  return {
    send: async ({ id, to, text, locale }, lastStep) => {
      const at = clock()
      const { encoding, segments } = sizeOf(text)
      const data = { id, to, text, encoding, segments, locale, reportUrl }
      const body = JSON.stringify({ type: 'sms.send', timestamp: new Date(at).toISOString(), data })
      const headers = {
        'content-type': 'application/json',
        ...signatureHeaders({ id, at, body, secrets: [gateway.secret] }),
      }
      const request = { url: gateway.url, headers, body, lastStep, isNamedBySettings: true }
      const { status } = await outbound.post(request).catch((error: unknown) => {
        if (!(error instanceof OutboundFailure)) throw error
        throw new SendFailure(`the gateway of text messages did not answer: ${error.message}`, {
          code: error.code,
          cause: error,
        })
      })
      if (status >= 200 && status < 300) return
      const permanent = PERMANENT.has(status)
      throw new SendFailure(
        `the gateway of text messages ${permanent ? 'refused it' : 'answered'} (${status})`,
        {
          permanent,
          code: String(status),
        },
      )
    },
    close: () => outbound.close(),
  }
}
