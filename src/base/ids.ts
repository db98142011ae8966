import { createHmac, hash, randomBytes } from 'node:crypto'

let lastMillisecond = 0
let counter = 0
const COUNTER_BITS = 26
const COUNTER_END = 2 ** COUNTER_BITS

/**
 * A UUIDv7 (RFC 9562): sorts by time of making, also within a millisecond of one process. The counter that sees to it
 * starts in the lower half of its 26 bits, so that more ids than a process can make in a millisecond have room.
 */
export function newId(now: number): string {
  const random = randomBytes(10)
  if (now === lastMillisecond && counter + 1 < COUNTER_END) counter++
  else {
    lastMillisecond = now
    counter = random.readUInt32BE(6) % (COUNTER_END / 2)
  }
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter >>> 14), 6)
  bytes.writeUInt16BE(0x8000 | (counter & 0x3fff), 8)
  random.copy(bytes, 10, 0, 6)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** No id made at this instant or later sorts before it. */
export function earliestId(at: number): string {
  const hex = Math.max(at, 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** An unguessable token of 256 bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored instead of a token: SHA-256, base64url. Fit for random tokens only, not for what people choose. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url')
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
