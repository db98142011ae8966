import { type Html, html, nothing, pickLocalText, plainText } from '../../base/index.ts'
import { formatPhone } from '../../issues/index.ts'
import { langOf } from './language-of-text.ts'
import type { Page } from './page.ts'
import { safeUrl } from './safe-url.ts'
import { fill } from './words.ts'

/** How to reach the shop, as a sentence; `null` where it names neither a phone nor an e-mail. */
export function contactLine(page: Page): Html | null {
  const company = page.frame.shop?.company
  if (!company) return null
  const { contactBoth, contactPhone, contactEmail } = page.words
  if (company.phone && company.email)
    return fill(contactBoth, { phone: phoneWithHours(page), email: emailLink(company.email) })
  if (company.phone) return fill(contactPhone, { phone: phoneWithHours(page) })
  if (company.email) return fill(contactEmail, { email: emailLink(company.email) })
  return null
}

/** Left to right in any language, with spaces that do not break. */
export function phoneLink(phone: string): Html {
  const href = safeUrl(`tel:${phone.replaceAll(' ', '')}`)
  const number = formatPhone(phone)
  return href ? html`<a href="${href}" dir="ltr">${number}</a>` : html`<bdi dir="ltr">${number}</bdi>`
}

function emailLink(email: string): Html {
  const href = safeUrl(`mailto:${email}`)
  return href ? html`<a href="${href}"><bdi>${email}</bdi></a>` : html`<bdi>${email}</bdi>`
}

function phoneWithHours(page: Page): Html {
  const company = page.frame.shop?.company
  if (!company) return nothing
  const hours = pickLocalText(company.phoneHours, [page.frame.locale])
  return html`${phoneLink(company.phone)}${hours && html` <span${langOf(page, hours)}>(${plainText(hours)})</span>`}`
}
