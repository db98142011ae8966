import type { Content, Style, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { StarterLocale, Words } from '../starter-type.ts'
import { DEMO_COMPANY } from './company.ts'
import type { PdfDocument, PdfSubject } from './types.ts'

const ACCENT = '#0b5a6e'
const MUTED = '#565b61'
const LINE = '#dddcd6'
const VAT_PERCENT = 21

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

const WORDING: Readonly<Record<PdfDocument, Wording>> = {
  receipt: {
    title: { en: 'Receipt', cs: 'Účtenka' },
    dated: { en: 'Date of sale', cs: 'Datum prodeje' },
    about: { en: 'Note', cs: 'Poznámka' },
    closing: {
      en: 'Please keep this receipt. It makes a claim easier.',
      cs: 'Účtenku si prosím uschovejte. Případnou reklamaci vám usnadní.',
    },
    priced: true,
  },
  'claim-confirmation': {
    title: { en: 'Confirmation of your claim', cs: 'Potvrzení o přijetí reklamace' },
    dated: { en: 'Claim made', cs: 'Reklamace uplatněna' },
    about: { en: 'Fault', cs: 'Závada' },
    closing: {
      en: 'We test the product and tell you in writing what we found and how we settle the claim.',
      cs: 'Výrobek vyzkoušíme a písemně vám sdělíme, co jsme zjistili a jak reklamaci vyřídíme.',
    },
    priced: false,
  },
  'inspection-report': {
    title: { en: 'Inspection report', cs: 'Protokol o prohlídce' },
    dated: { en: 'Inspected on', cs: 'Datum prohlídky' },
    about: { en: 'What we found', cs: 'Co jsme zjistili' },
    closing: { en: 'For our use only.', cs: 'Pouze pro vnitřní potřebu.' },
    priced: false,
  },
  'decision-letter': {
    title: { en: 'Our decision', cs: 'Naše rozhodnutí' },
    dated: { en: 'Decided on', cs: 'Datum rozhodnutí' },
    about: { en: 'Reason', cs: 'Zdůvodnění' },
    closing: {
      en: 'If you see it differently, tell us what we missed and we look again. Your legal rights stay as they are.',
      cs: 'Pokud to vidíte jinak, napište nám, co jsme přehlédli, a podíváme se na to znovu. Vaše zákonná práva tím nejsou dotčena.',
    },
    priced: false,
  },
  'repair-report': {
    title: { en: 'Repair report', cs: 'Protokol o opravě' },
    dated: { en: 'Repaired on', cs: 'Datum opravy' },
    about: { en: 'What we did', cs: 'Co jsme udělali' },
    closing: {
      en: 'If something is still not right, write to us.',
      cs: 'Pokud ještě něco není v pořádku, napište nám.',
    },
    priced: false,
  },
  'return-confirmation': {
    title: { en: 'Confirmation of your return', cs: 'Potvrzení o vrácení zboží' },
    dated: { en: 'Received on', cs: 'Přijato' },
    about: { en: 'What comes next', cs: 'Co bude dál' },
    closing: {
      en: 'Please put the order number in the parcel.',
      cs: 'Do balíku prosím přiložte číslo objednávky.',
    },
    priced: false,
  },
  'credit-note': {
    title: { en: 'Credit note', cs: 'Dobropis' },
    dated: { en: 'Issued on', cs: 'Datum vystavení' },
    about: { en: 'Reason', cs: 'Důvod' },
    closing: {
      en: 'We send the amount the way you paid, or the way we agreed.',
      cs: 'Částku posíláme tak, jak jste platili, nebo jak jsme se dohodli.',
    },
    priced: true,
  },
}

const LABELS = {
  customer: { en: 'Customer', cs: 'Zákazník' },
  product: { en: 'Product', cs: 'Výrobek' },
  serial: { en: 'Serial number', cs: 'Výrobní číslo' },
  order: { en: 'Order number', cs: 'Číslo objednávky' },
  item: { en: 'Item', cs: 'Položka' },
  amount: { en: 'Amount', cs: 'Částka' },
  net: { en: 'Without VAT', cs: 'Bez DPH' },
  vat: { en: `VAT ${VAT_PERCENT}%`, cs: `DPH ${VAT_PERCENT} %` },
  total: { en: 'Total', cs: 'Celkem' },
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
  const body = lines.map(([label, value]) => [
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
  const net = Math.round((total * 100) / (100 + VAT_PERCENT))
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
        line(`1 × ${subject.product}`, total),
        line(LABELS.net[locale], net),
        line(LABELS.vat[locale], total - net),
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
