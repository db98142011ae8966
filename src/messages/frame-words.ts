import type { PageLocale } from '../base/index.ts'

/** What the frame of a message says by itself. Placeholders are the same in every language. */
export type FrameWords = {
  seeStatus: string
  contactBoth: string
  contactPhone: string
  contactEmail: string
  automatic: string
  yes: string
  no: string
}

/** Does not compile while a language of the page has no words. */
export const FRAME_WORDS: Readonly<Record<PageLocale, FrameWords>> = {
  cs: {
    seeStatus: 'Zobrazit aktuální stav',
    contactBoth: 'Máte dotaz? Zavolejte nám na {phone} nebo napište na {email}.',
    contactPhone: 'Máte dotaz? Zavolejte nám na {phone}.',
    contactEmail: 'Máte dotaz? Napište nám na {email}.',
    automatic: 'Tuto zprávu jsme odeslali automaticky.',
    yes: 'Ano',
    no: 'Ne',
  },
  de: {
    seeStatus: 'Aktuellen Stand ansehen',
    contactBoth:
      'Haben Sie Fragen? Sie erreichen uns telefonisch unter {phone} oder per E-Mail unter {email}.',
    contactPhone: 'Haben Sie Fragen? Sie erreichen uns telefonisch unter {phone}.',
    contactEmail: 'Haben Sie Fragen? Sie erreichen uns per E-Mail unter {email}.',
    automatic: 'Diese Nachricht wurde automatisch versendet.',
    yes: 'Ja',
    no: 'Nein',
  },
  en: {
    seeStatus: 'See where it stands',
    contactBoth: 'Questions? Call us on {phone} or write to {email}.',
    contactPhone: 'Questions? Call us on {phone}.',
    contactEmail: 'Questions? Write to us at {email}.',
    automatic: 'This message was sent automatically.',
    yes: 'Yes',
    no: 'No',
  },
  pl: {
    seeStatus: 'Sprawdź stan sprawy',
    contactBoth: 'Mają Państwo pytania? Prosimy zadzwonić pod numer {phone} lub napisać na adres {email}.',
    contactPhone: 'Mają Państwo pytania? Prosimy zadzwonić pod numer {phone}.',
    contactEmail: 'Mają Państwo pytania? Prosimy napisać na adres {email}.',
    automatic: 'Ta wiadomość została wysłana automatycznie.',
    yes: 'Tak',
    no: 'Nie',
  },
  sk: {
    seeStatus: 'Zobraziť aktuálny stav',
    contactBoth: 'Máte otázku? Zavolajte nám na {phone} alebo napíšte na {email}.',
    contactPhone: 'Máte otázku? Zavolajte nám na {phone}.',
    contactEmail: 'Máte otázku? Napíšte nám na {email}.',
    automatic: 'Túto správu sme odoslali automaticky.',
    yes: 'Áno',
    no: 'Nie',
  },
}
