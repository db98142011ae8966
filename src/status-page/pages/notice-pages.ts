import type { PageFrame } from '../frame.ts'
import type { Messages } from '../locales/index.ts'
import { contactLine } from './contact-line.ts'
import { type Html, html, nothing } from '../../base/index.ts'
import { documentTitle, layout } from './layout.ts'
import { type Page, pageOf } from './page.ts'

/** Too many attempts (429). The wait is told in four coarse steps and says nothing about what was counted. */
export function throttledPage(
  frame: PageFrame,
  content: { formHref: string; retryAfterSeconds: number },
): string {
  const page = pageOf(frame)
  const { words } = page
  const contact = contactLine(page)
  const back = html`<div class="rk-actions"><a class="rk-button rk-button--quiet" href="${content.formHref}">${words.backToForm}</a></div>`
  const ask =
    contact && html`<h2 class="rk-heading rk-heading--gap">${words.cantWait}</h2>\n<p>${contact}</p>\n`
  return layout(page, {
    title: documentTitle(page, words.throttledDocument),
    slim: true,
    main: notice(
      words[waitOf(content.retryAfterSeconds)],
      words.throttledText,
      html`<p>${words.throttledLink}</p>
${ask}${back}`,
    ),
  })
}

/** No such page (404): one answer for a wrong address, a page that is off, and an unknown language. */
export function errorPage(frame: PageFrame): string {
  const page = pageOf(frame)
  const { words } = page
  const advice = html`<h2 class="rk-heading rk-heading--gap">${words.whatYouCanDo}</h2>
    <ul class="rk-list">
    <li>${words.errorLink}</li>
    <li>${words.errorTyped}</li>
    <li>${words.errorAsk}</li>
    </ul>`
  return layout(page, {
    title: words.errorTitle,
    slim: true,
    main: notice(words.errorTitle, words.errorText, advice),
  })
}

/** The store does not answer (503). Never says that something was not found. */
export function unavailablePage(frame: PageFrame): string {
  const page = pageOf(frame)
  const { words } = page
  const contact = contactLine(page)
  const ask =
    contact && html`<h2 class="rk-heading rk-heading--gap">${words.cantWait}</h2>\n<p>${contact}</p>\n`
  return layout(page, {
    title: words.unavailableTitle,
    slim: true,
    main: notice(words.unavailableTitle, words.unavailableText, html`${ask}${wayOn(page, words.tryAgain)}`),
  })
}

/** `bad-request` 400, `method` 405, `too-large` 413. */
export type BadRequest = 'bad-request' | 'method' | 'too-large'

/** A request that no form of ours sends. */
export function badRequestPage(frame: PageFrame, kind: BadRequest): string {
  const page = pageOf(frame)
  const [title, text] = badRequests[kind]
  return layout(page, {
    title: page.words[title],
    slim: true,
    main: notice(page.words[title], page.words[text], wayOn(page, page.words.openForm)),
  })
}

type TextKey = { [Key in keyof Messages]: Messages[Key] extends string ? Key : never }[keyof Messages]

const badRequests: Record<BadRequest, readonly [TextKey, TextKey]> = {
  'bad-request': ['badRequestTitle', 'badRequestText'],
  method: ['methodTitle', 'methodText'],
  'too-large': ['tooLargeTitle', 'tooLargeText'],
}

function notice(title: string, text: string, more: Html): Html {
  return html`<div class="rk-card">
    <h1 class="rk-title">${title}</h1>
    <p class="rk-lede">${text}</p>
    ${more}
    </div>`
}

/** The language switch knows this page's own address; without one there is nowhere to lead. */
function wayOn(page: Page, label: string): Html {
  const here = page.frame.languages.find((language) => language.current)
  if (!here) return nothing
  return html`<div class="rk-actions"><a class="rk-button rk-button--quiet" href="${here.href}">${label}</a></div>`
}

/** Rounds up: a wait that is told too short makes people try in vain. */
function waitOf(seconds: number) {
  if (seconds <= 60) return 'throttledMinute'
  if (seconds <= 600) return 'throttledMinutes'
  return seconds <= 2_100 ? 'throttledHalfHour' : 'throttledHour'
}
