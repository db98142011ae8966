import { isPageLocale, type PageLocale } from '../base/index.ts'
import type { LinkKind } from './links.ts'

/** A mail with a link that sets a password; the composition root makes a mail of it and sends it. */
export type StaffLetter = {
  locale: PageLocale
  subject: string
  paragraphs: readonly string[]
  link: { url: string; words: string }
  after: readonly string[]
}

type Words = { subject: string; says: string; link: string; after: string }

const WORDS: Readonly<
  Record<Exclude<LinkKind, 'first'>, Readonly<Partial<Record<PageLocale, Words>> & { en: Words }>>
> = {
  invitation: {
    en: {
      subject: 'Your access to the desk',
      says: 'You can work on issues here. Choose a password, and you are signed in.',
      link: 'Choose a password',
      after: 'The link works once, for seven days.',
    },
    cs: {
      subject: 'Váš přístup do systému',
      says: 'Můžete zde vyřizovat požadavky. Zvolte si heslo a budete přihlášeni.',
      link: 'Zvolit heslo',
      after: 'Odkaz funguje jednou, po sedm dní.',
    },
    sk: {
      subject: 'Váš prístup do systému',
      says: 'Môžete tu vybavovať požiadavky. Zvoľte si heslo a budete prihlásení.',
      link: 'Zvoliť heslo',
      after: 'Odkaz funguje raz, po sedem dní.',
    },
    pl: {
      subject: 'Dostęp do systemu',
      says: 'Mogą Państwo prowadzić tu sprawy. Po ustawieniu hasła nastąpi zalogowanie.',
      link: 'Ustaw hasło',
      after: 'Link działa jeden raz, przez siedem dni.',
    },
    de: {
      subject: 'Ihr Zugang',
      says: 'Sie können hier Vorgänge bearbeiten. Wählen Sie ein Passwort, dann sind Sie angemeldet.',
      link: 'Passwort wählen',
      after: 'Der Link gilt einmal, sieben Tage lang.',
    },
  },
  reset: {
    en: {
      subject: 'A new password',
      says: 'Somebody asked for a new password for your account. If it was not you, there is nothing to do: the old one stays.',
      link: 'Choose a new password',
      after: 'The link works once, for one hour.',
    },
    cs: {
      subject: 'Nové heslo',
      says: 'Někdo požádal o nové heslo k vašemu účtu. Pokud jste to nebyli vy, nemusíte nic dělat: platí dosavadní heslo.',
      link: 'Zvolit nové heslo',
      after: 'Odkaz funguje jednou, po dobu jedné hodiny.',
    },
    sk: {
      subject: 'Nové heslo',
      says: 'Niekto požiadal o nové heslo k vášmu účtu. Ak ste to neboli vy, nemusíte nič robiť: platí doterajšie heslo.',
      link: 'Zvoliť nové heslo',
      after: 'Odkaz funguje raz, počas jednej hodiny.',
    },
    pl: {
      subject: 'Nowe hasło',
      says: 'Ktoś poprosił o nowe hasło do Państwa konta. Jeśli to nie Państwo, nie trzeba nic robić: dotychczasowe hasło pozostaje ważne.',
      link: 'Ustaw nowe hasło',
      after: 'Link działa jeden raz, przez godzinę.',
    },
    de: {
      subject: 'Neues Passwort',
      says: 'Für Ihr Konto wurde ein neues Passwort angefordert. Waren Sie es nicht, müssen Sie nichts tun: Das bisherige gilt weiter.',
      link: 'Neues Passwort wählen',
      after: 'Der Link gilt einmal, eine Stunde lang.',
    },
  },
}

/** The letter that brings a link, in a language of its reader. */
export function letterFor(kind: Exclude<LinkKind, 'first'>, locale: string, url: string): StaffLetter {
  const known = isPageLocale(locale) ? WORDS[kind][locale] : undefined
  const words = known ?? WORDS[kind].en
  return {
    locale: known && isPageLocale(locale) ? locale : 'en',
    subject: words.subject,
    paragraphs: [words.says],
    link: { url, words: words.link },
    after: [words.after],
  }
}
