/** Text in several languages, keyed by BCP 47 tag (`en`, `cs`, `pt-BR`). An empty object is no text. */
export type Texts = Readonly<Record<string, string>>

/**
 * The first non-empty text along a chain of locales, each tried whole and then by its language
 * (`de-AT`, then `de`); after the chain, any text there is; `''` where there is none.
 */
export function pickText(texts: Texts | null | undefined, locales: readonly string[]): string {
  return pickTextWithLocale(texts, locales).text
}

/** As {@link pickText}, with the locale that the text was found under, so that a page can mark its language. */
export function pickTextWithLocale(
  texts: Texts | null | undefined,
  locales: readonly string[],
): { text: string; locale: string | null } {
  if (!texts) return { text: '', locale: null }
  for (const locale of locales) {
    for (const key of [locale, languageOf(locale)]) {
      const text = texts[key]
      if (text) return { text, locale: key }
    }
  }
  for (const [locale, text] of Object.entries(texts)) if (text) return { text, locale }
  return { text: '', locale: null }
}

/** A text in another language than its reader's. */
export class ForeignText {
  readonly text: string
  readonly locale: string

  constructor(text: string, locale: string) {
    this.text = text
    this.locale = locale
  }
}

/** A text for a reader: a plain string in the reader's own language, which is nearly every one. */
export type LocalText = string | ForeignText

/** As {@link pickText}, for a reader of the first of the locales, who is to be told of another language. */
export function pickLocalText(texts: Texts | null | undefined, locales: readonly string[]): LocalText {
  const [own = ''] = locales
  const text = texts?.[own]
  if (text) return text
  const found = pickTextWithLocale(texts, locales)
  if (found.locale === null || languageOf(found.locale) === languageOf(own)) return found.text
  return new ForeignText(found.text, found.locale)
}

/** The text alone, for places that cannot tell its language. */
export function plainText(text: LocalText): string {
  return typeof text === 'string' ? text : text.text
}

/** The primary language subtag of a locale: `de` of `de-AT`. */
export function languageOf(locale: string): string {
  const dash = locale.indexOf('-')
  return dash < 0 ? locale : locale.slice(0, dash)
}
