import { createHash } from 'node:crypto'
import { Refusal } from './errors.ts'

/** A strong entity tag of a representation: the same content has the same tag. */
export function etagOf(representation: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(representation)).digest('base64url').slice(0, 22)}"`
}

/**
 * Checks an `If-Match` header (RFC 9110, 13.1.1) against the current tag; no header means no condition.
 * @throws Refusal `version-conflict`
 */
export function matches(ifMatch: string | undefined, current: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  if (!tags.includes(current)) {
    throw new Refusal(
      'version-conflict',
      'The resource has changed since it was read. Read it again, then repeat the change.',
    )
  }
}
