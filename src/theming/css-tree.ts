import { MAX_CSS_TOKENS, prepareCss, readTokens, type Token } from './css-tokens.ts'

/** A run of tokens, `to` excluded. */
export type Span = { from: number; to: number }

export type Declaration = { kind: 'declaration'; name: string; value: Span; start: number }
export type StyleRule = { kind: 'rule'; prelude: Span; items: Item[]; start: number }
export type AtRule = { kind: 'at'; name: string; prelude: Span; items: Item[] | null; start: number }
/** Something that is neither: a declaration without a colon, a rule without a block. */
export type Broken = { kind: 'broken'; span: Span; start: number }
export type Item = Declaration | StyleRule | AtRule | Broken

export type Sheet = {
  source: string
  tokens: Token[]
  /** The deepest nesting of brackets of any kind. */
  depth: number
  /** For an opening token the index of its closing one (or of the end), for an unmatched closing one its own index. */
  partner: Int32Array
  items: Item[]
  /** How many items were read, at every depth. */
  count: number
  mostItems: number
}

/** Brackets nested deeper than this are not read. */
export const MAX_CSS_DEPTH = 32
/** Reading stops after so many rules and declarations. */
export const MAX_CSS_ITEMS = 12_000

type Limits = { tokens: number; items: number }
const LIMITS: Limits = { tokens: MAX_CSS_TOKENS, items: MAX_CSS_ITEMS }
/** For what was cleaned, also several sheets in one. */
export const NO_LIMITS: Limits = { tokens: Number.POSITIVE_INFINITY, items: Number.POSITIVE_INFINITY }

/**
 * Reads a style sheet after CSS Syntax Module Level 3, section 5. Unclosed blocks end with the source, as in a browser.
 * A sheet past one of the limits (tokens, depth, items) is not read to its end: whoever calls this refuses it.
 */
export function parseCss(css: string, limits: Limits = LIMITS): Sheet {
  const source = prepareCss(css)
  const tokens = readTokens(source, limits.tokens)
  const { partner, depth } = pairBrackets(tokens)
  const sheet: Sheet = { source, tokens, depth, partner, items: [], count: 0, mostItems: limits.items }
  if (depth <= MAX_CSS_DEPTH && tokens.length <= limits.tokens) {
    sheet.items = readItems(sheet, { from: 0, to: tokens.length }, false)
  }
  return sheet
}

/** `line 3, column 14`, both from 1; columns in UTF-16 units. */
export function placeOf(sheet: Sheet, token: number): string {
  const at = sheet.tokens[token]?.at ?? sheet.source.length
  const before = sheet.source.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  return `line ${before.split('\n').length}, column ${at - lineStart + 1}`
}

/** A run of tokens as it was written. */
export function sourceOf(sheet: Sheet, span: Span): string {
  const end = sheet.tokens[span.to]?.at ?? sheet.source.length
  return sheet.source.slice(sheet.tokens[span.from]?.at ?? end, end)
}

function pairBrackets(tokens: readonly Token[]): { partner: Int32Array; depth: number } {
  const partner = new Int32Array(tokens.length).fill(tokens.length)
  const open: number[] = []
  let depth = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (closerOf(token)) {
      open.push(i)
      depth = Math.max(depth, open.length)
    } else if (token.type === ')' || token.type === ']' || token.type === '}') {
      const last = open.at(-1)
      const opener = last === undefined ? undefined : tokens[last]
      if (last !== undefined && opener && closerOf(opener) === token.type) {
        partner[last] = i
        open.pop()
      } else partner[i] = i
    }
  }
  return { partner, depth }
}

function closerOf(token: Token): ')' | ']' | '}' | null {
  if (token.type === '(' || token.type === 'function') return ')'
  if (token.type === '[') return ']'
  return token.type === '{' ? '}' : null
}

/** `inBlock`: declarations may stand here, as in a style rule; otherwise only rules. */
function readItems(sheet: Sheet, span: Span, inBlock: boolean): Item[] {
  const items: Item[] = []
  let i = span.from
  while (i < span.to && sheet.count <= sheet.mostItems) {
    const token = sheet.tokens[i] as Token
    const skipped =
      token.type === 'space' ||
      token.type === 'comment' ||
      (inBlock ? token.type === ';' : token.type === 'cdo' || token.type === 'cdc')
    if (!skipped) sheet.count += 1
    if (skipped) i += 1
    else if (token.type === 'at') i = readAtRule(sheet, i, span.to, inBlock, items)
    else
      i = inBlock ? readBlockItem(sheet, i, span.to, items) : readStyleRule(sheet, i, span.to, false, items)
  }
  return items
}

function readAtRule(sheet: Sheet, start: number, end: number, inBlock: boolean, items: Item[]): number {
  const name = (sheet.tokens[start] as Token).value.toLowerCase()
  const stop = find(sheet, start + 1, end, (type) => type === ';' || type === '{')
  const prelude = { from: start + 1, to: stop }
  if (sheet.tokens[stop]?.type !== '{' || stop >= end) {
    items.push({ kind: 'at', name, prelude, items: null, start })
    return stop + 1
  }
  const body = blockOf(sheet, stop, end)
  const declarations = name === 'font-face' || (inBlock && !name.endsWith('keyframes'))
  items.push({ kind: 'at', name, prelude, items: readItems(sheet, body, declarations), start })
  return body.to + 1
}

function readStyleRule(sheet: Sheet, start: number, end: number, nested: boolean, items: Item[]): number {
  const stop = find(sheet, start, end, (type) => type === '{' || (nested && type === ';'))
  if (sheet.tokens[stop]?.type !== '{' || stop >= end) {
    items.push({ kind: 'broken', span: { from: start, to: stop }, start })
    return stop + 1
  }
  const body = blockOf(sheet, stop, end)
  items.push({ kind: 'rule', prelude: { from: start, to: stop }, items: readItems(sheet, body, true), start })
  return body.to + 1
}

/** A declaration if it ends before any block opens, or sets a custom property; else a nested rule. */
function readBlockItem(sheet: Sheet, start: number, end: number, items: Item[]): number {
  const { tokens } = sheet
  const name = tokens[start] as Token
  const colon = skipSpace(tokens, start + 1, end)
  if (name.type !== 'ident' || tokens[colon]?.type !== ':' || colon >= end) {
    return readStyleRule(sheet, start, end, true, items)
  }
  const custom = name.value.startsWith('--')
  const stop = find(sheet, colon + 1, end, (type) => type === ';' || (type === '{' && !custom))
  if (stop < end && tokens[stop]?.type === '{') return readStyleRule(sheet, start, end, true, items)
  const value = { from: colon + 1, to: stop }
  items.push({ kind: 'declaration', name: custom ? name.value : name.value.toLowerCase(), value, start })
  return stop + 1
}

function blockOf(sheet: Sheet, open: number, end: number): Span {
  return { from: open + 1, to: Math.min(sheet.partner[open] as number, end) }
}

/** The first token outside brackets that `stop` names, or `end`. */
function find(sheet: Sheet, from: number, end: number, stop: (type: Token['type']) => boolean): number {
  let i = from
  while (i < end) {
    const token = sheet.tokens[i] as Token
    if (stop(token.type)) return i
    i = closerOf(token) ? (sheet.partner[i] as number) + 1 : i + 1
  }
  return end
}

function skipSpace(tokens: readonly Token[], from: number, end: number): number {
  let i = from
  while (i < end && (tokens[i]?.type === 'space' || tokens[i]?.type === 'comment')) i += 1
  return i
}
