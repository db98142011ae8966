import type { PageLocale } from './locales.ts'

/** The settings that features work by; the rest of the configuration file is the composition root's. */
export type Settings = {
  /** Scheme and authority, without a slash at the end. Every link that leaves the system starts with it. */
  baseUrl: string
  defaultLocale: PageLocale
  /** ISO 3166-1 alpha-2; for phone numbers without a country code. */
  defaultCountry: string
  /** IANA name. */
  timeZone: string
  /** Where text messages may go, and how many segments of them may leave on one day. */
  sms: { countries: readonly string[]; dailyBudget: number }
}
