import { cssAddressProblem } from './addresses.ts'
import type { Token } from './css-tokens.ts'
import type { Sheet, Span } from './css-tree.ts'

export const ALLOWED_AT_RULES: ReadonlySet<string> = new Set([
  'media',
  'supports',
  'keyframes',
  'font-face',
  'layer',
  'container',
])

const NO_TOKENS: ReadonlyMap<string, string> = new Map([
  ['bad-string', 'the string does not end on its line'],
  ['bad-url', 'the address in url() cannot be read'],
  ['at', 'an at-rule cannot stand here'],
  ['{', 'braces cannot stand here'],
  ['cdo', 'HTML comments are not CSS'],
  ['cdc', 'HTML comments are not CSS'],
])
/** Functions that replace themselves by something which only the browser knows. */
const SUBSTITUTING = /^(?:var|env|attr|if|inherit|random-item|--.*)$/
/** In these a bare string is an address. */
const IMAGE_FUNCTION = /(?:^|-)(?:image-set|image|cross-fade)$/
/** Attributes of the page that may hold data of an issue: its number stands in links. */
const ISSUE_DATA = /^(?:href|action|formaction|download|datetime|data-.*)$/

/** Why a declaration of this name may not stand; `null` where it may. */
export function propertyProblem(name: string): string | null {
  return /^-?(?:[a-z]+-)?(?:behaviou?r|binding)$/.test(name) ? 'it attaches scripts to elements' : null
}

/** Why these tokens may stand neither in a value nor in a selector or condition; `null` where they may. */
export function tokensProblem(sheet: Sheet, span: Span): string | null {
  for (let i = span.from; i < span.to; i++) {
    const token = sheet.tokens[i] as Token
    const problem = tokenProblem(sheet, token, i, span)
    if (problem) return problem
  }
  return null
}

function tokenProblem(sheet: Sheet, token: Token, i: number, span: Span): string | null {
  const unwanted = NO_TOKENS.get(token.type)
  if (unwanted) return unwanted
  if ((token.type === ')' || token.type === ']' || token.type === '}') && sheet.partner[i] === i) {
    return `${token.type} closes nothing`
  }
  if (token.type === 'delim' && token.value === '\\') return 'a backslash stands before a line break'
  if (token.type === 'url') return cssAddressProblem(token.value)
  return token.type === 'function'
    ? functionProblem(sheet, token.value.toLowerCase(), argumentsOf(sheet, i, span))
    : null
}

function functionProblem(sheet: Sheet, name: string, args: Span): string | null {
  if (name === 'expression') return 'expression() runs scripts'
  if (name === 'url' || name === 'src') {
    const inside = meaningful(sheet, args)
    const only = inside.length === 1 ? inside[0] : undefined
    return only?.type === 'string'
      ? cssAddressProblem(only.value)
      : `${name}() may hold one quoted address only`
  }
  if (name === 'attr') {
    const asUrl = meaningful(sheet, args).some(
      (token) => token.type === 'ident' && token.value.toLowerCase() === 'url',
    )
    return asUrl ? 'an address cannot come from an attribute' : null
  }
  return IMAGE_FUNCTION.test(name) ? imageFunctionProblem(sheet, name, args) : null
}

function imageFunctionProblem(sheet: Sheet, name: string, args: Span): string | null {
  for (let i = args.from; i < args.to; i++) {
    const token = sheet.tokens[i] as Token
    const inner = token.type === 'function' ? token.value.toLowerCase() : ''
    if (SUBSTITUTING.test(inner)) return `the addresses in ${name}() must be written out`
    // The string in type("image/avif") is no address.
    if (inner === 'type') i = Math.min(sheet.partner[i] as number, args.to)
    const problem = token.type === 'string' ? cssAddressProblem(token.value) : null
    if (problem) return problem
  }
  return null
}

/** Why a selector may not test what its attribute selectors test; `null` where it may. */
export function attributeProblem(sheet: Sheet, prelude: Span): string | null {
  for (let i = prelude.from; i < prelude.to; i++) {
    if (sheet.tokens[i]?.type !== '[') continue
    const problem = attributeSelectorProblem(meaningful(sheet, argumentsOf(sheet, i, prelude)))
    if (problem) return problem
  }
  return null
}

function attributeSelectorProblem(tokens: readonly Token[]): string | null {
  const shape = tokens.map((token) => (token.type === 'delim' ? token.value : token.type)).join(' ')
  // name, or namespace|name; then perhaps an operator, a value and a flag.
  const match = /^((?:(?:ident|\*) )?\| )?ident( (?:[~|^$*] )?= (?:ident|string)(?: ident)?)?$/.exec(shape)
  if (!match) return 'the attribute selector cannot be read'
  const name = tokens[match[1] ? match[1].trim().split(' ').length : 0]?.value.toLowerCase() ?? ''
  if (name === 'value') return 'selectors may not look at what is typed into fields'
  return match[2] && ISSUE_DATA.test(name)
    ? `selectors may not look into ${name}, which may hold data of an issue`
    : null
}

/** What stands inside the brackets that open at a token. */
function argumentsOf(sheet: Sheet, open: number, within: Span): Span {
  return { from: open + 1, to: Math.min(sheet.partner[open] as number, within.to) }
}

function meaningful(sheet: Sheet, span: Span): Token[] {
  return sheet.tokens
    .slice(span.from, span.to)
    .filter((token) => token.type !== 'space' && token.type !== 'comment')
}

/** The addresses that these tokens name, decoded: of `url()`, `src()`, and bare strings in image functions. */
export function addressesOf(sheet: Sheet, span: Span): string[] {
  const found: string[] = []
  for (let i = span.from; i < span.to; i++) {
    const token = sheet.tokens[i] as Token
    if (token.type === 'url') found.push(token.value)
    if (token.type !== 'function') continue
    const name = token.value.toLowerCase()
    if (name !== 'url' && name !== 'src' && !IMAGE_FUNCTION.test(name)) continue
    const args = meaningful(sheet, argumentsOf(sheet, i, span))
    found.push(...args.filter((arg) => arg.type === 'string').map((arg) => arg.value))
  }
  return found
}
