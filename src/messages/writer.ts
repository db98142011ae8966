import { DAY, dayOfDate, formatsOf, kept, localTime, type PageLocale, parseInstant } from '../base/index.ts'
import { type Format, formatFor } from '../issues/index.ts'

export const DATE_STYLES = ['long', 'short', 'numeric', 'weekday'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

/** How values are written in one language, in the shop's time zone. */
export type Writer = {
  format: Format
  /** A `YYYY-MM-DD` or an ISO 8601 instant as its day; `null` for what is neither. */
  date(iso: string, style: DateStyle): string | null
  /** Day and time of UTC milliseconds. */
  dateTime(at: number): string
  /** An amount in units like euros, not cents; `null` for what is no currency. */
  money(amount: number, currency: string): string | null
}

export function writerFor(locale: PageLocale, timeZone: string): Writer {
  const format = formatFor(locale)
  const tag = formatsOf(locale)
  const write: Record<DateStyle, (day: number) => string> = {
    long: (day) => tied(format.longDate(day)),
    // A message is read years later: a short date says its year too.
    short: (day) => format.shortDate(day, day + 2 * 366),
    numeric: dates(tag, { day: 'numeric', month: 'numeric', year: 'numeric' }),
    weekday: dates(tag, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  }
  return {
    format,
    date: (iso, style) => {
      const at = parseInstant(iso)
      const day = at === null ? dayOfDate(iso) : localTime(at, timeZone).day
      return day === null ? null : write[style](day)
    },
    dateTime: (at) => tied(formatterOf(tag, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(at)),
    money: (amount, currency) => {
      const unit = unitOf(currency)
      return unit === null ? null : format.money({ amount: Math.round(amount * unit), currency })
    },
  }
}

/** The number of a day stays with its month. */
function tied(date: string): string {
  return date.replace(/(\d\.?) (?=\p{L})/u, '$1\u00a0')
}

/** How many minor units one unit of a currency has; `null` for what is no currency. */
export function unitOf(currency: string): number | null {
  if (!/^[A-Z]{3}$/.test(currency)) return null
  return kept(units, currency, () => {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
  })
}

function dates(tag: string, options: Intl.DateTimeFormatOptions): (day: number) => string {
  return (day) => tied(formatterOf(tag, { ...options, timeZone: 'UTC' }).format(day * DAY))
}

function formatterOf(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(formatters, `${tag} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(tag, options))
}

const units = new Map<string, number>()
const formatters = new Map<string, Intl.DateTimeFormat>()
