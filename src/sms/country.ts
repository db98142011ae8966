import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * The countries, as ISO 3166-1 alpha-2 codes, that a number in E.164 may belong to: mostly one, several where they share a
 * range, none for what is no country's.
 */
export function countriesOf(to: string): readonly string[] {
  const parsed = parsePhoneNumberFromString(to)
  if (!parsed) return []
  return parsed.country ? [parsed.country] : parsed.getPossibleCountries()
}
