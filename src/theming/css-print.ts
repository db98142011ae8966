import type { Token } from './css-tokens.ts'
import type { Item, Sheet, Span } from './css-tree.ts'

export type CssLayout = 'minified' | 'readable'

// Characters outside ASCII that every version of the standard takes as part of a name; not the byte order mark.
const NAME_SAFE =
  /[-\w\u00b7\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u1fff\u200c-\u200d\u203f-\u2040\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u
const PLAIN_ADDRESS = /^[\w/:.~%?&=+-]+$/
const PLAIN_NAME = /^(?:-?[A-Za-z_]|--[-\w])[-\w]*$/

/** Items of a sheet as text: one rule a line, or indented for people to read on. */
export function printItems(sheet: Sheet, items: readonly Item[], layout: CssLayout): string {
  return layout === 'minified' ? minified(sheet, items) : readable(sheet, items, '')
}

function minified(sheet: Sheet, items: readonly Item[]): string {
  const parts: string[] = []
  for (const [i, item] of items.entries()) {
    if (item.kind === 'broken') continue
    // Only the last declaration of a block may go without its semicolon.
    const end = item.kind === 'declaration' && i === items.length - 1 ? '' : ';'
    if (item.kind === 'declaration')
      parts.push(escapeName(item.name), ':', printTokens(sheet, item.value), end)
    else if (item.items) parts.push(head(sheet, item), '{', minified(sheet, item.items), '}')
    else parts.push(head(sheet, item), end)
  }
  return parts.join('')
}

function readable(sheet: Sheet, items: readonly Item[], indent: string): string {
  return items
    .map((item) => {
      if (item.kind === 'broken') return ''
      if (item.kind === 'declaration')
        return `${indent}${escapeName(item.name)}: ${printTokens(sheet, item.value)};\n`
      const start = indent + head(sheet, item)
      return item.items
        ? `${start} {\n${readable(sheet, item.items, `${indent}  `)}${indent}}\n`
        : `${start};\n`
    })
    .join('')
}

function head(sheet: Sheet, item: Exclude<Item, { kind: 'declaration' | 'broken' }>): string {
  const prelude = printTokens(sheet, item.prelude)
  if (item.kind === 'rule') return prelude
  return prelude ? `@${escapeName(item.name)} ${prelude}` : `@${escapeName(item.name)}`
}

/**
 * Tokens written so that every reader reads the same tokens again: one way of quoting and escaping, whatever the source
 * did. Tokens that touched keep touching, and a comment between two of them stays as an empty one, so nothing runs
 * together; brackets that the source left open are closed.
 */
export function printTokens(sheet: Sheet, span: Span): string {
  let text = ''
  let unclosed = ''
  let last: Token | null = null
  let gap: '' | ' ' | '/**/' = ''
  for (let i = span.from; i < span.to; i++) {
    const token = sheet.tokens[i] as Token
    if (token.type === 'space') gap = ' '
    else if (token.type === 'comment') gap ||= '/**/'
    else {
      if (last) text += gapBetween(last, token, gap)
      text += printToken(token)
      if ((sheet.partner[i] as number) >= span.to) unclosed = closer(token) + unclosed
      last = token
      gap = ''
    }
  }
  return text + unclosed
}

function gapBetween(last: Token, token: Token, gap: '' | ' ' | '/**/'): string {
  // `</` begins an end tag wherever the sheet should ever stand in HTML.
  if (last.type === 'delim' && last.value === '<') return gap || token.value === '/' ? ' ' : ''
  return last.type === ',' || token.type === ',' ? '' : gap
}

function closer(token: Token): string {
  if (token.type === '[') return ']'
  return token.type === '(' || token.type === 'function' ? ')' : ''
}

function printToken(token: Token): string {
  switch (token.type) {
    case 'ident':
      return escapeName(token.value)
    case 'function':
      return `${escapeName(token.value)}(`
    case 'at':
      return `@${escapeName(token.value)}`
    case 'hash':
      return `#${token.text === 'id' ? escapeName(token.value) : escapeChars(token.value)}`
    case 'string':
      return quote(token.value)
    case 'url':
      return PLAIN_ADDRESS.test(token.value) ? `url(${token.value})` : `url(${quote(token.value)})`
    case 'number':
      return token.text
    case 'percentage':
      return `${token.text}%`
    case 'dimension':
      return token.text + escapeUnit(token.value)
    default:
      return token.value
  }
}

function escapeName(name: string): string {
  if (PLAIN_NAME.test(name)) return name
  // `--` before `>` would be the end of an HTML comment.
  if (name === '-' || name === '--') return `\\${name}`
  const digit = /^-?\d/.test(name) ? name.search(/\d/) : -1
  if (digit < 0) return escapeChars(name)
  return name.slice(0, digit) + hex(name[digit] as string) + escapeChars(name.slice(digit + 1))
}

/** A unit like `e5` would be read as an exponent. */
function escapeUnit(unit: string): string {
  return /^e-?\d/i.test(unit) ? hex(unit[0] as string) + escapeChars(unit.slice(1)) : escapeName(unit)
}

function escapeChars(text: string): string {
  if (/^[-\w]*$/.test(text)) return text
  return Array.from(text, (char) => (NAME_SAFE.test(char) ? char : escapeChar(char))).join('')
}

function quote(text: string): string {
  return `"${text.replace(/["\\<\p{Cc}\ufeff]/gu, escapeChar)}"`
}

/** ASCII marks with a backslash; `<`, which means something in HTML, and everything else by its code. */
function escapeChar(char: string): string {
  return /^[!-/:;=-~]$/.test(char) ? `\\${char}` : hex(char)
}

function hex(char: string): string {
  return `\\${(char.codePointAt(0) as number).toString(16)} `
}
