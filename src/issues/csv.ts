import { formatsOf, type PageLocale } from '../base/index.ts'

/** Excel takes a file for UTF-8 by it alone. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** With what a table of values is written; spreadsheets split columns as their language writes numbers. */
export type CsvStyle = { separator: ',' | ';'; decimal: '.' | ',' }

/** The style of a language; its spreadsheets take a comma for a decimal one where it writes one. */
export function csvStyleOf(locale: PageLocale): CsvStyle {
  const hasComma = new Intl.NumberFormat(formatsOf(locale)).format(0.5).includes(',')
  return hasComma ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' }
}

/** What a spreadsheet would take for the beginning of a formula, in any width, and what it would pass over before it. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** A line of a table. Texts are no formulas, whatever they begin with; numbers stay numbers. */
export function csvLine(cells: readonly (string | number)[], { separator, decimal }: CsvStyle): string {
  const written = cells.map((cell) =>
    typeof cell === 'number' ? String(cell).replace('.', decimal) : quoted(harmless(cell), separator),
  )
  return `${written.join(separator)}\r\n`
}

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function quoted(text: string, separator: string): string {
  const isPlain = !text.includes(separator) && !/["\r\n\t]|^\s|\s$/.test(text)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}
