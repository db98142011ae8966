import { phoneLink } from './contact-line.ts'
import {
  escapeText,
  ForeignText,
  type Html,
  html,
  type LocalText,
  nothing,
  plainText,
  trusted,
} from '../../base/index.ts'
import type { PageFrame } from '../frame.ts'
import { joinedBytes } from './joined-bytes.ts'
import { langOf } from './language-of-text.ts'
import type { Page } from './page.ts'
import { safeUrl } from './safe-url.ts'
import { fill } from './words.ts'

export type Content = {
  /** Text of the document's title, without the shop. Never holds an issue's number. */
  title: LocalText
  /** One narrow card: everything but the answer. */
  slim: boolean
  main: Html
  /** What stands in the foot above the shop's imprint. */
  foot?: Html
}

const globe = trusted(
  '<svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true"><circle cx="8" cy="8" r="6.5"/><path d="M1.5 8h13M8 1.5c4 4 4 9 0 13c-4-4-4-9 0-13"/></svg>',
)
const chevron = trusted(
  '<svg width="10" height="10" viewBox="0 0 10 10" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><path d="m1 3 4 4 4-4"/></svg>',
)

/** The whole document around a page's content. */
export function layout(page: Page, content: Content): string {
  const { parts } = shellOf(page, content)
  const texts = textsOf(page, content)
  return parts.map((part, index) => part + (texts[index] ?? '')).join('')
}

/** As {@link layout}, in UTF-8: what every visitor gets the same is not encoded again. */
export function layoutBytes(page: Page, content: Content): Buffer {
  return joinedBytes(shellOf(page, content).bytes, textsOf(page, content))
}

/** What belongs into the slots of a page's shell, in their order. */
function textsOf(page: Page, content: Content): string[] {
  const fills: Readonly<Record<Slot, string>> = {
    title: html`<title${langOf(page, content.title)}>${plainText(content.title)}</title>`.markup,
    query: escapeText(page.frame.query),
    main: content.main.markup,
    foot: content.foot?.markup ?? '',
  }
  return shellOf(page, content).slots.map((name) => fills[name])
}

type Slot = 'title' | 'query' | 'main' | 'foot'
/** A document cut where the visitor's own content belongs; one part more than slots. */
type Shell = { frame: PageFrame; parts: readonly string[]; bytes: readonly Buffer[]; slots: readonly Slot[] }
const shells = new WeakMap<PageFrame['languages'], Map<string, Shell>>()

/** All of a document that is the same for every visitor, made once for a shop, a language and a kind of page. */
function shellOf(page: Page, { slim, foot }: Content): Shell {
  const { frame } = page
  const made = shells.get(frame.languages) ?? new Map<string, Shell>()
  shells.set(frame.languages, made)
  const kind = `${slim} ${foot !== undefined}`
  let shell = made.get(kind)
  if (!shell || !isAlike(shell.frame, frame)) {
    const cut = document(page, slim, foot !== undefined).markup.split(/\0(\w+)\0/)
    const parts = cut.filter((_, index) => index % 2 === 0)
    const slots = cut.filter((_, index) => index % 2 === 1) as Slot[]
    shell = { frame, parts, bytes: parts.map((part) => Buffer.from(part)), slots }
    made.set(kind, shell)
  }
  return shell
}

/** Whether two frames differ in nothing but the visitor. */
function isAlike(one: PageFrame, other: PageFrame): boolean {
  return one.shop === other.shop && one.locale === other.locale && one.styleHref === other.styleHref
}

/** NUL stands in no text that a store or a request brought. */
function slot(name: Slot): Html {
  return trusted(`\0${name}\0`)
}

function document(page: Page, slim: boolean, hasFoot: boolean): Html {
  const { frame, language, words } = page
  const favicon = safeUrl(frame.shop?.favicon)
  return html`<!doctype html>
    <html lang="${language.tag}" dir="${language.direction}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="format-detection" content="telephone=no">
    <meta name="robots" content="noindex, nofollow, noarchive">
    ${slot('title')}
    <link rel="stylesheet" href="${frame.styleHref}">
    ${favicon && html`<link rel="icon" href="${favicon}">\n`}</head>
    <body class="rk-page${slim && ' rk-page--slim'}">
    <a class="rk-skip" href="#main">${words.skip}</a>
    <header class="rk-top">
    <div class="rk-top__in">
    ${header(page)}${languageSwitch(page)}</div>
    </header>
    <main class="rk-main" id="main">
    ${slot('main')}
    </main>
    ${footer(page, hasFoot)}</body>
    </html>
    `
}

/** `Received – Your claim`: the page's own words before the shop's meta title, or its name where there is none. */
export function documentTitle(page: Page, ...words: readonly LocalText[]): LocalText {
  const shop = page.frame.shop
  const titles = shop?.metaTitle ? [...words, shop.metaTitle] : words
  const parts = shop?.metaTitle ? titles : [...words, shop?.company.name ?? '']
  const text = parts.map(plainText).filter(Boolean).join(' – ')
  const locale = localeOfAll(titles)
  return locale ? new ForeignText(text, locale) : text
}

/** A title is one run of text: its language can be told only where all of it is in the same one. */
function localeOfAll(texts: readonly LocalText[]): string | null {
  const [first] = texts
  if (!(first instanceof ForeignText)) return null
  const alike = texts.every((text) => text instanceof ForeignText && text.locale === first.locale)
  return alike ? first.locale : null
}

function header(page: Page): Html {
  const shop = page.frame.shop
  if (!shop) return nothing
  if (shop.header)
    return html`<div class="rk-header"${langOf(page, shop.header)}>${trusted(plainText(shop.header))}</div>\n`
  const { name, website, phone } = shop.company
  const home = safeUrl(website)
  const sign = shop.logo
    ? html`<img class="rk-logo" src="${shop.logo}" alt="${name}">`
    : html`<strong>${name}</strong>`
  return html`<div class="rk-header">
    ${(name || shop.logo) && html`<p>${home && name ? html`<a href="${home}">${sign}</a>` : sign}</p>\n`}
    ${phone && html`<p>${fill(page.words.callUs, { phone: phoneLink(phone) })}</p>\n`}</div>\n`
}

function languageSwitch(page: Page): Html {
  const { frame, words } = page
  const current = frame.languages.find((language) => language.current)
  if (frame.languages.length < 2) return nothing
  return html`<nav class="rk-lang" aria-label="${words.language}">
    <details>
    <summary>${globe} <span class="rk-hidden">${words.language}: </span>${current?.name} ${chevron}</summary>
    <ul role="list">
    ${frame.languages.map(
      ({ tag, name, href, current }) =>
        html`<li><a href="${href}${slot('query')}" lang="${tag}" hreflang="${tag}"${current && trusted(' aria-current="true"')}>${name}</a></li>\n`,
    )}</ul>
    </details>
    </nav>\n`
}

function footer(page: Page, hasFoot: boolean): Html {
  const company = page.frame.shop?.company
  const imprint = company?.imprint || company?.name
  const privacy = safeUrl(company?.privacyUrl)
  if (!hasFoot && !imprint && !privacy) return nothing
  return html`<footer class="rk-foot">
    ${hasFoot && slot('foot')}
    ${
      (imprint || privacy) &&
      html`<p>${imprint && html`<bdi>${imprint}</bdi>`} ${
        privacy && html`<a href="${privacy}">${page.words.privacy}</a>`
      }</p>\n`
    }</footer>\n`
}
