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
  /** The language switch: one entry per page language. */
  languages: readonly { tag: PageLocale; name: string; href: string; current: boolean }[]
  /** `null` on the error page, which belongs to no shop. */
  shop: PageShop | null
}

export type PageShop = {
  company: Company
  /** Cleaned HTML of the page's header; `''` for the default header made of the company. */
  header: LocalText
  /** Text; `''` for the page's own title. */
  metaTitle: LocalText
  favicon: string | null
}
