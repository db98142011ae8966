/** Text in several languages, keyed by BCP 47 tag (`en`, `cs`, `pt-BR`). An empty object is no text. */
export type Texts = Readonly<Record<string, string>>

/**
 * The first non-empty text along a chain of locales, each tried whole and then by its language
 * (`de-AT`, then `de`); after the chain, any text there is; `''` where there is none.
 */
export function pickText(texts: Texts | null | undefined, locales: readonly string[]): string {
  const locale = localeWithText(texts, locales)
  return locale === null ? '' : (texts?.[locale] ?? '')
}

/** As {@link pickText}, with the locale that the text was found under, so that a page can mark its language. */
export function pickTextWithLocale(
  texts: Texts | null | undefined,
  locales: readonly string[],
): { text: string; locale: string | null } {
  const locale = localeWithText(texts, locales)
  return { text: locale === null ? '' : (texts?.[locale] ?? ''), locale }
}

function localeWithText(texts: Texts | null | undefined, locales: readonly string[]): string | null {
  if (!texts) return null
  for (const locale of locales) {
    if (texts[locale]) return locale
    const language = languageOf(locale)
    if (language !== locale && texts[language]) return language
  }
  for (const locale of Object.keys(texts)) if (texts[locale]) return locale
  return null
}

/** The primary language subtag of a locale: `de` of `de-AT`. */
export function languageOf(locale: string): string {
  const dash = locale.indexOf('-')
  return dash < 0 ? locale : locale.slice(0, dash)
}
