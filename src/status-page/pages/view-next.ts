import type { PublicNext } from '../public-issue.ts'
import { contactLine } from './contact-line.ts'
import { Html, html, type LocalText, plainText } from '../../base/index.ts'
import { inLine, langOf } from './language-of-text.ts'
import { dayOfDate } from './local-time.ts'
import { longDate, longDay, type Page } from './page.ts'
import { fill, plural } from './words.ts'

/** Whether the customer has to act: the only thing on the page that is amber. */
export function isCall(next: PublicNext): boolean {
  return next.turn === 'customer' && !next.settled
}

/** Who has to act and until when; after a decision, when that was. */
export function factsList(page: Page, next: PublicNext): Html {
  const { words } = page
  if (next.settled) {
    const label = next.settled.what === 'decided' ? words.decidedOn : words.settledOn
    return facts(fact(label, longDate(page, next.settled.at)))
  }
  return facts(html`${turnFact(page, next)}${dueFact(page, next) ?? clockFact(page, next)}`)
}

/**
 * The text of what happens next, where the step has one, and below it what the deadline rule says: above the line of
 * stages it would push that off the first screen of a phone.
 */
export function nextBlock(page: Page, next: PublicNext, id: string, section = false): Html | null {
  const usual = next.settled?.what === 'done' ? page.words.goodToKnow : page.words.whatNext
  const block = next.text && titledBlock(page, next.label ?? usual, next.text, id, section)
  const words = deadlineWords(page, next)
  return block || words ? html`${block}${words}` : null
}

function deadlineWords(page: Page, { words, settled }: PublicNext): Html | null {
  if (words === null || settled) return null
  return html`<p class="rk-deadline"${langOf(page, words)}>${plainText(words)}</p>\n`
}

/** What the customer has to do: the date first, then the text, then the way to the shop. */
export function callBlock(page: Page, next: PublicNext, id: string): Html {
  const title = next.label ?? page.words.whatYouNeedToDo
  const contact = contactLine(page)
  return html`<section class="rk-next rk-next--call" aria-labelledby="${id}">
    ${factsList(page, next)}${deadlineWords(page, next)}<h2 class="${next.text ? 'rk-next__title' : 'rk-hidden'}" id="${id}"${langOf(page, title)}>${plainText(title)}</h2>
    ${next.text && html`<p class="rk-next__text"${langOf(page, next.text)}>${plainText(next.text)}</p>\n`}${contact && html`<p class="rk-hint">${contact}</p>\n`}</section>\n`
}

export function titledBlock(
  page: Page,
  title: LocalText,
  text: LocalText | Html,
  id: string,
  section = false,
): Html {
  const said = text instanceof Html ? text : plainText(text)
  const lang = !(text instanceof Html) && langOf(page, text)
  return html`<section class="rk-next" aria-labelledby="${id}">
    <h2 class="${section ? 'rk-heading' : 'rk-next__title'}" id="${id}"${langOf(page, title)}>${plainText(title)}</h2>
    <p class="rk-next__text"${lang}>${said}</p>
    </section>\n`
}

function turnFact(page: Page, next: PublicNext): Html {
  const { words } = page
  if (next.turn === 'customer') return fact(words.whoseTurn, words.turnCustomer)
  return fact(words.whoseTurn, next.turn === 'us' ? words.turnUs : words.turnPartner, words.nothingToDo)
}

function dueFact(page: Page, next: PublicNext): Html | null {
  const { due } = next
  const day = due && dayOfDate(due.date)
  if (!due || day === null) return null
  const ours = next.turn !== 'customer'
  const label = ours ? page.words.settledBy : page.words.dueBy
  const agreed = next.agreedOn === null ? null : dayOfDate(next.agreedOn)
  const note = remaining(page, due.daysLeft, ours)
  if (agreed === null) return fact(label, longDay(page, day), note)
  const consent = fill(page.words.agreedOn, { date: longDay(page, agreed) })
  return fact(label, longDay(page, day), note, consent)
}

/** An honest page shows no day while there is none. */
function clockFact(page: Page, { clock, turn }: PublicNext): Html | null {
  const { words } = page
  if (clock === null) return null
  if (clock.state === 'waiting') {
    const note = clock.step && fill(words.startsWith, { step: inLine(page, clock.step) })
    return fact(words.deadline, words.notRunning, note ?? undefined)
  }
  const day = dayOfDate(clock.since)
  if (day === null) return null
  const why = { us: undefined, customer: words.pausedForYou, partner: words.pausedForPartner }[turn]
  return fact(words.deadline, fill(words.pausedSince, { date: longDay(page, day) }), why)
}

/** Only our own lateness is red and excused; a date that the customer missed is just told. */
function remaining(page: Page, daysLeft: number, ours: boolean): Html {
  const { words, frame } = page
  if (daysLeft >= 0) {
    const left = daysLeft === 0 ? words.today : daysLeft === 1 ? words.tomorrow : null
    return html`<span class="rk-left">${left ?? plural(frame.locale, words.daysLeft, daysLeft)}</span>`
  }
  if (!ours) return html`<span class="rk-left">${plural(frame.locale, words.daysAgo, -daysLeft)}</span>`
  const late = plural(frame.locale, words.daysLate, -daysLeft)
  return html`<span class="rk-left rk-left--late">${late}</span> ${words.lateSorry}`
}

function facts(items: Html): Html {
  return html`<dl class="rk-facts">\n${items}</dl>\n`
}

function fact(label: string, value: string | Html, ...notes: (string | Html | undefined)[]): Html {
  const told = notes.map((note) => note && html` <span class="rk-facts__note">${note}</span>`)
  return html`<div><dt>${label}</dt><dd>${value}${told}</dd></div>\n`
}
