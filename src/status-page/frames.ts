import {
  isPageLocale,
  kept,
  languageOf,
  PAGE_LOCALES,
  type PageLocale,
  pickLocalText,
  type Settings,
} from '../base/index.ts'
import type { Configuration, IssueType } from '../issue-types/index.ts'
import type { PageFrame } from './frame.ts'
import { DEFAULT_SHEET, sheetOf } from './sheets.ts'

/** The address of a page in a language; with a number it is the address of an issue, with the key of a link behind it. */
export function pagePath(locale: string, page: string, issue: string | null, key = ''): string {
  const path = `/${locale}/status/${encodeURIComponent(page)}`
  return issue ? path + queryOf(issue, key) : path
}

function queryOf(issue: string, key = ''): string {
  return `?issue=${encodeURIComponent(issue)}${key && `&key=${key}`}`
}

type Surroundings = Omit<PageFrame, 'now' | 'query'>
const surroundings = new WeakMap<Configuration, Map<string, Surroundings>>()

/** The frame of a shop's page; what does not depend on the visitor is made once. */
export function shopFrame(
  settings: Settings,
  configuration: Configuration,
  type: IssueType,
  locale: PageLocale,
  now: number,
  issue: { number: string; locale?: string; key?: string } | null,
): PageFrame {
  let made = surroundings.get(configuration)
  if (!made) {
    made = new Map()
    surroundings.set(configuration, made)
  }
  const around = kept(made, `${type.id} ${locale} ${issue?.locale ?? ''}`, () => {
    const chain = [locale, ...(issue?.locale ? [issue.locale] : []), settings.defaultLocale]
    return {
      locale,
      timeZone: settings.timeZone,
      styleHref: sheetOf(type).href,
      languages: languages(locale, type.statusPage.identifier),
      shop: {
        company: configuration.company,
        logo: configuration.logo?.path ?? null,
        header: pickLocalText(type.statusPage.header, chain),
        metaTitle: pickLocalText(type.statusPage.metaTitle, chain),
        favicon: type.statusPage.favicon,
      },
    }
  })
  return { ...around, now, query: issue ? queryOf(issue.number, issue.key) : '' }
}

/** The frame of a page that tells nothing about any shop; the language switch keeps the address that was asked for. */
export function plainFrame(
  settings: Settings,
  locale: PageLocale,
  now: number,
  page: string | null,
): PageFrame {
  return {
    locale,
    timeZone: settings.timeZone,
    now,
    query: '',
    styleHref: DEFAULT_SHEET.href,
    languages: page === null ? [] : languages(locale, page),
    shop: null,
  }
}

function languages(current: PageLocale, page: string): PageFrame['languages'] {
  return PAGE_LOCALES.map(({ tag, name }) => ({
    tag,
    name,
    href: pagePath(tag, page, null),
    current: tag === current,
  }))
}

const MAX_RANGES = 20

/** The page language that a browser's `Accept-Language` likes best (RFC 9110, 12.5.4), else the default. */
export function bestLocale(header: string | undefined, fallback: PageLocale): PageLocale {
  const ranges = (header ?? '')
    .slice(0, 500)
    .split(',', MAX_RANGES)
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
      const quality = parameters
        .map((parameter) => /^\s*q=(\d(\.\d{0,3})?)\s*$/.exec(parameter)?.[1])
        .find(Boolean)
      return { tag: languageOf(tag.trim()), quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of ranges.filter(({ quality }) => quality > 0)) {
    if (isPageLocale(tag)) return tag
    if (tag === '*') return unnamed(ranges, fallback)
  }
  return fallback
}

/** What `*` stands for: any language that the header does not name, the default before all others. */
function unnamed(ranges: readonly { tag: string }[], fallback: PageLocale): PageLocale {
  const named = new Set(ranges.map(({ tag }) => tag))
  const tags = [fallback, ...PAGE_LOCALES.map(({ tag }) => tag)]
  return tags.find((tag) => !named.has(tag)) ?? fallback
}
