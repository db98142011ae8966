const DAY = 86_400_000
const MINUTE = 60_000

/** Days and instants of the shop: calendar dates as `YYYY-MM-DD`, instants as UTC milliseconds. */
export type ShopTime = {
  now: number
  /** The calendar date of an instant. */
  dateOf: (at: number) => string
  /** The calendar date so many days ago; negative for days to come. */
  dateAgo: (days: number) => string
  /** As `dateAgo`, on a Saturday or Sunday the Friday before: the shop works on weekdays. */
  workdayAgo: (days: number) => string
  /** A minute of the day on the shop's clock. */
  instant: (date: string, minuteOfDay: number) => number
}

export function makeShopTime(now: number, timeZone: string): ShopTime {
  // The format of Sweden is that of ISO 8601; one formatter for all, since making one is slow.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const wallClock = (at: number): string => format.format(at)
  const dateOf = (at: number): string => wallClock(at).slice(0, 10)
  const today = dateOf(now)
  const dateAgo = (days: number): string => addDays(today, -days)
  return {
    now,
    dateOf,
    dateAgo,
    workdayAgo: (days) => {
      const date = dateAgo(days)
      const weekday = new Date(date).getUTCDay()
      return addDays(date, weekday === 6 ? -1 : weekday === 0 ? -2 : 0)
    },
    instant: (date, minuteOfDay) => {
      const asUtc = Date.parse(date) + minuteOfDay * MINUTE
      return asUtc - offset(wallClock, asUtc - offset(wallClock, asUtc))
    },
  }
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}

/** How far the wall clock is ahead of UTC at an instant. */
function offset(wallClock: (at: number) => string, at: number): number {
  const second = Math.floor(at / 1000) * 1000
  return Date.parse(`${wallClock(second).replace(' ', 'T')}Z`) - second
}
