import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { sessionNow, useSession } from '../api/session'
import type { FirstTexts, Texts } from './en'
import type { RestTexts } from './en/rest'

export type { Texts }

/** The languages that the desk speaks, by their own names. */
export const DESK_LOCALES = {
  en: 'English',
  cs: 'Čeština',
  de: 'Deutsch',
  pl: 'Polski',
  sk: 'Slovenčina',
} as const
export type DeskLocale = keyof typeof DESK_LOCALES

const loadFirst: Record<DeskLocale, () => Promise<FirstTexts>> = {
  en: async () => (await import('./en')).texts,
  cs: async () => (await import('./cs')).texts,
  de: async () => (await import('./de')).texts,
  pl: async () => (await import('./pl')).texts,
  sk: async () => (await import('./sk')).texts,
}
const loadRest: Record<DeskLocale, () => Promise<RestTexts>> = {
  en: async () => (await import('./en/rest')).rest,
  cs: async () => (await import('./cs/rest')).rest,
  de: async () => (await import('./de/rest')).rest,
  pl: async () => (await import('./pl/rest')).rest,
  sk: async () => (await import('./sk/rest')).rest,
}

const Spoken = createContext<{
  locale: DeskLocale
  texts: Texts
  choose: (locale: DeskLocale) => void
} | null>(null)
const STORED_AS = 'reklamator-desk-locale'

export function isDeskLocale(tag: string | null | undefined): tag is DeskLocale {
  return tag !== null && tag !== undefined && Object.hasOwn(DESK_LOCALES, tag)
}

/** The language of whoever is here: chosen on this device, else the browser's. */
function deviceLocale(): DeskLocale {
  const stored = localStorage.getItem(STORED_AS)
  if (isDeskLocale(stored)) return stored
  for (const tag of navigator.languages) {
    const language = tag.split('-')[0]
    if (isDeskLocale(language)) return language
  }
  return 'en'
}

/** Of the languages in which somebody was at a screen of the configuration. */
const rests = new Map<DeskLocale, RestTexts>()
const listeners = new Set<() => void>()
let isAllWanted = false

/** Loads what the screens of the configuration say; they wait for it. */
export async function loadAllTexts(locale = wantedLocale(sessionNow()?.user.locale, deviceLocale())) {
  isAllWanted = true
  if (rests.has(locale)) return
  rests.set(locale, await loadRest[locale]())
  for (const listener of listeners) listener()
}

function wantedLocale(own: string | null | undefined, device: DeskLocale): DeskLocale {
  return isDeskLocale(own) ? own : device
}

const REST = [
  'audit',
  'calendars',
  'company',
  'deliveries',
  'fields',
  'history',
  'people',
  'rules',
  'statusPage',
  'system',
  'templates',
  'webhooks',
] as const satisfies readonly (keyof RestTexts)[]

/** What is not there yet is waited for by whoever asks for it while it renders. */
function whole(locale: DeskLocale, first: FirstTexts, rest: RestTexts | undefined): Texts {
  if (rest) return { ...first, ...rest }
  const texts = { ...first }
  for (const area of REST)
    Object.defineProperty(texts, area, {
      get: () => {
        // React waits for what is thrown.
        // oxlint-disable-next-line typescript/only-throw-error
        throw loadAllTexts(locale)
      },
    })
  return texts as Texts
}

/** Speaks the language of the person who is signed in, or of the device; nothing is shown before it is loaded. */
export function TextsProvider({ children }: { children: ReactNode }) {
  const own = useSession()?.user.locale
  const [device, setDevice] = useState(deviceLocale)
  const wanted = wantedLocale(own, device)
  const [spoken, setSpoken] = useState<{ locale: DeskLocale; first: FirstTexts } | null>(null)
  useEffect(() => {
    let isWanted = true
    void Promise.all([loadFirst[wanted](), isAllWanted && loadAllTexts(wanted)]).then(([first]) => {
      if (!isWanted) return
      document.documentElement.lang = wanted
      setSpoken({ locale: wanted, first })
    })
    return () => {
      isWanted = false
    }
  }, [wanted])
  const rest = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => (spoken ? rests.get(spoken.locale) : undefined),
  )
  const said = useMemo(
    () => spoken && { locale: spoken.locale, texts: whole(spoken.locale, spoken.first, rest) },
    [spoken, rest],
  )
  if (!said) return null
  const choose = (locale: DeskLocale) => {
    localStorage.setItem(STORED_AS, locale)
    setDevice(locale)
  }
  return <Spoken value={{ ...said, choose }}>{children}</Spoken>
}

function useSpoken() {
  const spoken = useContext(Spoken)
  if (!spoken) throw new Error('there are no texts outside of TextsProvider')
  return spoken
}

export function useTexts(): Texts {
  return useSpoken().texts
}

export function useDeskLocale(): { locale: DeskLocale; choose: (locale: DeskLocale) => void } {
  return useSpoken()
}

const kept = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs more than all that it writes for a screen. */
function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = kept.get(key) ?? new Intl.DateTimeFormat(locale, options)
  kept.set(key, known)
  return known
}

/** Dates and numbers as people of the language write them. */
export function useFormat() {
  const { locale } = useSpoken()
  return {
    locale,
    date: (at: string) => dates(locale, { dateStyle: 'medium' }).format(new Date(at)),
    dateTime: (at: string) => dates(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at)),
    /** A date that is one everywhere, like 2026-12-31, with its day of the week. */
    day: (date: string) => dates(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date)),
    /** The same, in few words: the year only where it is another one. */
    shortDay: (date: string) =>
      dates(locale, {
        day: 'numeric',
        month: 'short',
        timeZone: 'UTC',
        ...(date.slice(0, 4) === String(new Date().getFullYear()) ? {} : { year: 'numeric' as const }),
      }).format(new Date(date)),
    /** The time of what was today, else the day in few words. */
    moment: (at: string) => {
      const [then, now] = [new Date(at), new Date()]
      return dates(
        locale,
        then.toDateString() === now.toDateString()
          ? { timeStyle: 'short' }
          : {
              day: 'numeric',
              month: 'short',
              ...(then.getFullYear() === now.getFullYear() ? {} : { year: '2-digit' }),
            },
      ).format(then)
    },
    /** A month like 2026-12. */
    month: (month: string) =>
      new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
        new Date(`${month}-01`),
      ),
    /** An amount in the smallest unit of its currency. */
    money: (amount: number, currency: string) => {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
      return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
    },
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    language: (tag: string) => new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag,
    /** The text of an object by language, in the person's language where it has it. */
    text: (texts: Readonly<Record<string, string>> | null | undefined) => textIn(texts, locale),
  }
}

function textIn(texts: Readonly<Record<string, string>> | null | undefined, locale: string): string {
  if (!texts) return ''
  return texts[locale] || texts['en'] || (Object.values(texts).find(Boolean) ?? '')
}
