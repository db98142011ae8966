import { type Html, html, type HtmlPart, type PageLocale, pickText } from '../base/index.ts'
import type { Company } from '../company/index.ts'
import { formatPhone } from '../issues/index.ts'
import { FRAME_WORDS } from './frame-words.ts'

/** How to reach the company, as one sentence; `''` where it names neither a phone nor an e-mail. */
export function contactText(company: Company, locale: PageLocale): string {
  return pieces(company, locale)
    .map(({ text, after }) => text + after)
    .join('')
}

/** As {@link contactText}, with links to call and to write. */
export function contactHtml(company: Company, locale: PageLocale, style: string): Html | null {
  const parts = pieces(company, locale)
  if (parts.length === 0) return null
  const linked = ({ text, href, after }: ContactPiece): HtmlPart => [
    href ? html`<a class="rm-quiet" href="${href}" style="${style}">${text}</a>` : text,
    after,
  ]
  return html`${parts.map(linked)}`
}

type ContactPiece = { text: string; href: string | null; after: string }

function pieces(company: Company, locale: PageLocale): ContactPiece[] {
  const { contactBoth, contactPhone, contactEmail } = FRAME_WORDS[locale]
  const { phone, email } = company
  const sentence = phone && email ? contactBoth : phone ? contactPhone : email ? contactEmail : ''
  const hours = pickText(company.phoneHours, [locale])
  return sentence
    .split(/(\{phone\}|\{email\})/)
    .filter(Boolean)
    .map((part) => {
      if (part === '{phone}') {
        const href = /^\+?[\d ]+$/.test(phone) ? `tel:${phone.replaceAll(' ', '')}` : null
        return { text: formatPhone(phone), href, after: hours && ` (${hours})` }
      }
      if (part === '{email}') return { text: email, href: `mailto:${encodeURI(email)}`, after: '' }
      return { text: part, href: null, after: '' }
    })
}
