import { type Html, html, type LocalText, plainText } from '../../base/index.ts'
import { inLine, langOf } from './language-of-text.ts'
import type { PublicFile, PublicMessage, PublicPart, PublicValue, ShownValue } from '../public-issue.ts'
import { accountEnd, formatPhone } from '../../issues/index.ts'
import { dayOfDate } from './local-time.ts'
import { date, dateTime, longDay, type Page } from './page.ts'
import { safeUrl } from './safe-url.ts'
import { fill } from './words.ts'

/** Neighbouring plain fields, as one list. */
export function valuesSection(page: Page, items: readonly PublicValue[], id: string): Html {
  const title = id === 'fields' ? page.words.details : page.words.moreDetails
  return html`<section class="rk-section" aria-labelledby="${id}">
    <h2 class="rk-heading" id="${id}">${title}</h2>
    <dl class="rk-fields">
    ${items.map((item) => valueLine(page, item))}</dl>
    </section>\n`
}

function valueLine(page: Page, { key, label, value }: PublicValue): Html {
  const name = label ?? labelOf(page, key)
  return html`<div><dt${langOf(page, name)}>${plainText(name)}</dt><dd>${shown(page, value)}</dd></div>\n`
}

/** Newest first, whatever order they come in. */
export function messagesSection(
  page: Page,
  part: Extract<PublicPart, { kind: 'messages' }>,
  id: string,
): Html {
  const newest = part.messages.toSorted((one, other) => other.at - one.at)
  return html`<section class="rk-section" aria-labelledby="${id}">
    <h2 class="rk-heading" id="${id}"${langOf(page, part.label)}>${plainText(part.label ?? page.words.messages)}</h2>
    <ol class="rk-thread" role="list">
    ${newest.map((item) => message(page, item))}</ol>
    </section>\n`
}

export function filesSection(
  page: Page,
  part: Extract<PublicPart, { kind: 'attachments' }>,
  id: string,
): Html {
  const off = !part.downloads && html`<p class="rk-hint rk-files__off">${page.words.filesOff}</p>\n`
  return html`<section class="rk-section" aria-labelledby="${id}">
    <h2 class="rk-heading" id="${id}"${langOf(page, part.label)}>${plainText(part.label ?? page.words.files)}</h2>
    ${off}<ul class="rk-files" role="list">
    ${part.files.map((item) => file(page, item, part.downloads))}</ul>
    </section>\n`
}

function shown(page: Page, value: ShownValue): Html | string {
  const { format, words } = page
  switch (value.type) {
    case 'text':
      return html`<bdi${langOf(page, value.text)}>${plainText(value.text)}</bdi>`
    case 'long-text':
    case 'email':
    case 'user':
      return html`<bdi>${value.text}</bdi>`
    case 'phone':
      return html`<bdi dir="ltr">${formatPhone(value.text)}</bdi>`
    case 'bank-account':
      return html`<span aria-hidden="true">•••• </span><span class="rk-hidden">${words.endingIn} </span><bdi>${accountEnd(value.text)}</bdi>`
    case 'number':
      return html`<bdi>${format.number(value.number)}</bdi>`
    case 'money':
      return html`<bdi>${format.money(value.money)}</bdi>`
    case 'date': {
      const day = dayOfDate(value.date)
      return day === null ? value.date : longDay(page, day)
    }
    case 'date-time':
      return dateTime(page, value.at, 'always')
    case 'boolean':
      return value.yes ? words.yes : words.no
    case 'choice':
    case 'multi-choice':
      return list(page, value.labels)
    case 'address':
      return html`<bdi>${format.address(value.address).join('\n')}</bdi>`
    case 'link':
      return link(value.link)
    case 'file':
      return fileLink(value.name, value.href)
  }
}

/** Labels of options, each in its language. */
function list(page: Page, labels: readonly LocalText[]): Html | string {
  const { format } = page
  if (labels.every((label) => typeof label === 'string')) return format.list(labels)
  const places = format.list(labels.map((_, index) => `{${index}}`))
  return fill(places, Object.fromEntries(labels.map((label, index) => [index, inLine(page, label)])))
}

function link({ url, label }: Extract<ShownValue, { type: 'link' }>['link']): Html {
  const href = safeUrl(url)
  const text = html`<bdi>${label || url}</bdi>`
  return href ? html`<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>` : text
}

/** Signed by the shop or by "You", never by a person. */
function message(page: Page, { from, body, at }: PublicMessage): Html {
  const { words, frame } = page
  const author = from === 'customer' ? words.you : frame.shop?.company.name || words.us
  const side = from === 'customer' ? 'you' : 'shop'
  return html`<li class="rk-message rk-message--${side}">
    <p class="rk-message__head"><strong><bdi>${author}</bdi></strong> ${dateTime(page, at, 'if-another')}</p>
    <p class="rk-message__text" dir="auto">${body.trim()}</p>
    </li>\n`
}

function file(page: Page, item: PublicFile, downloads: boolean): Html {
  const href = downloads ? safeUrl(item.href) : null
  const name = html`<bdi>${item.name}</bdi>`
  return html`<li class="rk-file"><span class="rk-file__type" aria-hidden="true">${item.badge}</span>${
    href
      ? html`<a class="rk-file__name" href="${href}">${name}</a>`
      : html`<span class="rk-file__name">${name}</span>`
  } <span class="rk-file__meta">${fileMeta(page, item)}</span></li>\n`
}

function fileLink(name: string, address: string | null): Html {
  const href = safeUrl(address)
  const text = html`<bdi>${name}</bdi>`
  return href ? html`<a href="${href}">${text}</a>` : text
}

function fileMeta(page: Page, { kind, size, from, at }: PublicFile): Html {
  const { words, format, frame } = page
  const shop = frame.shop?.company.name
  const meta = from === 'customer' ? words.fileFromYou : shop ? words.fileFromShop : words.fileFromUs
  return fill(meta, {
    kind: kind === 'photo' ? words.photo : words.document,
    size: format.fileSize(size),
    shop: html`<bdi>${shop}</bdi>`,
    date: date(page, at),
  })
}

/** The page's own words for built-in fields. */
const BUILT_IN_LABELS: Readonly<Record<string, keyof Page['words']>> = {
  number: 'fieldNumber',
  type: 'fieldType',
  step: 'fieldStep',
  created: 'fieldCreated',
  changed: 'fieldChanged',
  due: 'dueBy',
  'contact.name': 'fieldName',
  'contact.email': 'email',
  'contact.phone': 'phone',
  locale: 'fieldLocale',
  handler: 'fieldHandler',
}

function labelOf(page: Page, key: string): string {
  const word = page.words[BUILT_IN_LABELS[key] ?? 'details']
  return typeof word === 'string' ? word : word.other
}
