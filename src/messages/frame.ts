import { type Html, html, type PageLocale, trusted } from '../base/index.ts'
import type { Company } from '../company/index.ts'
import { type Accent, SURFACE } from './accent.ts'
import { contactHtml, contactText } from './contact-words.ts'
import { FRAME_WORDS } from './frame-words.ts'
import { FONT, MUTED } from './html-part.ts'
import { wrap } from './text-part.ts'

/** What stands around the body of a message. */
export type Frame = {
  locale: PageLocale
  /** The language of the body, where that is another. */
  bodyLang: string | null
  company: Company
  /** Staff know how to reach the company. */
  audience: 'customer' | 'staff'
  accent: Accent
  subject: string
  /** What lists of mail show beside the subject. */
  preheader: string
  /** What the message is about: "Warranty claim". */
  about: string
  number: string
}

const PAGE = '#f4f4f1'
const LINE = '#dddcd6'
const DARK = { page: '#121315', surface: SURFACE.dark, ink: '#ececea', muted: '#aab0b6', line: '#36393e' }
const QUIET = `color:${MUTED};text-decoration:underline;`
const SMALL = `margin:0 0 8px;font-size:14px;line-height:21px;color:${MUTED};`

/** A whole HTML message: one column of at most 600 px, without images, in light and dark. */
export function htmlMessage(frame: Frame, body: Html): string {
  const { company, locale } = frame
  const dir = directionOf(locale)
  const name =
    company.name &&
    html`<p class="rm-name" style="margin:0 0 14px;font-size:19px;line-height:26px;font-weight:700;color:${frame.accent.light.link};">${company.name}</p>`
  return html`<!doctype html>
    <html lang="${locale}" dir="${dir}" xmlns="http://www.w3.org/1999/xhtml">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="supported-color-schemes" content="light dark">
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
    <title>${frame.subject}</title>
    <style>${styles(frame.accent)}</style>
    </head>
    <body class="rm-page" style="margin:0;padding:0;background:${PAGE};">
    <div style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${frame.preheader}${trusted(FILL)}</div>
    <div role="article" aria-roledescription="email" aria-label="${frame.subject}" lang="${locale}" dir="${dir}" style="font-family:${FONT};">
    <table role="presentation" class="rm-page" width="100%" border="0" cellpadding="0" cellspacing="0" bgcolor="${PAGE}" style="background:${PAGE};">
    <tr><td align="center" style="padding:28px 12px 32px;">
    ${trusted(OUTLOOK_BEGIN)}<table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" style="max-width:600px;text-align:${dir === 'rtl' ? 'right' : 'left'};">
    <tr><td class="rm-side" style="padding:0 29px;font-family:${FONT};">${name}</td></tr>
    <tr><td class="rm-card" bgcolor="${SURFACE.light}" style="padding:28px 28px 14px;border:1px solid ${LINE};border-radius:14px;background:${SURFACE.light};font-family:${FONT};overflow-wrap:break-word;word-break:break-word;">
    <h1 class="rm-muted" style="margin:0 0 18px;font-size:15px;line-height:22px;font-weight:400;color:${MUTED};">${frame.about}${frame.about && frame.number && ' · '}<bdi>${frame.number}</bdi></h1>
    ${frame.bodyLang ? html`<div lang="${frame.bodyLang}" dir="${directionOf(frame.bodyLang)}">${body}</div>` : body}</td></tr>
    <tr><td class="rm-side" style="padding:20px 29px 0;font-family:${FONT};">${footer(frame)}</td></tr>
    </table>${trusted(OUTLOOK_END)}
    </td></tr>
    </table>
    </div>
    </body>
    </html>
    `.markup
}

/** The body with the same lines around it as plain text. */
export function textMessage({ company, locale, audience }: Frame, body: string): string {
  const name = company.imprint.startsWith(company.name) ? '' : company.name
  const contact = audience === 'customer' ? contactText(company, locale) : ''
  const lines = [name, company.imprint, company.website, contact].filter(Boolean)
  const foot = [...lines, FRAME_WORDS[locale].automatic].map((line) => wrap(line)).join('\n')
  return `${body}\n\n-- \n${foot}\n`
}

function footer({ company, locale, audience }: Frame): Html {
  const contact = audience === 'customer' && contactHtml(company, locale, QUIET)
  const site = URL.parse(company.website)
  const website =
    site?.protocol === 'https:' &&
    html`<a class="rm-quiet" href="${site.href}" style="${QUIET}">${site.host}${site.pathname.replace(/\/$/, '')}</a>`
  const imprint = [company.imprint, company.imprint && website && ' · ', website]
  const lines = [contact, (company.imprint || website) && imprint, FRAME_WORDS[locale].automatic]
  return html`${lines.map((line) => line && html`<p class="rm-muted" style="${SMALL}">${line}</p>\n`)}`
}

/** Which way a language is written; a tag that is none is taken as ours are. */
function directionOf(tag: string): 'ltr' | 'rtl' {
  try {
    return new Intl.Locale(tag).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
  } catch {
    return 'ltr'
  }
}

/** Only for clients that change colours: everything else stands on the elements. */
function styles({ dark }: Accent): Html {
  return trusted(`:root{color-scheme:light dark;supported-color-schemes:light dark}
a.rm-button:hover{text-decoration:underline!important}
@media (prefers-color-scheme:dark){
.rm-page{background:${DARK.page}!important}
.rm-card{background:${DARK.surface}!important;border-color:${DARK.line}!important}
.rm-ink{color:${DARK.ink}!important}
.rm-muted,.rm-quiet{color:${DARK.muted}!important}
.rm-link,.rm-name{color:${dark.link}!important}
.rm-button{background:${dark.ground}!important;border-color:${dark.edge}!important;color:${dark.on}!important}
}
@media (max-width:480px){
.rm-card{padding:22px 18px 8px!important}
.rm-side{padding-left:19px!important;padding-right:19px!important}
}`)
}

/** Keeps what follows the preheader out of the preview. */
const FILL = '&#847;&zwnj;&nbsp;'.repeat(60)
const OUTLOOK_BEGIN =
  '<!--[if mso]><table role="presentation" width="600" align="center" border="0" cellpadding="0" cellspacing="0"><tr><td><![endif]-->'
const OUTLOOK_END = '<!--[if mso]></td></tr></table><![endif]-->'
