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

/**
 * A spreadsheet that splits cells by another sign than the file does takes what comes after it for a cell of its own, and
 * what comes after the end of a line for the first of the next. A price like `500,-` and a list of points stay as they are.
 */
const AFTER_SEMICOLON = /[;\t\r\n](?=[=+@\uFF1D\uFF0B\uFF0D\uFF20]|-\S)/g
const AFTER_COMMA = /[,\t\r\n](?=[=+@\uFF1D\uFF0B\uFF0D\uFF20]|-\S)/g

/** A line of a table. Texts are no formulas, whatever they begin with; numbers stay numbers. */
export function csvLine(cells: readonly (string | number)[], { separator, decimal }: CsvStyle): string {
  const written = cells.map((cell) =>
    typeof cell === 'number'
      ? String(cell).replace('.', decimal)
      : quoted(harmless(cell, separator), separator),
  )
  return `${written.join(separator)}\r\n`
}

function harmless(text: string, separator: CsvStyle['separator']): string {
  const within = text.replace(separator === ',' ? AFTER_SEMICOLON : AFTER_COMMA, "$&'")
  return FORMULA.test(within) ? `'${within}` : within
}

function quoted(text: string, separator: string): string {
  const isPlain = !text.includes(separator) && !/["\r\n\t]|^\s|\s$/.test(text)
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`
}
