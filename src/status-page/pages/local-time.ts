import { kept } from './kept.ts'

/** A moment on a wall: days since 1970-01-01 and minutes since midnight, both in the zone. */
export type LocalTime = { day: number; minute: number }

export const DAY = 86_400_000
const QUARTER = 900_000

type Zone = { parts: Intl.DateTimeFormat; offsets: Map<number, number> }
const zones = new Map<string, Zone>()

/**
 * Where the clock of the zone stands at a UTC instant. Zones change their offset on a quarter of an hour, so one
 * answer of `Intl` (3 µs) serves its whole quarter, and a page with twenty dates asks it for almost none.
 */
export function localTime(at: number, timeZone: string): LocalTime {
  const local = at + offsetAt(at, timeZone)
  const day = Math.floor(local / DAY)
  return { day, minute: Math.floor((local - day * DAY) / 60_000) }
}

/** Days since 1970-01-01 of `YYYY-MM-DD`; `null` where it is no date. */
export function dayOfDate(date: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN
  return Number.isNaN(at) ? null : at / DAY
}

const dates = new Map<number, string>()

/** `YYYY-MM-DD` of a day. */
export function dateOfDay(day: number): string {
  return kept(dates, day, () => new Date(day * DAY).toISOString().slice(0, 10))
}

/** In UTC: a day has no zone of its own. */
export function yearOfDay(day: number): string {
  return dateOfDay(day).slice(0, 4)
}

function offsetAt(at: number, timeZone: string): number {
  const { parts, offsets } = kept(zones, timeZone, zoneOf)
  return kept(offsets, Math.floor(at / QUARTER), (quarter) => readOffset(quarter * QUARTER, parts))
}

function readOffset(at: number, format: Intl.DateTimeFormat): number {
  const read: Record<string, number> = {}
  for (const part of format.formatToParts(at)) read[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read
  return Date.UTC(year, month - 1, day, hour, minute, second) - at
}

function zoneOf(timeZone: string): Zone {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return { parts, offsets: new Map() }
}
