import { domainToASCII } from 'node:url'

const MAX_EMAIL_LENGTH = 254
const MAX_LOCAL_LENGTH = 64
/** Nothing longer is even normalized: the time for that grows with the square of the combining marks in a text. */
const MAX_TYPED_LENGTH = 1000
/** Of all that is not ASCII, NFC turns only these into it: `;`, the grave accent, and K for the Kelvin sign. */
const BECOMES_ASCII = /[\u037E\u1FEF\u212A]/
const FORBIDDEN_IN_LOCAL = /[\s\p{C}"(),:;<>[\\\]]/u
const FORBIDDEN_IN_DOMAIN = /[\s\p{C}%/\\:?#@[\]"'(),;<>]/u

/**
 * An e-mail address as it is compared: outer white space off, NFC, the domain in lower case and in its ASCII form
 * (IDNA), ASCII letters of the local part in lower case. Dots and `+tags` count; no other letters are folded, so that
 * look-alikes never match. `null` where it is no address that one mailbox could have.
 */
export function emailKey(typed: string): string | null {
  if (typed.length > MAX_TYPED_LENGTH) return null
  const text = typed.trim().normalize('NFC')
  if (BECOMES_ASCII.test(typed) || text.length === 0 || text.length > MAX_EMAIL_LENGTH) return null
  const at = text.indexOf('@')
  const local = text.slice(0, at)
  const domain = text.slice(at + 1)
  if (at < 1 || local.length > MAX_LOCAL_LENGTH || FORBIDDEN_IN_LOCAL.test(local)) return null
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null
  if (!domain || FORBIDDEN_IN_DOMAIN.test(domain)) return null
  const ascii = domainToASCII(domain)
  if (!/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/.test(ascii))
    return null
  return `${local.replace(/[A-Z]/g, (char) => char.toLowerCase())}@${ascii}`
}
