import type { LocalText, PageLocale } from '../base/index.ts'
import type { Company } from '../company/index.ts'

/** What every page of the public status page needs around its content, whoever the visitor is. */
export type PageFrame = {
  locale: PageLocale
  /** IANA name, for dates and times. */
  timeZone: string
  /** UTC milliseconds. */
  now: number
  /** Where the style sheet lies, with its content hash. */
  styleHref: string
  /** What the language switch adds to each address to keep the issue: `''`, or a query. */
  query: string
  /** The language switch: one entry per page language. Never changed in place: what is made of it is kept. */
  languages: readonly { tag: PageLocale; name: string; href: string; current: boolean }[]
  /** `null` on the error page, which belongs to no shop. As a whole another one after any change. */
  shop: PageShop | null
}

export type PageShop = {
  company: Company
  /** Where the logo lies that stands in the default header; `null` without one. */
  logo: string | null
  /** Cleaned HTML of the page's header; `''` for the default header made of the company. */
  header: LocalText
  /** Text; `''` for the page's own title. */
  metaTitle: LocalText
  favicon: string | null
}
