import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** The country that a number in E.164 belongs to, ISO 3166-1 alpha-2; `null` for numbers of no country. */
export function countryOf(to: string): string | null {
  return parsePhoneNumberFromString(to)?.country ?? null
}
