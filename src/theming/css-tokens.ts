/**
 * A tokenizer after CSS Syntax Module Level 3, section 4: what a browser reads, with escapes decoded. Linear: every
 * character is looked at a bounded number of times.
 */

export type TokenType =
  | 'ident'
  | 'function'
  | 'at'
  | 'hash'
  | 'string'
  | 'bad-string'
  | 'url'
  | 'bad-url'
  | 'number'
  | 'percentage'
  | 'dimension'
  | 'space'
  | 'comment'
  | 'cdo'
  | 'cdc'
  | 'delim'
  | ':'
  | ';'
  | ','
  | '('
  | ')'
  | '['
  | ']'
  | '{'
  | '}'

export type Token = {
  type: TokenType
  /** Decoded: a name without its marks, a string's or an address's content, a dimension's unit, a delimiter. */
  value: string
  /** A numeric token's number as it was written; `id` for a hash that is a name. */
  text: string
  /** Where it begins in the prepared source. */
  at: number
}

/** Reading stops after so many tokens; style sheets of 128 KiB as people write them have half as many. */
export const MAX_CSS_TOKENS = 65_536

const NAME = /[-\w\u0080-\uffff]+/y
const NUMBER = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\n]+/y
const HEX = /[0-9a-fA-F]{1,6}/y
const STRING_RUN = /[^"'\\\n]+/y
const URL_RUN = /[^"'()\\\s\p{Cc}]+/uy
const BAD_URL_RUN = /[^)\\]+/y

/** The source as the standard has it before tokens are read: one kind of line break, no NUL, no lone surrogate. */
export function prepareCss(css: string): string {
  return css
    .toWellFormed()
    .replace(/^\ufeff/, '')
    .replace(/\r\n?|\f/g, '\n')
    .replaceAll('\0', '\ufffd')
}

/**
 * The tokens of a prepared source. Unclosed strings, addresses and comments end with the source. After `most` tokens
 * one more is read, and no further.
 */
export function readTokens(source: string, most: number): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length && tokens.length <= most) at = readToken(source, at, tokens)
  return tokens
}

/** Reads one token at `at` and gives the place after it. */
function readToken(source: string, at: number, tokens: Token[]): number {
  const c = source[at] as string
  switch (c) {
    case ' ':
    case '\n':
    case '\t':
      return add(tokens, at, 'space', ' ', matchEnd(SPACE, source, at))
    case ':':
    case ';':
    case ',':
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
      return add(tokens, at, c, c, at + 1)
    case '"':
    case "'":
      return readString(source, at, c, tokens)
    case '/':
      if (source[at + 1] === '*') return add(tokens, at, 'comment', '', endOfComment(source, at))
      break
    case '<':
      if (source.startsWith('<!--', at)) return add(tokens, at, 'cdo', '', at + 4)
      break
    case '#':
      if (continuesName(source, at + 1)) return readMarked(source, at, 'hash', tokens)
      break
    case '@':
      if (startsName(source, at + 1)) return readMarked(source, at, 'at', tokens)
      break
  }
  if (mayStartNumber(source.charCodeAt(at))) {
    const end = matchEnd(NUMBER, source, at)
    if (end > at) return readNumeric(source, at, end, tokens)
    if (source.startsWith('-->', at)) return add(tokens, at, 'cdc', '', at + 3)
  }
  return startsName(source, at) ? readNameLike(source, at, tokens) : add(tokens, at, 'delim', c, at + 1)
}

function add(tokens: Token[], at: number, type: TokenType, value: string, end: number, text = ''): number {
  tokens.push({ type, value, text, at })
  return end
}

function endOfComment(source: string, at: number): number {
  const end = source.indexOf('*/', at + 2)
  return end < 0 ? source.length : end + 2
}

function readMarked(source: string, at: number, type: 'hash' | 'at', tokens: Token[]): number {
  const [value, end] = readName(source, at + 1)
  return add(tokens, at, type, value, end, type === 'hash' && startsName(source, at + 1) ? 'id' : '')
}

function readNumeric(source: string, at: number, end: number, tokens: Token[]): number {
  const text = source.slice(at, end)
  if (source[end] === '%') return add(tokens, at, 'percentage', '', end + 1, text)
  if (!startsName(source, end)) return add(tokens, at, 'number', '', end, text)
  const [unit, unitEnd] = readName(source, end)
  return add(tokens, at, 'dimension', unit, unitEnd, text)
}

function readNameLike(source: string, at: number, tokens: Token[]): number {
  const [value, end] = readName(source, at)
  if (source[end] !== '(') return add(tokens, at, 'ident', value, end)
  if (value.toLowerCase() !== 'url') return add(tokens, at, 'function', value, end + 1)
  const content = matchEnd(SPACE, source, end + 1)
  const quote = source[content]
  if (quote === '"' || quote === "'") return add(tokens, at, 'function', value, end + 1)
  return readUrl(source, at, content, tokens)
}

function readString(source: string, at: number, quote: string, tokens: Token[]): number {
  const parts: string[] = []
  let i = at + 1
  for (;;) {
    const end = matchEnd(STRING_RUN, source, i)
    if (end > i) parts.push(source.slice(i, end))
    i = end
    const c = source[i]
    if (c === undefined) return add(tokens, at, 'string', parts.join(''), i)
    if (c === quote) return add(tokens, at, 'string', parts.join(''), i + 1)
    if (c === '\n') return add(tokens, at, 'bad-string', '', i)
    if (c !== '\\') {
      parts.push(c)
      i += 1
    } else if (i + 1 >= source.length) i += 1
    else if (source[i + 1] === '\n') i += 2
    else {
      const [char, next] = readEscape(source, i)
      parts.push(char)
      i = next
    }
  }
}

function readUrl(source: string, at: number, start: number, tokens: Token[]): number {
  const parts: string[] = []
  let i = start
  for (;;) {
    const end = matchEnd(URL_RUN, source, i)
    if (end > i) parts.push(source.slice(i, end))
    i = matchEnd(SPACE, source, end)
    const c = source[i]
    if (c === undefined) return add(tokens, at, 'url', parts.join(''), i)
    if (c === ')') return add(tokens, at, 'url', parts.join(''), i + 1)
    if (i === end && startsEscape(source, i)) {
      const [char, next] = readEscape(source, i)
      parts.push(char)
      i = next
    } else if (i === end && /[^\S \t\n]/.test(c)) {
      // A white space that is none in CSS is part of the address.
      parts.push(c)
      i += 1
    } else return add(tokens, at, 'bad-url', '', endOfBadUrl(source, i))
  }
}

function endOfBadUrl(source: string, start: number): number {
  let i = start
  for (;;) {
    i = matchEnd(BAD_URL_RUN, source, i)
    if (i >= source.length) return source.length
    if (source[i] === ')') return i + 1
    i = startsEscape(source, i) ? readEscape(source, i)[1] : i + 1
  }
}

function readName(source: string, start: number): [string, number] {
  const first = matchEnd(NAME, source, start)
  if (source[first] !== '\\') return [source.slice(start, first), first]
  const parts = [source.slice(start, first)]
  let i = first
  while (startsEscape(source, i)) {
    const [char, next] = readEscape(source, i)
    i = matchEnd(NAME, source, next)
    parts.push(char, source.slice(next, i))
  }
  return [parts.join(''), i]
}

function readEscape(source: string, backslash: number): [string, number] {
  const start = backslash + 1
  const end = matchEnd(HEX, source, start)
  if (end === start) {
    const char = String.fromCodePoint(source.codePointAt(start) as number)
    return [char, start + char.length]
  }
  const code = Number.parseInt(source.slice(start, end), 16)
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  const next = source[end]
  const spaced = next === ' ' || next === '\n' || next === '\t'
  return [valid ? String.fromCodePoint(code) : '\ufffd', spaced ? end + 1 : end]
}

function startsEscape(source: string, at: number): boolean {
  return source[at] === '\\' && at + 1 < source.length && source[at + 1] !== '\n'
}

function startsName(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  if (code !== 45) return isNameStart(code) || startsEscape(source, at)
  const next = source.charCodeAt(at + 1)
  return next === 45 || isNameStart(next) || startsEscape(source, at + 1)
}

function continuesName(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  return code === 45 || isNameStart(code) || isDigit(code) || startsEscape(source, at)
}

/** Letters, `_` and everything outside ASCII. */
function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** A digit, `+`, `-` or `.`. */
function mayStartNumber(code: number): boolean {
  return isDigit(code) || code === 43 || code === 45 || code === 46
}

function matchEnd(sticky: RegExp, source: string, at: number): number {
  sticky.lastIndex = at
  return sticky.test(source) ? sticky.lastIndex : at
}
