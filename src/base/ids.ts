import { createHash, createHmac, randomBytes } from 'node:crypto'

let lastMillisecond = 0
let counter = 0

/** A UUIDv7 (RFC 9562): sorts by time of making, also within a millisecond of one process. */
export function newId(now: number): string {
  if (now === lastMillisecond) counter = (counter + 1) & 0xfff
  else {
    lastMillisecond = now
    counter = randomBytes(2).readUInt16BE() & 0x7ff
  }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** An unguessable token of 256 bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored instead of a token: SHA-256, base64url. Fit for random tokens only, not for what people choose. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** A keyed fingerprint of personal data, so that equal values can be counted without being stored. */
export function fingerprint(secret: string, purpose: string, value: string): string {
  return createHmac('sha256', secret).update(purpose).update('\0').update(value).digest('base64url')
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `length` random symbols of Crockford's base 32 (no I, L, O, U), 5 bits each. */
export function randomCrockford(length: number): string {
  let out = ''
  for (const byte of randomBytes(length)) out += CROCKFORD.charAt(byte & 31)
  return out
}
