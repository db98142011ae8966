import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { IssueType } from '../issue-types/index.ts'
import { pageSheet } from '../theming/index.ts'

/** A style sheet; its address names its content, so that browsers may keep it for ever. */
export type Sheet = {
  href: string
  plain: Buffer
  gzip: () => Promise<Buffer>
  brotli: () => Promise<Buffer>
}

const defaults = readFileSync(new URL('./style/default.css', import.meta.url), 'utf8')
  .replace(/\/\*[^]*?\*\//g, '')
  .replace(/\s*\n\s*/g, '\n')

/** The sheet of pages that belong to no shop. */
export const DEFAULT_SHEET = makeSheet(defaults)

const sheets = new WeakMap<IssueType, Sheet>()

/** The one sheet of a type's page: defaults, its settings, its CSS, its additional CSS. */
export function sheetOf(type: IssueType): Sheet {
  let sheet = sheets.get(type)
  if (!sheet) {
    const { font, width, css, additionalCss } = type.statusPage
    sheet =
      font || width || css || additionalCss
        ? makeSheet(pageSheet({ defaults, font, width, css, additionalCss }))
        : DEFAULT_SHEET
    sheets.set(type, sheet)
  }
  return sheet
}

function makeSheet(css: string): Sheet {
  const plain = Buffer.from(css)
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 20)
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length }
  return {
    href: `/assets/${hash}.css`,
    plain,
    gzip: once(() => promisify(gzip)(plain, { level: 9 })),
    brotli: once(() => promisify(brotliCompress)(plain, { params })),
  }
}

/** Made when it is first asked for, off the main thread: the best compression of a long sheet takes half a second. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null
  return () => (made ??= make())
}
