import { languageOf } from './texts.ts'

/** The languages that the public page speaks, with their own names, in the order of the language switch. */
export const PAGE_LOCALES = [
  { tag: 'cs', name: 'Čeština' },
  { tag: 'de', name: 'Deutsch' },
  { tag: 'en', name: 'English' },
  { tag: 'pl', name: 'Polski' },
  { tag: 'sk', name: 'Slovenčina' },
] as const

export type PageLocale = (typeof PAGE_LOCALES)[number]['tag']

const tags = new Set<string>(PAGE_LOCALES.map((locale) => locale.tag))

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
