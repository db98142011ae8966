import { languageOf } from './texts.ts'

/**
 * The languages that pages and messages speak, in the order of the language switch: with their own names, and the
 * locale whose dates, numbers and money they write.
 */
export const PAGE_LOCALES = [
  { tag: 'cs', name: 'Čeština', formats: 'cs-CZ' },
  { tag: 'de', name: 'Deutsch', formats: 'de-DE' },
  { tag: 'en', name: 'English', formats: 'en-GB' },
  { tag: 'pl', name: 'Polski', formats: 'pl-PL' },
  { tag: 'sk', name: 'Slovenčina', formats: 'sk-SK' },
] as const

export type PageLocale = (typeof PAGE_LOCALES)[number]['tag']

const tags = new Set<string>(PAGE_LOCALES.map((locale) => locale.tag))

/** The locale whose dates, numbers and money a page language writes: `en-GB` for `en`. */
export function formatsOf(tag: PageLocale): string {
  return PAGE_LOCALES.find((locale) => locale.tag === tag)?.formats ?? tag
}

export function isPageLocale(value: string): value is PageLocale {
  return tags.has(value)
}

/** The page language nearest to any language tag, or `fallback` where the page does not speak it. */
export function nearestPageLocale(tag: string | null | undefined, fallback: PageLocale): PageLocale {
  if (!tag) return fallback
  if (isPageLocale(tag)) return tag
  const language = languageOf(tag.toLowerCase())
  return isPageLocale(language) ? language : fallback
}
