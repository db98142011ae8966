import { DAY, dateOfDay } from '../../base/index.ts'

export { DAY, dateOfDay, localTime } from '../../base/index.ts'

/** Days since 1970-01-01 of `YYYY-MM-DD`; `null` where it is no date. */
export function dayOfDate(date: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN
  return Number.isNaN(at) ? null : at / DAY
}

/** In UTC: a day has no zone of its own. */
export function yearOfDay(day: number): string {
  return dateOfDay(day).slice(0, 4)
}
