import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { DAY, formatsOf, kept, type PageLocale, yearOfDay } from '../base/index.ts'
import type { Address, Money } from '../issue-types/index.ts'

/** How a language writes values. Days are days since 1970-01-01; `today` decides whether a year needs to be said. */
export type Format = {
  /** `9 November 2026` */
  longDate(day: number): string
  /** `9 November`, with the year where it is another than today's. */
  date(day: number, today: number): string
  /** `9 Nov`, with the year where it is another than today's. */
  shortDate(day: number, today: number): string
  /** Minutes since midnight. */
  time(minute: number): string
  number(number: number): string
  money(money: Money): string
  fileSize(bytes: number): string
  list(items: readonly string[]): string
  /** Lines, in the order of a letter. */
  address(address: Address): readonly string[]
}

const NBSP = '\u00a0'
const formats = new Map<PageLocale, Format>()
const phones = new Map<string, string>()
const units = new Map<string, { digits: number }>()

/** Made once per language: an `Intl` formatter costs up to 100 µs to make and 1 µs to use. */
export function formatFor(locale: PageLocale): Format {
  let format = formats.get(locale)
  if (!format) {
    format = createFormat(formatsOf(locale))
    formats.set(locale, format)
  }
  return format
}

/** `+420 601 123 456` with spaces that do not break; what is no number stays as it is. */
export function formatPhone(phone: string): string {
  return kept(phones, phone, () => {
    const international = parsePhoneNumberFromString(phone)?.formatInternational() ?? phone
    return international.replaceAll(' ', NBSP)
  })
}

/** The last four signs of the account itself, never its bank code; `''` for a number too short to be cut. */
export function accountEnd(account: string): string {
  const number = (account.split('/')[0] ?? '').replace(/[^0-9a-z]/gi, '')
  return number.length < 8 ? '' : number.slice(-4)
}

function createFormat(tag: string): Format {
  const long = dates(tag, { day: 'numeric', month: 'long', year: 'numeric' })
  const medium = dates(tag, { day: 'numeric', month: 'long' })
  const short = dates(tag, { day: 'numeric', month: 'short' })
  const shortWithYear = dates(tag, { day: 'numeric', month: 'short', year: 'numeric' })
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 6 })
  const lists = new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' })
  const country = countries(tag)
  return {
    longDate: long,
    date: (day, today) => (yearOfDay(day) === yearOfDay(today) ? medium(day) : long(day)),
    shortDate: (day, today) => (yearOfDay(day) === yearOfDay(today) ? short(day) : shortWithYear(day)),
    time: times(tag),
    number: (number) => numbers.format(number),
    money: money(tag),
    fileSize: fileSize(tag),
    list: (items) => lists.formatToParts(items).map(tied).join(''),
    address: (address) => {
      const place = [address.postalCode?.replaceAll(' ', NBSP), address.city].filter(Boolean).join(' ')
      const lines = [address.street, place, address.country && country(address.country)]
      return lines.filter((line): line is string => line !== undefined && line !== '')
    },
  }
}

/** `a` or `i` before the last item stays with it, as short words do in the texts. */
function tied({ type, value }: { type: 'element' | 'literal'; value: string }): string {
  return type === 'literal' ? value.replace(/ (\p{L}) $/u, ` $1${NBSP}`) : value
}

function dates(tag: string, options: Intl.DateTimeFormatOptions): (day: number) => string {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })
  const done = new Map<number, string>()
  return (day) => kept(done, day, () => format.format(day * DAY))
}

function times(tag: string): (minute: number) => string {
  const format = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
  const done = new Map<number, string>()
  return (minute) => kept(done, minute, () => format.format(minute * 60_000))
}

/** `CZ` becomes the name of the country; what is no code stays as it was written. */
function countries(tag: string): (code: string) => string {
  const names = new Intl.DisplayNames(tag, { type: 'region' })
  const done = new Map<string, string>()
  return (code) => kept(done, code, () => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code))
}

/** Whole amounts go without `.00`; a currency that `Intl` refuses is written plainly. */
function money(tag: string): Format['money'] {
  const currencies = new Map<string, (amount: number) => string>()
  return ({ amount, currency }) => {
    const write = kept(currencies, currency, () => {
      if (!/^[A-Z]{3}$/.test(currency)) return (minor) => `${minor / 100}${NBSP}${currency}`
      const format = new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
        trailingZeroDisplay: 'stripIfInteger',
      })
      const unit = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)
      return (minor) => format.format(minor / unit).replaceAll(' ', NBSP)
    })
    return write(amount)
  }
}

/** How many digits of an amount are parts of the unit of a currency. */
export function unitOf(currency: string): { digits: number } {
  return kept(units, currency, () => {
    if (!/^[A-Z]{3}$/.test(currency)) return { digits: 2 }
    const format = new Intl.NumberFormat('en', { style: 'currency', currency })
    return { digits: format.resolvedOptions().maximumFractionDigits ?? 2 }
  })
}

function fileSize(tag: string): Format['fileSize'] {
  const unit = (name: string, digits: number) =>
    new Intl.NumberFormat(tag, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    })
  const kilobytes = unit('kilobyte', 0)
  const megabytes = unit('megabyte', 1)
  const done = new Map<number, string>()
  const write = (bytes: number) => {
    const small = bytes < 999_500
    const text = small ? kilobytes.format(Math.max(1, bytes / 1_000)) : megabytes.format(bytes / 1_000_000)
    return text.replaceAll(' ', NBSP)
  }
  return (bytes) => kept(done, bytes, write)
}
