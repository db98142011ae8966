import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useSession } from '../api/session'
import type { Texts } from './en'

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

const load: Record<DeskLocale, () => Promise<Texts>> = {
  en: async () => (await import('./en')).texts,
  cs: async () => (await import('./cs')).texts,
  de: async () => (await import('./de')).texts,
  pl: async () => (await import('./pl')).texts,
  sk: async () => (await import('./sk')).texts,
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

/** Speaks the language of the person who is signed in, or of the device; nothing is shown before it is loaded. */
export function TextsProvider({ children }: { children: ReactNode }) {
  const own = useSession()?.user.locale
  const [device, setDevice] = useState(deviceLocale)
  const wanted = isDeskLocale(own) ? own : device
  const [spoken, setSpoken] = useState<{ locale: DeskLocale; texts: Texts } | null>(null)
  useEffect(() => {
    let isWanted = true
    void load[wanted]().then((texts) => {
      if (!isWanted) return
      document.documentElement.lang = wanted
      setSpoken({ locale: wanted, texts })
    })
    return () => {
      isWanted = false
    }
  }, [wanted])
  if (!spoken) return null
  const choose = (locale: DeskLocale) => {
    localStorage.setItem(STORED_AS, locale)
    setDevice(locale)
  }
  return <Spoken value={{ ...spoken, choose }}>{children}</Spoken>
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
