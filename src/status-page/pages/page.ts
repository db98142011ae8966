import { type Messages, PAGE_LANGUAGES, type PageLanguage } from '../locales/index.ts'
import type { PageFrame } from '../frame.ts'
import { type Format, formatFor } from '../../issues/index.ts'
import { type Html, html } from '../../base/index.ts'
import { dateOfDay, localTime } from './local-time.ts'
import { fill } from './words.ts'

/** A frame with its language's words and formats, handed through all parts of one page. */
export type Page = {
  frame: PageFrame
  language: PageLanguage
  words: Messages
  format: Format
  /** Days since 1970-01-01, in the page's time zone. */
  today: number
}

export function pageOf(frame: PageFrame): Page {
  const language = PAGE_LANGUAGES[frame.locale]
  const { day } = localTime(frame.now, frame.timeZone)
  return { frame, language, words: language.messages, format: formatFor(frame.locale), today: day }
}

/** A day in full. */
export function longDay(page: Page, day: number): Html {
  return html`<time datetime="${dateOfDay(day)}">${page.format.longDate(day)}</time>`
}

/** The day of an instant in full. */
export function longDate(page: Page, at: number): Html {
  return longDay(page, localTime(at, page.frame.timeZone).day)
}

/** The day of an instant without a year that goes without saying. */
export function date(page: Page, at: number): Html {
  const { day } = localTime(at, page.frame.timeZone)
  return html`<time datetime="${dateOfDay(day)}">${page.format.date(day, page.today)}</time>`
}

/** For the line of stages, where there is little room. */
export function shortDay(page: Page, day: number): Html {
  return html`<time datetime="${dateOfDay(day)}">${page.format.shortDate(day, page.today)}</time>`
}

export function shortDate(page: Page, at: number): Html {
  return shortDay(page, localTime(at, page.frame.timeZone).day)
}

/** Day and time; `always` says the year too. */
export function dateTime(page: Page, at: number, year: 'always' | 'if-another'): Html {
  const { day, minute } = localTime(at, page.frame.timeZone)
  const date = year === 'always' ? page.format.longDate(day) : page.format.date(day, page.today)
  const text = fill(page.words.dateTime, { date, time: page.format.time(minute) })
  return html`<time datetime="${dateOfDay(day)}T${clock(minute)}">${text}</time>`
}

function clock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
