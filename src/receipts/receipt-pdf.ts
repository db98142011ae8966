import { createRequire } from 'node:module'
import path from 'node:path'
import type { Content, Style, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Receipt, ReceiptLine } from './receipt.ts'

const ACCENT = '#0b5a6e'
const MUTED = '#565b61'
const LINE = '#dddcd6'
const WIDTH = 483

/** The receipt as a document for A4, which says the same as the page. The library is loaded at the first call. */
export async function makePdf(receipt: Receipt): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake')
  const fonts = path.join(
    path.dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')),
    'fonts',
  )
  const face = (name: string): string => path.join(fonts, 'Roboto', `Roboto-${name}.ttf`)
  pdfmake.setFonts({ Roboto: { normal: face('Regular'), bold: face('Medium') } })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((file) => path.resolve(file).startsWith(fonts))
  return pdfmake.createPdf(documentOf(receipt)).getBuffer()
}

function documentOf(receipt: Receipt): TDocumentDefinitions {
  const { title, kind, number, company, facts, content } = receipt
  const made = new Date(receipt.at)
  return {
    info: { title: `${title} ${number.text}`, author: company.name, creationDate: made, modDate: made },
    language: receipt.locale,
    pageSize: 'A4',
    pageMargins: [56, 48, 56, 64],
    defaultStyle: {
      font: 'Roboto',
      fontSize: 10.5,
      lineHeight: 1.3,
      color: '#1a1c1e',
      fontFeatures: plainLetters(),
    },
    footer: (page, pages) => ({
      columns: [
        { text: company.imprint, width: '*' },
        { text: pages > 1 ? `${number.text} · ${page}/${pages}` : number.text, width: 'auto' },
      ],
      columnGap: 16,
      margin: [56, 20, 56, 0],
      fontSize: 8.5,
      color: MUTED,
    }),
    content: [
      { text: company.name, bold: true, fontSize: 12, color: ACCENT },
      rule(ACCENT, 1.5),
      { text: title, bold: true, fontSize: 22, margin: [0, 18, 0, 0] },
      { text: kind, fontSize: 12, color: MUTED, margin: [0, 0, 0, 10] },
      table([number, ...facts]),
      ...(content.lines.length > 0 ? [heading(content.heading), table(content.lines)] : []),
      ...followed(receipt),
      { text: company.contact, color: MUTED, margin: [0, 14, 0, 0] },
      signatures(receipt.signatures),
    ],
  }
}

/**
 * No kerning and no ligatures: looking them up takes a third of the time of a document. The library hands the value
 * to its font engine, which also takes an object of switches; its types name only the list.
 */
function plainLetters(): NonNullable<Style['fontFeatures']> {
  const off = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'rlig', 'calt', 'clig']
  const switches = Object.fromEntries(off.map((feature) => [feature, false]))
  return switches as unknown as NonNullable<Style['fontFeatures']>
}

function heading(text: string): Content {
  return { text, bold: true, fontSize: 13, margin: [0, 16, 0, 4] }
}

function table(lines: readonly ReceiptLine[]): Content {
  const body = lines.map(({ label, text }) => [{ text: label, color: MUTED }, { text }])
  return {
    table: { widths: [150, '*'], body },
    layout: {
      hLineWidth: (row) => (row === 0 ? 0 : 0.75),
      vLineWidth: () => 0,
      hLineColor: () => LINE,
      paddingLeft: () => 0,
      paddingTop: () => 4,
      paddingBottom: () => 3,
    },
  }
}

function followed({ follow }: Receipt): Content[] {
  if (!follow) return []
  return [
    {
      unbreakable: true,
      margin: [0, 18, 0, 0],
      columnGap: 16,
      columns: [
        { qr: follow.url, fit: 92, width: 'auto', eccLevel: 'M' },
        {
          width: '*',
          stack: [
            { text: follow.heading, bold: true, fontSize: 13 },
            { text: follow.about, margin: [0, 2, 0, 4] },
            { text: follow.url, link: follow.url, color: ACCENT },
          ],
        },
      ],
    },
  ]
}

function signatures(names: readonly string[]): Content {
  return {
    unbreakable: true,
    margin: [0, 44, 0, 0],
    columnGap: 32,
    columns: names.map((text) => ({
      stack: [
        {
          canvas: [{ type: 'line', x1: 0, y1: 0, x2: 200, y2: 0, lineWidth: 0.75, lineColor: MUTED }],
        },
        { text, color: MUTED, fontSize: 9, margin: [0, 4, 0, 0] },
      ],
    })),
  }
}

function rule(colour: string, width: number): Content {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: width, lineColor: colour }],
    margin: [0, 6, 0, 0],
  }
}
