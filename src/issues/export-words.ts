import type { PageLocale } from '../base/index.ts'
import type { BuiltInField, Turn } from '../issue-types/index.ts'

/** Fields that every issue has and a cell of a table can hold. */
export type BuiltInColumn = Exclude<BuiltInField, 'messages' | 'attachments'>

type Words = {
  columns: Readonly<Record<BuiltInColumn, string>>
  turns: Readonly<Record<Turn, string>>
  yes: string
  no: string
}

/** What a table of issues says besides what the configuration says. */
export const EXPORT_WORDS: Readonly<Record<PageLocale, Words>> = {
  cs: {
    columns: {
      number: 'Číslo',
      type: 'Typ',
      step: 'Krok',
      progress: 'Průběh',
      next: 'Kdo je na tahu',
      created: 'Založeno',
      changed: 'Změněno',
      due: 'Lhůta',
      'contact.name': 'Zákazník',
      'contact.email': 'E-mail',
      'contact.phone': 'Telefon',
      locale: 'Jazyk',
      handler: 'Řeší',
    },
    turns: {
      us: 'Na tahu jsme my',
      customer: 'Na tahu je zákazník',
      partner: 'Na tahu je partner',
    },
    yes: 'Ano',
    no: 'Ne',
  },
  de: {
    columns: {
      number: 'Nummer',
      type: 'Art',
      step: 'Schritt',
      progress: 'Verlauf',
      next: 'Wer ist am Zug',
      created: 'Angelegt',
      changed: 'Geändert',
      due: 'Frist',
      'contact.name': 'Kundin oder Kunde',
      'contact.email': 'E-Mail',
      'contact.phone': 'Telefon',
      locale: 'Sprache',
      handler: 'Bearbeitet von',
    },
    turns: {
      us: 'Wir sind am Zug',
      customer: 'Die Kundschaft ist am Zug',
      partner: 'Ein Partner ist am Zug',
    },
    yes: 'Ja',
    no: 'Nein',
  },
  en: {
    columns: {
      number: 'Number',
      type: 'Type',
      step: 'Step',
      progress: 'Progress',
      next: 'Whose turn',
      created: 'Opened',
      changed: 'Changed',
      due: 'Deadline',
      'contact.name': 'Customer',
      'contact.email': 'E-mail',
      'contact.phone': 'Phone',
      locale: 'Language',
      handler: 'Handler',
    },
    turns: {
      us: 'Our turn',
      customer: 'The customer’s turn',
      partner: 'A partner’s turn',
    },
    yes: 'Yes',
    no: 'No',
  },
  pl: {
    columns: {
      number: 'Numer',
      type: 'Rodzaj',
      step: 'Etap',
      progress: 'Przebieg',
      next: 'Czyj ruch',
      created: 'Założono',
      changed: 'Zmieniono',
      due: 'Termin',
      'contact.name': 'Klient',
      'contact.email': 'E-mail',
      'contact.phone': 'Telefon',
      locale: 'Język',
      handler: 'Prowadzi',
    },
    turns: {
      us: 'Nasz ruch',
      customer: 'Ruch klienta',
      partner: 'Ruch partnera',
    },
    yes: 'Tak',
    no: 'Nie',
  },
  sk: {
    columns: {
      number: 'Číslo',
      type: 'Typ',
      step: 'Krok',
      progress: 'Priebeh',
      next: 'Kto je na ťahu',
      created: 'Založené',
      changed: 'Zmenené',
      due: 'Lehota',
      'contact.name': 'Zákazník',
      'contact.email': 'E-mail',
      'contact.phone': 'Telefón',
      locale: 'Jazyk',
      handler: 'Rieši',
    },
    turns: {
      us: 'Na ťahu sme my',
      customer: 'Na ťahu je zákazník',
      partner: 'Na ťahu je partner',
    },
    yes: 'Áno',
    no: 'Nie',
  },
}
