import { createHmac, timingSafeEqual } from 'node:crypto'

/** How far the clocks of both sides may lie apart, in seconds. */
const TOLERANCE = 300

/**
 * The headers that sign a message as Standard Webhooks 1.0 says (standardwebhooks.com): HMAC-SHA256 over
 * `id.timestamp.body`, one signature for each secret, so that both hold while a secret is exchanged.
 * @param secrets texts like `whsec_` and base64, or any other text, whose bytes are then the key
 */
export function signatureHeaders(input: {
  id: string
  /** UTC milliseconds. */
  at: number
  body: string
  secrets: readonly string[]
}): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(input.at / 1000))
  const signatures = input.secrets.map((secret) => `v1,${sign(secret, input.id, timestamp, input.body)}`)
  return {
    'webhook-id': input.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}

/** Whether a message was signed with one of the secrets, lately; `now` in UTC milliseconds. */
export function verifySignature(input: {
  headers: Readonly<Record<string, string | string[] | undefined>>
  body: string
  secrets: readonly string[]
  now: number
}): boolean {
  const { headers, body, secrets, now } = input
  const one = (name: string): string => (typeof headers[name] === 'string' ? headers[name] : '')
  const [id, timestamp] = [one('webhook-id'), one('webhook-timestamp')]
  if (id === '' || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now / 1000 - Number(timestamp)) > TOLERANCE) return false
  const given = one('webhook-signature').split(' ').slice(0, 10)
  return secrets.some((secret) => {
    const expected = Buffer.from(`v1,${sign(secret, id, timestamp, body)}`)
    return given.some((signature) => {
      const got = Buffer.from(signature)
      return got.length === expected.length && timingSafeEqual(got, expected)
    })
  })
}

function sign(secret: string, id: string, timestamp: string, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret)
  return createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
}
