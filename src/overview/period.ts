import { addDays, daysBetween, type InputError } from '../base/index.ts'

/** Days `YYYY-MM-DD`, both inclusive. */
export type Span = { from: string; to: string }

/** Twelve weeks. */
const USUAL_DAYS = 84
export const MOST_DAYS = 366
/** Up to so many days are told day by day, more by week. */
const DAILY = 31
const MONTHS = 12

/** What of two days was not given: the period ends today and is twelve weeks long. */
export function periodOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  today: string,
): Span {
  const end = to ?? today
  return { from: from ?? later(end, 1 - USUAL_DAYS), to: end }
}

/** What is wrong with a period that is made of two right days. */
export function periodErrors({ from, to }: Span): InputError[] {
  const days = daysBetween(from, to) + 1
  if (days < 1) return [{ path: 'from', message: `a day no later than ${to} is needed` }]
  if (days > MOST_DAYS) return [{ path: 'from', message: `at most ${MOST_DAYS} days are told at once` }]
  return []
}

/** The days of a period, or its weeks from Monday to Sunday; the first and the last may be shorter. */
export function spansOf({ from, to }: Span): Span[] {
  const isDaily = daysBetween(from, to) < DAILY
  const spans: Span[] = []
  for (let day = from; ; ) {
    const end = isDaily ? day : later(day, (7 - weekdayOf(day)) % 7)
    spans.push({ from: day, to: end < to ? end : to })
    if (end >= to) return spans
    day = later(end, 1)
  }
}

/** The twelve months that end with the one of a day, the earliest first. */
export function monthsUpTo(day: string): (Span & { month: string })[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = nameOf(last - MONTHS + 1 + index)
    return { month, from: `${month}-01`, to: later(`${nameOf(last - MONTHS + 2 + index)}-01`, -1) }
  })
}

/** Months counted from the year 0. */
function nameOf(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** How old open issues are, in whole days of the shop; the days on which those were opened. */
export function agesAt(today: string): { days: [number, number | null]; from: string | null; to: string }[] {
  return [
    { days: [0, 7], from: later(today, -7), to: today },
    { days: [8, 14], from: later(today, -14), to: later(today, -8) },
    { days: [15, 30], from: later(today, -30), to: later(today, -15) },
    { days: [31, null], from: null, to: later(today, -31) },
  ]
}

/** Monday is 1, Sunday 7. */
function weekdayOf(day: string): number {
  return new Date(day).getUTCDay() || 7
}

/** Periods lie between 1970 and 2999, so that there is such a day. */
function later(day: string, days: number): string {
  return addDays(day, days) ?? day
}
