import { type Html, html, type HtmlPart, kept, type LocalText, plainText } from '../../base/index.ts'
import type { Page } from './page.ts'

const directions = new Map<string, 'ltr' | 'rtl'>()

/** Attributes for an element that holds nothing but this text: its language, where that is not the page's. */
export function langOf(page: Page, text: LocalText | null | undefined): Html | false {
  if (!text || typeof text === 'string') return false
  const direction = directionOf(text.locale)
  const dir = direction !== page.language.direction && html` dir="${direction}"`
  return html` lang="${text.locale}"${dir}`
}

/** The text for a place among words of the page. */
export function inLine(page: Page, text: LocalText): HtmlPart {
  return typeof text === 'string' ? text : html`<span${langOf(page, text)}>${plainText(text)}</span>`
}

/** Which way a language is written. A tag may have the right shape and be none; then the page's usual way. */
function directionOf(tag: string): 'ltr' | 'rtl' {
  return kept(directions, tag, () => {
    try {
      return new Intl.Locale(tag).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
    } catch {
      return 'ltr'
    }
  })
}
