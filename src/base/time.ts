import { kept } from './kept.ts'

/** UTC milliseconds now; handed in so that tests and the demo can say what time it is. */
export type Clock = () => number

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The calendar date `YYYY-MM-DD` of an instant in a time zone. */
export function dateIn(timeZone: string, at: number): string {
  return dateOfDay(localTime(at, timeZone).day)
}

const dates = new Map<number, string>()

/** `YYYY-MM-DD` of a day, counted from 1970-01-01. */
export function dateOfDay(day: number): string {
  return kept(dates, day, () => new Date(day * DAY).toISOString().slice(0, 10))
}

/** A moment on a wall: days since 1970-01-01 and minutes since midnight, both in the zone. */
export type LocalTime = { day: number; minute: number }

/** Where the clock of a zone stands at a UTC instant. */
export function localTime(at: number, timeZone: string): LocalTime {
  const local = at + offsetAt(timeZone, at)
  const day = Math.floor(local / DAY)
  return { day, minute: Math.floor((local - day * DAY) / MINUTE) }
}

/** Days since 1970-01-01 of `YYYY-MM-DD`; `null` where it is no date. */
export function dayOfDate(date: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN
  return Number.isNaN(at) ? null : at / DAY
}

/** In UTC: a day has no zone of its own. */
export function yearOfDay(day: number): string {
  return dateOfDay(day).slice(0, 4)
}

/** Whole calendar days from one `YYYY-MM-DD` to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
}

/** The calendar date a whole number of days after a `YYYY-MM-DD`, or `null` where there is none from 1000 to 9999. */
export function addDays(date: string, days: number): string | null {
  const at = Date.parse(`${date}T00:00:00Z`) + days * DAY
  if (!Number.isInteger(days) || !(Math.abs(at) <= MAX_INSTANT)) return null
  const later = new Date(at).toISOString().slice(0, 10)
  return isDate(later) ? later : null
}

/** The farthest from 1970 that a `Date` can hold. */
const MAX_INSTANT = 8.64e15

/** Whether a text is a real calendar date `YYYY-MM-DD` between the years 1000 and 9999. */
export function isDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** UTC milliseconds of an ISO 8601 instant with a zone, or `null` where it is not one. */
export function parseInstant(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null
  if (!isDate(text.slice(0, 10))) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}

/**
 * UTC milliseconds of the first moment of a `YYYY-MM-DD`, or of the day `plus` days after it, in a time zone: midnight,
 * or what comes for it where the clocks are set forward at midnight.
 */
export function startOfDay(timeZone: string, date: string, plus = 0): number {
  return instantOf(timeZone, date, 0, plus)
}

/**
 * UTC milliseconds of a time of day (minutes since midnight) on a `YYYY-MM-DD`, or on the day `plus` days after it: the
 * first of two where the clocks are set back, what comes for it where they are set forward over it.
 */
export function instantOf(timeZone: string, date: string, minute: number, plus = 0): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + plus * DAY + minute * MINUTE
  const offsets = [wall - DAY, wall + DAY].map((near) => offsetAt(timeZone, near))
  const candidates = offsets.map((offset) => wall - offset)
  return Math.min(...candidates.filter((at) => at + offsetAt(timeZone, at) >= wall))
}

/** Whether a text is a time zone as IANA names them. */
export function isTimeZone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }))
  } catch {
    return false
  }
}

type Zone = { wall: Intl.DateTimeFormat; offsets: Map<number, number> }
const zones = new Map<string, Zone>()
const QUARTER = 15 * MINUTE

/**
 * By how many milliseconds the clocks of a time zone are ahead of UTC at an instant. Zones change their offset on a
 * quarter of an hour, so one answer of `Intl` (3 µs) serves its whole quarter.
 */
function offsetAt(timeZone: string, at: number): number {
  const { wall, offsets } = kept(zones, timeZone, zoneOf)
  return kept(offsets, Math.floor(at / QUARTER), (quarter) => readOffset(wall, quarter * QUARTER))
}

function readOffset(format: Intl.DateTimeFormat, at: number): number {
  const wall: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of format.formatToParts(at)) wall[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = wall
  return Date.UTC(year, month - 1, day, hour, minute, second) - at
}

function zoneOf(timeZone: string): Zone {
  const wall = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return { wall, offsets: new Map() }
}
