import { formatsOf, isPageLocale, type PageLocale, pickText, type Texts } from '../base/index.ts'
import type { Letter } from '../messages/index.ts'
import type { NoticeKind } from './notice.ts'

type Line = { kind: NoticeKind; due: string | null; by: string | null }
type Words = {
  subject: Readonly<Record<NoticeKind, (number: string) => string>>
  /** `day` is written out; `by` is a name, or `null` where no person did it. */
  says: {
    assigned: (by: string | null) => string
    'customer-replied': () => string
    'deadline-near': (day: string) => string
    'deadline-passed': (day: string) => string
  }
  open: string
  choose: string
}

const WORDS: Readonly<Record<PageLocale, Words>> = {
  en: {
    subject: {
      assigned: (number) => `${number} is yours now`,
      'customer-replied': (number) => `${number}: the customer answered`,
      'deadline-near': (number) => `${number} is due soon`,
      'deadline-passed': (number) => `${number} is late`,
    },
    says: {
      assigned: (by) => (by === null ? 'The issue is yours now.' : `${by} assigned the issue to you.`),
      'customer-replied': () => 'The customer answered.',
      'deadline-near': (day) => `The issue is due on ${day}.`,
      'deadline-passed': (day) => `The issue was due on ${day}.`,
    },
    open: 'Open the issue',
    choose: 'In your account you choose what you are told of by mail.',
  },
  cs: {
    subject: {
      assigned: (number) => `${number} je teď váš`,
      'customer-replied': (number) => `${number}: zákazník odpověděl`,
      'deadline-near': (number) => `${number}: blíží se lhůta`,
      'deadline-passed': (number) => `${number} je po lhůtě`,
    },
    says: {
      assigned: (by) => (by === null ? 'Požadavek je teď váš.' : `${by} vám předává požadavek.`),
      'customer-replied': () => 'Zákazník odpověděl.',
      'deadline-near': (day) => `Lhůta požadavku končí: ${day}.`,
      'deadline-passed': (day) => `Lhůta požadavku uplynula: ${day}.`,
    },
    open: 'Otevřít požadavek',
    choose: 'O čem vám přijde e-mail, si zvolíte ve svém účtu.',
  },
  sk: {
    subject: {
      assigned: (number) => `${number} je teraz vaša`,
      'customer-replied': (number) => `${number}: zákazník odpovedal`,
      'deadline-near': (number) => `${number}: blíži sa lehota`,
      'deadline-passed': (number) => `${number} je po lehote`,
    },
    says: {
      assigned: (by) => (by === null ? 'Požiadavka je teraz vaša.' : `${by} vám odovzdáva požiadavku.`),
      'customer-replied': () => 'Zákazník odpovedal.',
      'deadline-near': (day) => `Lehota požiadavky končí: ${day}.`,
      'deadline-passed': (day) => `Lehota požiadavky uplynula: ${day}.`,
    },
    open: 'Otvoriť požiadavku',
    choose: 'O čom vám príde e-mail, si zvolíte vo svojom účte.',
  },
  pl: {
    subject: {
      assigned: (number) => `${number}: nowe zgłoszenie dla Państwa`,
      'customer-replied': (number) => `${number}: klient odpowiedział`,
      'deadline-near': (number) => `${number}: zbliża się termin`,
      'deadline-passed': (number) => `${number} jest po terminie`,
    },
    says: {
      assigned: (by) =>
        by === null ? 'Zgłoszenie jest teraz u Państwa.' : `${by} przekazuje Państwu zgłoszenie.`,
      'customer-replied': () => 'Klient odpowiedział.',
      'deadline-near': (day) => `Termin zgłoszenia upływa: ${day}.`,
      'deadline-passed': (day) => `Termin zgłoszenia upłynął: ${day}.`,
    },
    open: 'Otwórz zgłoszenie',
    choose: 'O czym informujemy e-mailem, ustawią Państwo na swoim koncie.',
  },
  de: {
    subject: {
      assigned: (number) => `${number} liegt jetzt bei Ihnen`,
      'customer-replied': (number) => `${number}: Antwort vom Kunden`,
      'deadline-near': (number) => `${number} ist bald fällig`,
      'deadline-passed': (number) => `${number} ist überfällig`,
    },
    says: {
      assigned: (by) =>
        by === null ? 'Das Anliegen liegt jetzt bei Ihnen.' : `${by} hat Ihnen das Anliegen übergeben.`,
      'customer-replied': () => 'Der Kunde hat geantwortet.',
      'deadline-near': (day) => `Das Anliegen ist am ${day} fällig.`,
      'deadline-passed': (day) => `Das Anliegen war am ${day} fällig.`,
    },
    open: 'Anliegen öffnen',
    choose: 'Worüber Sie per E-Mail informiert werden, wählen Sie in Ihrem Konto.',
  },
}

/**
 * What happened to one issue, for its handler. Nothing of the customer is in it: it is kept where erasing the issue does
 * not reach it.
 */
export function letterOf(about: {
  locale: string
  number: string
  type: Texts
  lines: readonly Line[]
  baseUrl: string
}): Letter {
  const { number, lines } = about
  const locale = isPageLocale(about.locale) ? about.locale : 'en'
  const words = WORDS[locale]
  const type = pickText(about.type, [locale, 'en'])
  const last = lines.at(-1)?.kind ?? 'assigned'
  return {
    locale,
    subject: words.subject[last](number),
    paragraphs: [
      [number, type].filter(Boolean).join(' · '),
      ...lines.map((line) => textOf(words, locale, line)),
    ],
    link: { url: `${about.baseUrl}/desk/issues/${encodeURIComponent(number)}`, words: words.open },
    after: [words.choose],
  }
}

function textOf({ says }: Words, locale: PageLocale, { kind, due, by }: Line): string {
  if (kind === 'assigned') return says.assigned(by)
  if (kind === 'customer-replied') return says[kind]()
  const format = new Intl.DateTimeFormat(formatsOf(locale), { dateStyle: 'full', timeZone: 'UTC' })
  return says[kind](due === null ? '' : format.format(new Date(due)))
}
