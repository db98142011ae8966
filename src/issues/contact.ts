import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** How a customer can be reached, as it is shown; each part may be empty. */
export type Contact = { name: string; email: string; phone: string }

/** Nothing longer is even normalized. */
const MAX_TYPED_LENGTH = 1000

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
