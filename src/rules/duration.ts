import { DAY, HOUR, MINUTE } from '../base/index.ts'
import type { Duration } from './rule.ts'

/** A length of time: whole days of the calendar, or a number of minutes. */
export type Length = { days: number } | { minutes: number }

const MAX_DAYS = 366
export const DURATION_NEEDED = `a duration like 7d, 48h or 90m is needed, of ${MAX_DAYS} days at most`
/** `P7D`, `PT48H`, `PT90M` of ISO 8601, and the short forms `7d`, `48h`, `90m`; also weeks. */
const FORM = /^(?:(\d{1,6})\s*([wdhm])|P(?:(\d{1,6})([WD])|T(\d{1,6})([HM])))$/i

/** What a duration means; `null` where it is none, or too long. Zero is none. */
export function lengthOf(duration: Duration): Length | null {
  const text = typeof duration === 'number' ? `${duration}d` : duration.trim()
  const found = FORM.exec(text)
  if (!found) return null
  const count = Number(found[1] ?? found[3] ?? found[5])
  const unit = (found[2] ?? found[4] ?? found[6] ?? '').toLowerCase()
  const length =
    unit === 'w'
      ? { days: count * 7 }
      : unit === 'd'
        ? { days: count }
        : { minutes: unit === 'h' ? count * 60 : count }
  return count > 0 && millisecondsOf(length) <= MAX_DAYS * DAY ? length : null
}

/** Of days as if none of them were longer than others. */
export function millisecondsOf(length: Length): number {
  return 'days' in length ? length.days * DAY : length.minutes * MINUTE
}

/** The one way to write a length: `7d`, `48h`, `90m`. */
export function lengthText(length: Length): string {
  if ('days' in length) return `${length.days}d`
  return length.minutes % (HOUR / MINUTE) === 0 ? `${length.minutes / 60}h` : `${length.minutes}m`
}
