import { dateOfDay, dayOfDate, kept, yearOfDay } from '../base/index.ts'
import { type Base, BASES, type Holiday, holidaysOf } from './holidays.ts'

/** Which days are worked on, as an administrator sets it. */
export type CalendarSettings = {
  key: string
  name: string
  /** The country whose days off it starts from. */
  base: Base | null
  /** Days of the week that are off: 1 is Monday, 7 is Sunday. Never all of them. */
  weekend: readonly number[]
  /** Days off besides those; days are `YYYY-MM-DD`. */
  added: readonly { date: string; name: string }[]
  /** Days off of the country that are worked on. */
  removed: readonly string[]
}

/** Days are counted from 1970-01-01. */
export type Calendar = {
  settings: CalendarSettings
  /** It comes with the product, or it did and was changed, or somebody made it. */
  origin: 'product' | 'changed' | 'own'
  isWorkingDay: (day: number) => boolean
  /** The days off of a year besides its weekends, in order. */
  holidaysOf: (year: number) => Holiday[]
}

const WEEKEND = [6, 7]
const NAMES: Readonly<Record<Base, string>> = { CZ: 'Česko', SK: 'Slovensko', PL: 'Polska' }

/** The calendars that come with the product. */
export const SHIPPED: readonly CalendarSettings[] = [
  ...BASES.map((base) => ({
    key: base,
    name: NAMES[base],
    base,
    weekend: WEEKEND,
    added: [],
    removed: [],
  })),
  { key: 'none', name: 'Weekends only', base: null, weekend: WEEKEND, added: [], removed: [] },
]

export function openCalendar(settings: CalendarSettings, origin: Calendar['origin'] = 'own'): Calendar {
  const { base, weekend, added, removed } = settings
  const taken = new Set(removed)
  const years = new Map<number, { list: Holiday[]; days: ReadonlySet<number> }>()
  const yearOf = (year: number) =>
    kept(years, year, () => {
      const own = added.flatMap(({ date, name }) => {
        const day = dayOfDate(date)
        return day !== null && Number(date.slice(0, 4)) === year ? [{ day, name }] : []
      })
      const given = new Set(own.map(({ day }) => day))
      const ofCountry = base === null ? [] : holidaysOf(base, year)
      const list = [
        ...ofCountry.filter(({ day }) => !taken.has(dateOfDay(day)) && !given.has(day)),
        ...own,
      ].sort((a, b) => a.day - b.day)
      return { list, days: new Set(list.map(({ day }) => day)) }
    })
  return {
    settings,
    origin,
    isWorkingDay: (day) => !weekend.includes(weekdayOf(day)) && !yearOf(Number(yearOfDay(day))).days.has(day),
    holidaysOf: (year) => [...yearOf(year).list],
  }
}

/** All calendars by key: those that were set, and those of the product that were not changed. */
export function openCalendars(set: readonly CalendarSettings[]): ReadonlyMap<string, Calendar> {
  const changed = new Set(set.map(({ key }) => key))
  const shipped = new Set(SHIPPED.map(({ key }) => key))
  const all = [
    ...SHIPPED.filter(({ key }) => !changed.has(key)).map((settings) => openCalendar(settings, 'product')),
    ...set.map((settings) => openCalendar(settings, shipped.has(settings.key) ? 'changed' : 'own')),
  ]
  return new Map(all.map((calendar) => [calendar.settings.key, calendar]))
}

/** 1 is Monday: 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}
