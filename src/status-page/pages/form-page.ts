import type { PageFrame } from '../frame.ts'
import type { Verification } from '../../issue-types/index.ts'
import { contactLine } from './contact-line.ts'
import { type Html, html, type LocalText, nothing, plainText, trusted } from '../../base/index.ts'
import { langOf } from './language-of-text.ts'
import { documentTitle, layout } from './layout.ts'
import { type Page, pageOf } from './page.ts'
import { fill } from './words.ts'

export type FormContent = {
  /** Where the form posts to. */
  action: string
  /** The number to fill in; `''` for none. */
  issue: string
  /** The key of the link that led here, sent along unseen; `''` for none. */
  key?: string
  verification: Verification
  typeName: LocalText
  /** What a number of this page looks like. */
  numberExample: string | null
}

const LONGEST_NUMBER = 64

/** The form that asks for the issue's number and the contact. */
export function formPage(frame: PageFrame, content: FormContent): string {
  const page = pageOf(frame)
  return layout(page, {
    title: frame.shop?.metaTitle || documentTitle(page, page.words.formTitle),
    slim: true,
    main: card(page, content, false),
  })
}

/** The one answer to every attempt that did not open an issue. It keeps the number and never holds the contact. */
export function refusedPage(frame: PageFrame, content: FormContent): string {
  const page = pageOf(frame)
  return layout(page, {
    title: documentTitle(page, page.words.refusedDocument),
    slim: true,
    main: card(page, content, true),
  })
}

function card(page: Page, content: FormContent, refused: boolean): Html {
  const { words } = page
  return html`<div class="rk-card">
    ${content.typeName && html`<p class="rk-status__id"><span${langOf(page, content.typeName)}>${plainText(content.typeName)}</span></p>\n`}
    <h1 class="rk-title">${words.formTitle}</h1>
    ${refused ? alert(page, content) : html`<p class="rk-lede">${words.formLede}</p>`}
    <form class="rk-form" method="post" action="${content.action}">
    ${numberField(page, content, refused)}
    ${contactField(page, content, refused)}
    ${
      content.key &&
      html`<input type="hidden" name="key" value="${content.key}">
`
    }<button class="rk-button rk-button--wide" type="submit">${words.show}</button>
    </form>
    <p class="rk-note">${words.formNote}</p>
    </div>`
}

/** Takes the focus, with or without scripts, so that a screen reader begins with what went wrong. */
function alert(page: Page, content: FormContent): Html {
  const { words } = page
  const contact = fill(words.refusedContact, { label: contactLabel(page, content.verification) })
  return html`<div class="rk-alert" id="problem" tabindex="-1" autofocus>
    <div role="alert">
    <h2 class="rk-alert__title">${words.refusedTitle}</h2>
    <p>${words.refusedText}</p>
    <ul>
    <li><a href="#issue">${words.refusedNumber}</a></li>
    <li><a href="#contact">${contact}</a></li>
    </ul>
    </div>
    </div>`
}

function numberField(page: Page, content: FormContent, refused: boolean): Html {
  const { words } = page
  const { numberExample: example } = content
  const hint = fill(words.numberHint, { example: html`<bdi>${example}</bdi>` })
  const number = content.issue.slice(0, LONGEST_NUMBER)
  const described = [refused && 'problem', example && 'issue-hint'].filter(Boolean).join(' ')
  return html`<div class="rk-field">
    <label class="rk-label" for="issue">${words.number}</label>
    ${example && html`<p class="rk-hint" id="issue-hint">${hint}</p>\n`}<input class="rk-input" id="issue" name="issue" type="text" required maxlength="${LONGEST_NUMBER}" autocomplete="off" autocapitalize="characters" spellcheck="false" dir="auto"${described && html` aria-describedby="${described}"`}${refused && invalid}${number && html` value="${number}"`}>
    ${help(page, example)}
    </div>`
}

const invalid = trusted(' aria-invalid="true"')

function help(page: Page, example: string | null): Html {
  const { words } = page
  const contact = contactLine(page)
  return html`<details class="rk-help">
    <summary>${words.whereNumber}</summary>
    <div>
    <p>${words.whereNumberText}</p>
    ${example && slip(words.confirmation, example)}${contact && html`<p>${fill(words.cantFind, { contact })}</p>\n`}</div>
    </details>`
}

function slip(title: string, example: string): Html {
  return html`<div class="rk-slip" aria-hidden="true">${title}<br><mark>${example}</mark><span></span><span></span></div>\n`
}

const inputs: Record<Verification, Html> = {
  email: trusted(
    'type="email" inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false"',
  ),
  phone: trusted('type="tel" inputmode="tel" autocomplete="tel"'),
  'email-or-phone': trusted(
    'type="text" inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false"',
  ),
}

function contactField(page: Page, { verification }: FormContent, refused: boolean): Html {
  const { words } = page
  const hint = verification === 'phone' ? words.phoneHint : words.contactHint
  const described = refused ? 'problem contact-hint' : 'contact-hint'
  return html`<div class="rk-field">
    <label class="rk-label" for="contact">${contactLabel(page, verification)}</label>
    <p class="rk-hint" id="contact-hint">${hint}${refused ? html` ${words.contactAgain}` : nothing}</p>
    <input class="rk-input" id="contact" name="contact" ${inputs[verification]} required maxlength="254" dir="auto" aria-describedby="${described}"${refused && invalid}>
    </div>`
}

function contactLabel(page: Page, verification: Verification): string {
  if (verification === 'email') return page.words.email
  return verification === 'phone' ? page.words.phone : page.words.emailOrPhone
}
