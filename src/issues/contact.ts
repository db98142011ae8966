import { domainToASCII } from 'node:url'
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** How a customer can be reached, as it is shown; each part may be empty. */
export type Contact = { name: string; email: string; phone: string }

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

/** E.164 numbers have at most 15 digits; fewer than 8 could be guessed or are extensions. */
const MIN_DIGITS = 8

/**
 * A phone number as it is compared: E.164, with the given country for numbers without a country code. Spaces, dashes,
 * dots, slashes and brackets do not count, `00` is `+`. `null` where it is no full number.
 */
export function phoneKey(typed: string, defaultCountry: string): string | null {
  if (typed.length > MAX_TYPED_LENGTH) return null
  const text = typed.trim().normalize('NFKC')
  if (text.length === 0 || text.length > 40 || !/^[+\d\s().\-/\u2010-\u2015]+$/.test(text)) return null
  const digits = text.replace(/[^+\d]/g, '').replace(/^00/, '+')
  if (!/^\+?\d{1,15}$/.test(digits)) return null
  const parsed = parsePhoneNumberFromString(digits, {
    defaultCountry: countryCode(defaultCountry),
    extract: false,
  })
  if (!parsed?.isPossible() || parsed.ext) return null
  return parsed.number.length - 1 < MIN_DIGITS ? null : parsed.number
}

/** Settings were checked against the list of countries at start; an unknown one only loses its default code. */
function countryCode(country: string): CountryCode {
  return country as CountryCode
}
