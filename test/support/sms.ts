import { signatureHeaders } from '../../src/outbound/index.ts'
import type { TestApp } from './app.ts'
import { call, type Reply } from './calls.ts'

export const SMS_SECRET = 'a secret of the gateway of text messages'
/** A gateway that nobody listens at. */
export const SMS_GATEWAY = { url: 'http://127.0.0.1:9/send', secret: SMS_SECRET }

let reports = 0

/** Reports as the gateway does, signed now. */
export function report(
  app: TestApp,
  data: unknown,
  more: { secret?: string; at?: number; headers?: Record<string, string>; body?: unknown } = {},
): Promise<Reply> {
  const body = more.body ?? { type: 'sms.report', data }
  const headers = signatureHeaders({
    id: `report-${++reports}`,
    at: more.at ?? app.clock.now,
    body: JSON.stringify(body),
    secrets: [more.secret ?? SMS_SECRET],
  })
  return call(app, 'POST', '/sms/reports', body, { token: null, headers: { ...headers, ...more.headers } })
}
