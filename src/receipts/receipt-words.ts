import type { PageLocale } from '../base/index.ts'

export type ReceiptWords = {
  title: string
  number: string
  received: string
  customer: string
  /** Where the customer is told the result. */
  result: string
  deadline: string
  content: string
  follow: string
  followAbout: string
  forShop: string
  forCustomer: string
}

/** Does not compile while a language of the page has no words. */
export const RECEIPT_WORDS: Readonly<Record<PageLocale, ReceiptWords>> = {
  cs: {
    title: 'Potvrzení o přijetí',
    number: 'Číslo',
    received: 'Přijato',
    customer: 'Zákazník',
    result: 'O výsledku vás budeme informovat na',
    deadline: 'Lhůta do',
    content: 'Co jste nám sdělili',
    follow: 'Sledujte průběh online',
    followAbout: 'Naskenujte kód nebo otevřete adresu. Budete potřebovat číslo a svůj e-mail nebo telefon.',
    forShop: 'Za prodejce',
    forCustomer: 'Zákazník',
  },
  de: {
    title: 'Eingangsbestätigung',
    number: 'Nummer',
    received: 'Eingegangen am',
    customer: 'Kunde',
    result: 'Das Ergebnis teilen wir Ihnen mit unter',
    deadline: 'Frist bis',
    content: 'Ihre Angaben',
    follow: 'Stand online verfolgen',
    followAbout:
      'Scannen Sie den Code oder öffnen Sie die Adresse. Sie brauchen die Nummer und Ihre E-Mail-Adresse oder Telefonnummer.',
    forShop: 'Für das Geschäft',
    forCustomer: 'Kunde',
  },
  en: {
    title: 'Confirmation of receipt',
    number: 'Number',
    received: 'Received on',
    customer: 'Customer',
    result: 'We tell you the result at',
    deadline: 'Deadline',
    content: 'What you told us',
    follow: 'Follow it online',
    followAbout: 'Scan the code or open the address. You need the number and your e-mail or phone.',
    forShop: 'For the shop',
    forCustomer: 'Customer',
  },
  pl: {
    title: 'Potwierdzenie przyjęcia',
    number: 'Numer',
    received: 'Przyjęto',
    customer: 'Klient',
    result: 'O wyniku poinformujemy pod adresem lub numerem',
    deadline: 'Termin do',
    content: 'Co nam Państwo zgłosili',
    follow: 'Stan sprawy online',
    followAbout: 'Prosimy zeskanować kod lub otworzyć adres. Potrzebny będzie numer oraz e-mail lub telefon.',
    forShop: 'W imieniu sprzedawcy',
    forCustomer: 'Klient',
  },
  sk: {
    title: 'Potvrdenie o prijatí',
    number: 'Číslo',
    received: 'Prijaté',
    customer: 'Zákazník',
    result: 'O výsledku vás budeme informovať na',
    deadline: 'Lehota do',
    content: 'Čo ste nám oznámili',
    follow: 'Sledujte priebeh online',
    followAbout: 'Naskenujte kód alebo otvorte adresu. Budete potrebovať číslo a svoj e-mail alebo telefón.',
    forShop: 'Za predajcu',
    forCustomer: 'Zákazník',
  },
}
