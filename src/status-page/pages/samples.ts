import { PAGE_LOCALES, type PageLocale } from '../../base/index.ts'
import type { Company } from '../../company/index.ts'
import type { PageFrame, PageShop } from '../frame.ts'
import type { PublicFile, PublicIssue, PublicMessage, PublicNext, PublicPart } from '../public-issue.ts'

/** Made-up shops and issues in every state, for the tests of the pages and for the gallery. */

export const NOW = Date.parse('2026-11-23T09:06:00Z')
export const NUMBER = 'WC-26-00123-7KQM'

const COMPANY: Company = {
  name: 'Northlight Home',
  imprint: 'Northlight Home s.r.o., Dlouhá 12, 602\u00a000 Brno',
  phone: '+420555010203',
  phoneHours: {
    en: 'Monday to Friday, 8:00 to 16:00',
    cs: 'pondělí až pátek, 8.00 až 16.00',
    sk: 'pondelok až piatok, 8.00 až 16.00',
    pl: 'od poniedziałku do piątku, 8:00–16:00',
    de: 'Montag bis Freitag, 8 bis 16 Uhr',
  },
  email: 'claims@northlight.example',
  website: 'https://northlight.example/',
  privacyUrl: 'https://northlight.example/privacy',
}

export function sampleShop(change: Partial<PageShop> = {}): PageShop {
  return { company: COMPANY, logo: null, header: '', metaTitle: '', favicon: null, ...change }
}

export function sampleFrame(locale: PageLocale, shop: PageShop | null = sampleShop()): PageFrame {
  const languages = PAGE_LOCALES.map(({ tag, name }) => ({
    tag,
    name,
    href: `/${tag}/status/warranty`,
    current: tag === locale,
  }))
  return { locale, timeZone: 'Europe/Prague', now: NOW, query: '', styleHref: 'default.css', languages, shop }
}

const at = (local: string) => Date.parse(`${local}:00+01:00`)

type Words = Readonly<Record<PageLocale, string>>
export const say = (locale: PageLocale, words: Words) => words[locale]

export const TYPE: Words = {
  en: 'Warranty claim',
  cs: 'Reklamace zboží',
  sk: 'Reklamácia tovaru',
  pl: 'Reklamacja towaru',
  de: 'Reklamation',
}

export function sampleProgress(
  states: readonly ('done' | 'current' | 'upcoming' | 'skipped')[] = [
    'done',
    'current',
    'upcoming',
    'upcoming',
    'upcoming',
  ],
  dueDate: string | null = '2026-12-09',
): PublicPart {
  const stages = ['received', 'review', 'solving', 'decision', 'done'] as const
  const days = ['2026-11-09', '2026-11-18', '2026-11-20', '2026-11-22', '2026-11-23']
  return {
    kind: 'progress',
    label: null,
    dueDate,
    stages: stages.map((stage, index) => {
      const state = states[index] ?? 'upcoming'
      const reached = state === 'done' || state === 'current'
      return { stage, state, at: reached ? at(`${days[index]}T10:02`) : null }
    }),
  }
}

export function sampleNext(locale: PageLocale, change: Partial<PublicNext> = {}): PublicNext {
  return {
    kind: 'next',
    label: null,
    text: say(locale, {
      en: 'We finish the test and tell you in writing what we found and how we settle it. You get an e-mail the same day.',
      cs: 'Dokončíme test a písemně vám sdělíme, co jsme zjistili a jak reklamaci vyřídíme. Tentýž den vám přijde e-mail.',
      sk: 'Dokončíme test a písomne vám oznámime, čo sme zistili a ako reklamáciu vybavíme. V ten istý deň vám príde e-mail.',
      pl: 'Dokończymy testy i poinformujemy Państwa na piśmie, co ustaliliśmy i jak załatwimy reklamację. Tego samego dnia wyślemy e-mail.',
      de: 'Wir schließen die Prüfung ab und teilen Ihnen schriftlich mit, was wir gefunden haben und wie wir die Reklamation regeln. Am selben Tag erhalten Sie eine E-Mail.',
    }),
    turn: 'us',
    due: { date: '2026-12-09', daysLeft: 16 },
    clock: null,
    agreedOn: null,
    words: null,
    settled: null,
    ...change,
  }
}

export function sampleValues(locale: PageLocale): PublicPart {
  const text = (key: string, label: Words, words: Words) =>
    ({ key, label: say(locale, label), value: { type: 'text', text: say(locale, words) } }) as const
  return {
    kind: 'values',
    items: [
      text(
        'product',
        { en: 'Product', cs: 'Výrobek', sk: 'Výrobok', pl: 'Produkt', de: 'Produkt' },
        {
          en: 'Kettle K200, cream',
          cs: 'Konvice K200, krémová',
          sk: 'Kanvica K200, krémová',
          pl: 'Czajnik K200, kremowy',
          de: 'Wasserkocher K200, creme',
        },
      ),
      {
        key: 'order',
        label: say(locale, {
          en: 'Order number',
          cs: 'Číslo objednávky',
          sk: 'Číslo objednávky',
          pl: 'Numer zamówienia',
          de: 'Bestellnummer',
        }),
        value: { type: 'text', text: '2026-8841' },
      },
      {
        key: 'created',
        label: say(locale, {
          en: 'Claim made',
          cs: 'Reklamace uplatněna',
          sk: 'Reklamácia uplatnená',
          pl: 'Data reklamacji',
          de: 'Reklamiert am',
        }),
        value: { type: 'date', date: '2026-11-09' },
      },
      text(
        'defect',
        { en: 'Fault', cs: 'Závada', sk: 'Vada', pl: 'Usterka', de: 'Fehler' },
        {
          en: 'Leaks at the handle when it is more than half full.',
          cs: 'Protéká u držadla.',
          sk: 'Preteká pri rúčke.',
          pl: 'Przecieka przy uchwycie.',
          de: 'Undicht am Griff, wenn er mehr als halb voll ist.',
        },
      ),
      text(
        'asked',
        {
          en: 'You asked for',
          cs: 'Požadovaný způsob vyřízení',
          sk: 'Vaša požiadavka',
          pl: 'Oczekiwane rozwiązanie',
          de: 'Ihr Wunsch',
        },
        { en: 'Repair', cs: 'Oprava', sk: 'Oprava', pl: 'Naprawa', de: 'Reparatur' },
      ),
    ],
  }
}

/** One field of every type. */
export function sampleAllTypes(): PublicPart {
  return {
    kind: 'values',
    items: [
      { key: 'text', label: 'Text', value: { type: 'text', text: 'Kettle K200, cream' } },
      { key: 'long', label: 'Long text', value: { type: 'long-text', text: 'First line.\nSecond line.' } },
      { key: 'number', label: 'Number', value: { type: 'number', number: 1234567.5 } },
      { key: 'money', label: 'Price', value: { type: 'money', money: { amount: 129000, currency: 'CZK' } } },
      { key: 'cents', label: 'Refund', value: { type: 'money', money: { amount: 4990, currency: 'EUR' } } },
      { key: 'date', label: 'Bought', value: { type: 'date', date: '2025-02-28' } },
      { key: 'moment', label: 'Handed over', value: { type: 'date-time', at: at('2026-11-09T14:20') } },
      { key: 'yes', label: 'Packed well', value: { type: 'boolean', yes: true } },
      { key: 'choice', label: 'Remedy', value: { type: 'choice', labels: ['Repair'] } },
      {
        key: 'many',
        label: 'Enclosed',
        value: { type: 'multi-choice', labels: ['Lid', 'Base', 'Filter'] },
      },
      { key: 'email', label: 'E-mail', value: { type: 'email', text: 'jana@example.com' } },
      { key: 'phone', label: 'Phone', value: { type: 'phone', text: '+420601123456' } },
      {
        key: 'address',
        label: 'Return address',
        value: {
          type: 'address',
          address: { street: 'Dlouhá 12', city: 'Brno', postalCode: '602 00', country: 'CZ' },
        },
      },
      { key: 'account', label: 'Account', value: { type: 'bank-account', text: '19-2000145399/0800' } },
      {
        key: 'link',
        label: 'Parcel',
        value: { type: 'link', link: { url: 'https://track.example/0550', label: 'DPD 0550 4410 2231 07' } },
      },
      {
        key: 'report',
        label: 'Report',
        value: { type: 'file', name: 'service-report.pdf', href: '/en/status/warranty/attachments/1' },
      },
    ],
  }
}

export function sampleMessages(locale: PageLocale): Extract<PublicPart, { kind: 'messages' }> {
  const message = (from: PublicMessage['from'], when: string, body: Words): PublicMessage => ({
    from,
    at: at(when),
    body: say(locale, body),
  })
  return {
    kind: 'messages',
    label: null,
    messages: [
      message('shop', '2026-11-09T10:02', {
        en: 'Thank you, your claim is recorded. Please send us the kettle with the label from the e-mail. We pay the postage.',
        cs: 'Děkujeme, reklamaci jsme přijali. Konvici nám prosím pošlete se štítkem z e-mailu, poštovné platíme my.',
        sk: 'Ďakujeme, reklamáciu sme prijali. Kanvicu nám, prosím, pošlite so štítkom z e-mailu, poštovné platíme my.',
        pl: 'Dziękujemy, reklamacja jest przyjęta. Prosimy wysłać czajnik z etykietą z e-maila, za przesyłkę płacimy my.',
        de: 'Vielen Dank, Ihre Reklamation ist erfasst. Bitte schicken Sie den Wasserkocher mit dem Etikett aus der E-Mail, das Porto zahlen wir.',
      }),
      message('customer', '2026-11-12T19:05', {
        en: 'Here is a photo of the handle. It leaks only when the kettle is more than half full.',
        cs: 'Posílám fotografii držadla. Protéká jen tehdy, když je konvice plná více než z poloviny.',
        sk: 'Posielam fotografiu rúčky. Preteká len vtedy, keď je kanvica plná viac ako do polovice.',
        pl: 'Przesyłam zdjęcie uchwytu. Przecieka tylko wtedy, gdy czajnik jest pełny więcej niż do połowy.',
        de: 'Hier ein Foto vom Griff. Wasser tritt nur aus, wenn der Kocher mehr als halb voll ist.',
      }),
      message('shop', '2026-11-18T14:20', {
        en: 'Your kettle is on the test bench. We saw the leak ourselves, so you do not need to send more photos.',
        cs: 'Konvici už máme na zkušebním stole. Protékání jsme sami viděli, další fotografie posílat nemusíte.',
        sk: 'Kanvicu už máme na skúšobnom stole. Pretekanie sme sami videli, ďalšie fotografie posielať nemusíte.',
        pl: 'Czajnik jest już na stanowisku testowym. Sami widzieliśmy przeciek, więcej zdjęć nie trzeba przesyłać.',
        de: 'Ihr Wasserkocher steht auf dem Prüfstand. Wir haben das Leck selbst gesehen, weitere Fotos brauchen wir nicht.',
      }),
    ],
  }
}

export function sampleFiles(downloads = true): Extract<PublicPart, { kind: 'attachments' }> {
  const file = (name: string, change: Partial<PublicFile>): PublicFile => ({
    name,
    badge: name.slice(name.lastIndexOf('.') + 1).toUpperCase(),
    kind: 'document',
    size: 96_000,
    from: 'customer',
    at: at('2026-11-09T10:02'),
    href: downloads ? '/en/status/warranty/attachments/01j' : null,
    ...change,
  })
  return {
    kind: 'attachments',
    label: null,
    downloads,
    files: [
      file('leak-at-the-handle.jpg', { kind: 'photo', size: 1_834_000, at: at('2026-11-12T19:05') }),
      file('receipt-2026-8841.pdf', { size: 212_400 }),
      file('claim-confirmation.pdf', { from: 'shop' }),
    ],
  }
}

/** The issue of a kettle that leaks, while the shop tests it; `change` puts it into another state. */
export function sampleIssue(locale: PageLocale, change: Partial<PublicIssue> = {}): PublicIssue {
  return {
    number: NUMBER,
    typeName: TYPE[locale],
    headline: say(locale, {
      en: 'We are testing your product',
      cs: 'Váš výrobek právě testujeme',
      sk: 'Váš výrobok práve testujeme',
      pl: 'Testujemy Państwa produkt',
      de: 'Wir prüfen Ihr Produkt',
    }),
    explanation: say(locale, {
      en: 'A technician has it on the bench and is looking for the cause of the fault.',
      cs: 'Má ho na stole náš technik a zjišťuje, co závadu způsobilo.',
      sk: 'Má ho na stole náš technik a zisťuje, čo vadu spôsobilo.',
      pl: 'Nasz technik ma go na warsztacie i szuka przyczyny usterki.',
      de: 'Es liegt in unserer Werkstatt, und wir suchen die Ursache des Fehlers.',
    }),
    tone: 'shop',
    parts: [
      sampleProgress(),
      sampleNext(locale),
      sampleValues(locale),
      sampleMessages(locale),
      sampleFiles(),
    ],
    ...change,
  }
}
