import type { Content, Style, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { DEMO_COMPANY } from './company.ts'
import type { StarterLocale, Words } from '../starter-type.ts'
import { MARKETS } from './products.ts'
import type { PdfDocument, PdfSubject } from './types.ts'

const ACCENT = '#0b5a6e'
const MUTED = '#565b61'
const LINE = '#dddcd6'

type FontFeatures = NonNullable<Style['fontFeatures']>

type Wording = {
  title: Words
  /** What the day of the document is called. */
  dated: Words
  /** What `text` is called. */
  about: Words
  closing: Words
  /** Whether the price is listed with its tax. */
  priced: boolean
}

const DISAGREE: Words = {
  en: 'If you see it differently, tell us what we missed and we look again. Your legal rights stay as they are.',
  cs: 'Pokud to vidíte jinak, napište nám, co jsme přehlédli, a podíváme se na to znovu. Vaše zákonná práva se tím nemění.',
  sk: 'Ak to vidíte inak, napíšte nám, čo sme prehliadli, a pozrieme sa na to znova. Vaše zákonné práva sa tým nemenia.',
  pl: 'Jeśli widzą to Państwo inaczej, prosimy napisać, co pominęliśmy, a sprawdzimy to jeszcze raz. Państwa prawa ustawowe pozostają bez zmian.',
  de: 'Wenn Sie das anders sehen, schreiben Sie uns, was wir übersehen haben, und wir prüfen es noch einmal. Ihre gesetzlichen Rechte bleiben bestehen.',
}

const WORDING: Readonly<Record<PdfDocument, Wording>> = {
  receipt: {
    title: { en: 'Receipt', cs: 'Účtenka', sk: 'Doklad o kúpe', pl: 'Paragon', de: 'Kaufbeleg' },
    dated: {
      en: 'Date of sale',
      cs: 'Datum prodeje',
      sk: 'Dátum predaja',
      pl: 'Data sprzedaży',
      de: 'Verkauft am',
    },
    about: { en: 'Note', cs: 'Poznámka', sk: 'Poznámka', pl: 'Uwaga', de: 'Hinweis' },
    closing: {
      en: 'Please keep this receipt. It makes a claim easier.',
      cs: 'Účtenku si prosím uschovejte. Případnou reklamaci vám usnadní.',
      sk: 'Doklad si, prosím, uschovajte. Prípadnú reklamáciu vám uľahčí.',
      pl: 'Prosimy zachować paragon. Ułatwi on ewentualną reklamację.',
      de: 'Bitte bewahren Sie den Beleg auf. Er erleichtert eine Reklamation.',
    },
    priced: true,
  },
  'claim-confirmation': {
    title: {
      en: 'Confirmation of your claim',
      cs: 'Potvrzení o přijetí reklamace',
      sk: 'Potvrdenie o prijatí reklamácie',
      pl: 'Potwierdzenie przyjęcia reklamacji',
      de: 'Bestätigung Ihrer Reklamation',
    },
    dated: {
      en: 'Claim made',
      cs: 'Reklamace uplatněna',
      sk: 'Reklamácia uplatnená',
      pl: 'Reklamację złożono',
      de: 'Reklamiert am',
    },
    about: { en: 'Fault', cs: 'Závada', sk: 'Vada', pl: 'Usterka', de: 'Fehler' },
    closing: {
      en: 'We test the product and tell you in writing what we found and how we settle the claim.',
      cs: 'Výrobek otestujeme a písemně vám sdělíme, co jsme zjistili a jak reklamaci vyřídíme.',
      sk: 'Výrobok otestujeme a písomne vám oznámime, čo sme zistili a ako reklamáciu vybavíme.',
      pl: 'Przetestujemy produkt i poinformujemy Państwa na piśmie, co ustaliliśmy i jak załatwimy reklamację.',
      de: 'Wir prüfen das Produkt und teilen Ihnen schriftlich mit, was wir gefunden haben und wie wir die Reklamation regeln.',
    },
    priced: false,
  },
  'inspection-report': {
    title: {
      en: 'Inspection report',
      cs: 'Protokol o posouzení',
      sk: 'Protokol o posúdení',
      pl: 'Protokół z oceny',
      de: 'Prüfbericht',
    },
    dated: {
      en: 'Inspected on',
      cs: 'Datum posouzení',
      sk: 'Dátum posúdenia',
      pl: 'Data oceny',
      de: 'Geprüft am',
    },
    about: {
      en: 'What we found',
      cs: 'Co jsme zjistili',
      sk: 'Čo sme zistili',
      pl: 'Co ustaliliśmy',
      de: 'Was wir gefunden haben',
    },
    closing: {
      en: 'For our use only.',
      cs: 'Pouze pro vnitřní potřebu.',
      sk: 'Len na vnútorné použitie.',
      pl: 'Tylko do użytku wewnętrznego.',
      de: 'Nur für den internen Gebrauch.',
    },
    priced: false,
  },
  'decision-letter': {
    title: {
      en: 'Our decision',
      cs: 'Naše rozhodnutí',
      sk: 'Naše rozhodnutie',
      pl: 'Nasza decyzja',
      de: 'Unsere Entscheidung',
    },
    dated: {
      en: 'Decided on',
      cs: 'Datum rozhodnutí',
      sk: 'Dátum rozhodnutia',
      pl: 'Data decyzji',
      de: 'Entschieden am',
    },
    about: { en: 'Reason', cs: 'Zdůvodnění', sk: 'Zdôvodnenie', pl: 'Uzasadnienie', de: 'Begründung' },
    closing: DISAGREE,
    priced: false,
  },
  'repair-report': {
    title: {
      en: 'Repair report',
      cs: 'Protokol o opravě',
      sk: 'Protokol o oprave',
      pl: 'Protokół naprawy',
      de: 'Reparaturbericht',
    },
    dated: {
      en: 'Repaired on',
      cs: 'Datum opravy',
      sk: 'Dátum opravy',
      pl: 'Data naprawy',
      de: 'Repariert am',
    },
    about: {
      en: 'What we did',
      cs: 'Co jsme udělali',
      sk: 'Čo sme urobili',
      pl: 'Co zrobiliśmy',
      de: 'Was wir gemacht haben',
    },
    closing: {
      en: 'If something is still not right, write to us.',
      cs: 'Pokud ještě něco není v pořádku, napište nám.',
      sk: 'Ak ešte niečo nie je v poriadku, napíšte nám.',
      pl: 'Jeśli coś nadal jest nie tak, prosimy do nas napisać.',
      de: 'Wenn noch etwas nicht stimmt, schreiben Sie uns.',
    },
    priced: false,
  },
  'return-confirmation': {
    title: {
      en: 'Confirmation of your return',
      cs: 'Potvrzení o vrácení zboží',
      sk: 'Potvrdenie o vrátení tovaru',
      pl: 'Potwierdzenie zwrotu',
      de: 'Bestätigung Ihrer Rückgabe',
    },
    dated: { en: 'Received on', cs: 'Přijato', sk: 'Prijaté', pl: 'Przyjęto', de: 'Eingegangen am' },
    about: {
      en: 'What comes next',
      cs: 'Co bude dál',
      sk: 'Čo bude ďalej',
      pl: 'Co dalej',
      de: 'Wie es weitergeht',
    },
    closing: {
      en: 'Please put the order number in the parcel.',
      cs: 'Do balíku prosím přiložte číslo objednávky.',
      sk: 'Do balíka, prosím, priložte číslo objednávky.',
      pl: 'Do paczki prosimy dołączyć numer zamówienia.',
      de: 'Bitte legen Sie dem Paket die Bestellnummer bei.',
    },
    priced: false,
  },
  'credit-note': {
    title: {
      en: 'Credit note',
      cs: 'Dobropis',
      sk: 'Dobropis',
      pl: 'Faktura korygująca',
      de: 'Gutschrift',
    },
    dated: {
      en: 'Issued on',
      cs: 'Datum vystavení',
      sk: 'Dátum vystavenia',
      pl: 'Data wystawienia',
      de: 'Ausgestellt am',
    },
    about: { en: 'Reason', cs: 'Důvod', sk: 'Dôvod', pl: 'Powód', de: 'Grund' },
    closing: {
      en: 'We send the amount the way you paid, or the way we agreed.',
      cs: 'Částku posíláme stejným způsobem, jakým jste platili, nebo tak, jak jsme se dohodli.',
      sk: 'Sumu posielame rovnakým spôsobom, akým ste platili, alebo tak, ako sme sa dohodli.',
      pl: 'Kwotę zwracamy w taki sam sposób, w jaki Państwo płacili, lub zgodnie z ustaleniami.',
      de: 'Wir erstatten den Betrag auf dem Weg, auf dem Sie bezahlt haben, oder wie vereinbart.',
    },
    priced: true,
  },
  quote: {
    title: {
      en: 'Quote for the repair',
      cs: 'Cenová nabídka opravy',
      sk: 'Cenová ponuka opravy',
      pl: 'Wycena naprawy',
      de: 'Kostenvoranschlag',
    },
    dated: {
      en: 'Issued on',
      cs: 'Datum vystavení',
      sk: 'Dátum vystavenia',
      pl: 'Data wystawienia',
      de: 'Ausgestellt am',
    },
    about: {
      en: 'Work in the quote',
      cs: 'Navržená oprava',
      sk: 'Navrhnutá oprava',
      pl: 'Proponowana naprawa',
      de: 'Vorgeschlagene Reparatur',
    },
    closing: {
      en: 'Without your yes we change nothing on the device.',
      cs: 'Bez vašeho souhlasu na přístroji nic neměníme.',
      sk: 'Bez vášho súhlasu na prístroji nič nemeníme.',
      pl: 'Bez Państwa zgody niczego w urządzeniu nie zmieniamy.',
      de: 'Ohne Ihr Ja ändern wir nichts am Gerät.',
    },
    priced: true,
  },
  'complaint-confirmation': {
    title: {
      en: 'Confirmation of your complaint',
      cs: 'Potvrzení o přijetí stížnosti',
      sk: 'Potvrdenie o prijatí sťažnosti',
      pl: 'Potwierdzenie przyjęcia skargi',
      de: 'Bestätigung Ihrer Beschwerde',
    },
    dated: { en: 'Received on', cs: 'Přijato', sk: 'Prijaté', pl: 'Przyjęto', de: 'Eingegangen am' },
    about: {
      en: 'What happened',
      cs: 'Co se stalo',
      sk: 'Čo sa stalo',
      pl: 'Co się stało',
      de: 'Was passiert ist',
    },
    closing: {
      en: 'We find out what happened and answer you in writing.',
      cs: 'Zjistíme, co se stalo, a písemně vám odpovíme.',
      sk: 'Zistíme, čo sa stalo, a písomne vám odpovieme.',
      pl: 'Ustalimy, co się stało, i odpowiemy Państwu na piśmie.',
      de: 'Wir klären, was passiert ist, und antworten Ihnen schriftlich.',
    },
    priced: false,
  },
}

const LABELS = {
  customer: { en: 'Customer', cs: 'Zákazník', sk: 'Zákazník', pl: 'Klient', de: 'Kunde' },
  product: { en: 'Product', cs: 'Výrobek', sk: 'Výrobok', pl: 'Produkt', de: 'Produkt' },
  serial: {
    en: 'Serial number',
    cs: 'Výrobní číslo',
    sk: 'Výrobné číslo',
    pl: 'Numer seryjny',
    de: 'Seriennummer',
  },
  order: {
    en: 'Order number',
    cs: 'Číslo objednávky',
    sk: 'Číslo objednávky',
    pl: 'Numer zamówienia',
    de: 'Bestellnummer',
  },
  repair: { en: 'Repair', cs: 'Oprava', sk: 'Oprava', pl: 'Naprawa', de: 'Reparatur' },
  item: { en: 'Item', cs: 'Položka', sk: 'Položka', pl: 'Pozycja', de: 'Position' },
  amount: { en: 'Amount', cs: 'Částka', sk: 'Suma', pl: 'Kwota', de: 'Betrag' },
  net: { en: 'Without VAT', cs: 'Bez DPH', sk: 'Bez DPH', pl: 'Netto', de: 'Netto' },
  vat: { en: 'VAT {n}%', cs: 'DPH {n} %', sk: 'DPH {n} %', pl: 'VAT {n}%', de: 'MwSt. {n} %' },
  total: { en: 'Total', cs: 'Celkem', sk: 'Spolu', pl: 'Razem', de: 'Gesamt' },
} satisfies Readonly<Record<string, Words>>

/** The layout of a document; its date also stands as the file's, so that the bytes do not depend on the clock. */
export function documentOf(subject: PdfSubject): TDocumentDefinitions {
  const { locale } = subject
  const wording = WORDING[subject.document]
  const made = new Date(`${subject.date}T08:00:00Z`)
  return {
    info: { title: wording.title[locale], author: DEMO_COMPANY.name, creationDate: made, modDate: made },
    language: locale,
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 72],
    defaultStyle: {
      font: 'Roboto',
      fontSize: 11,
      lineHeight: 1.35,
      color: '#1a1c1e',
      fontFeatures: plainLetters(),
    },
    footer: { text: DEMO_COMPANY.imprint, margin: [56, 24, 56, 0], fontSize: 9, color: MUTED },
    content: [
      { text: DEMO_COMPANY.name, bold: true, fontSize: 13, color: ACCENT },
      rule(ACCENT, 1.5),
      { text: wording.title[locale], bold: true, fontSize: 24, margin: [0, 22, 0, 16] },
      facts(subject, wording),
      ...(wording.priced ? [prices(subject)] : []),
      ...(subject.text ? [section(wording.about[locale], subject.text)] : []),
      rule(LINE, 0.75),
      { text: wording.closing[locale], color: MUTED, margin: [0, 14, 0, 0] },
    ],
  }
}

/**
 * No kerning and no ligatures: looking them up takes a third of the time of a document. The library hands the value
 * to its font engine, which also takes an object of switches; its types name only the list.
 */
function plainLetters(): FontFeatures {
  const off = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'rlig', 'calt', 'clig']
  return Object.fromEntries(off.map((feature) => [feature, false])) as unknown as FontFeatures
}

function facts(subject: PdfSubject, wording: Wording): Content {
  const { locale } = subject
  const lines: [string, string][] = [
    [wording.dated[locale], formatDate(subject.date, locale)],
    [LABELS.customer[locale], subject.customer],
    [LABELS.product[locale], subject.product],
    [LABELS.serial[locale], subject.serial],
    [LABELS.order[locale], subject.order],
  ]
  const body = lines
    .filter(([, value]) => value)
    .map(([label, value]) => [
      { text: label, color: MUTED },
      { text: value, bold: true },
    ])
  return {
    table: { widths: [140, '*'], body },
    layout: { ...hairlines, paddingLeft: () => 0, paddingTop: () => 5, paddingBottom: () => 4 },
    margin: [0, 0, 0, 18],
  }
}

function prices(subject: PdfSubject): Content {
  const { locale, price } = subject
  // A credit note gives back what the receipt took.
  const total = subject.document === 'credit-note' ? -price.amount : price.amount
  const { vatPercent } = MARKETS[locale]
  const net = Math.round((total * 100) / (100 + vatPercent))
  const item =
    subject.document === 'quote' ? `${LABELS.repair[locale]}: ${subject.product}` : `1 × ${subject.product}`
  const line = (label: string, amount: number, bold = false): Content[] => [
    { text: label, bold },
    { text: formatMoney(amount, price.currency, locale), alignment: 'right', bold },
  ]
  return {
    table: {
      widths: ['*', 120],
      body: [
        [
          { text: LABELS.item[locale], color: MUTED },
          { text: LABELS.amount[locale], color: MUTED, alignment: 'right' },
        ],
        line(item, total),
        line(LABELS.net[locale], net),
        line(LABELS.vat[locale].replace('{n}', String(vatPercent)), total - net),
        line(LABELS.total[locale], total, true),
      ],
    },
    layout: {
      ...hairlines,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 6,
      paddingBottom: () => 5,
    },
    margin: [0, 4, 0, 18],
  }
}

const hairlines = {
  hLineWidth: (row: number) => (row === 0 ? 0 : 0.75),
  vLineWidth: () => 0,
  hLineColor: () => LINE,
}

function section(heading: string, text: string): Content {
  return {
    stack: [
      { text: heading, bold: true, fontSize: 13, margin: [0, 0, 0, 4] },
      { text, margin: [0, 0, 0, 18] },
    ],
  }
}

function rule(colour: string, width: number): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: 483, y2: 0, lineWidth: width, lineColor: colour }],
    margin: [0, 6, 0, 0],
  }
}

function formatDate(date: string, locale: StarterLocale): string {
  const tag = locale === 'en' ? 'en-GB' : locale
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}

function formatMoney(amount: number, currency: string, locale: StarterLocale): string {
  const tag = locale === 'en' ? 'en-GB' : locale
  return new Intl.NumberFormat(tag, { style: 'currency', currency }).format(amount / 100)
}
