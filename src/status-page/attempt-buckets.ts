import { isIPv6 } from 'node:net'
import { fingerprint } from '../base/index.ts'
import { type Bucket, LIMITS, networksOf } from '../throttle/index.ts'
import type { Attempt, GivenContact } from './verify-access.ts'

type KeyOf = (kind: string, value: string) => string

/** Keys hold fingerprints alone, so that a counter tells nothing of whom it counts. */
function keysOf(secret: string): KeyOf {
  return (kind, value) => `${kind}:${fingerprint(secret, `throttle ${kind}`, value).slice(0, 16)}`
}

/**
 * The counters that an attempt counts in, by what was submitted, whether it exists or not: the number, the contact, the
 * visitor's address (and its wider network for IPv6), the page. A field left empty guesses nothing, and has no counter
 * that strangers could fill for each other.
 */
export function bucketsOf(
  secret: string,
  attempt: Pick<Attempt, 'page' | 'issue' | 'contact' | 'address'>,
  numberKey: string | null,
  given: GivenContact,
): Bucket[] {
  const key = keysOf(secret)
  const number = numberKey ?? attempt.issue.trim().slice(0, 100)
  const contact = given.email ?? given.phone ?? attempt.contact.trim().toLowerCase().slice(0, 300)
  const networks = isIPv6(attempt.address) ? networksOf(attempt.address) : null
  return [
    ...(number ? numberBuckets(key, number) : []),
    ...(contact ? [{ key: key('c', contact), limit: LIMITS.contact }] : []),
    { key: key('a', networks?.host ?? attempt.address), limit: LIMITS.address },
    ...(networks ? [{ key: key('w', networks.site), limit: LIMITS.network }] : []),
    { key: key('p', attempt.page), limit: LIMITS.page },
  ]
}

/**
 * The counters of whoever holds a key that was sent to the issue's customer: nobody else fills them, so an attack on the
 * number does not lock its customer out.
 */
export function holderBuckets(secret: string, page: string, keyId: string): Bucket[] {
  const key = keysOf(secret)
  return [
    { key: key('k', keyId), limit: LIMITS.number },
    { key: key('l', keyId), limit: LIMITS.inARow },
    { key: key('p', page), limit: LIMITS.page },
  ]
}

/** What a number was counted for, by key, so that it can be cleared. */
export function countersOfNumber(secret: string, numberKey: string): string[] {
  return numberBuckets(keysOf(secret), numberKey).map((bucket) => bucket.key)
}

function numberBuckets(key: KeyOf, number: string): Bucket[] {
  return [
    { key: key('n', number), limit: LIMITS.number },
    { key: key('f', number), limit: LIMITS.inARow },
  ]
}
