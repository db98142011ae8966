import { Refusal } from '../base/index.ts'

const MAX_DEPTH = 20
const MAX_FORM_FIELDS = 100
const NUL_OR_LONE_SURROGATE =
  'a text holds characters that are not allowed (NUL, or half of a surrogate pair)'

/** Whether a text can be stored and shown on every store: whole Unicode characters and no NUL. */
export function isSound(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refusal('malformed-request', 'The body is not valid UTF-8.')
  }
}

/**
 * Parses a JSON body.
 * @throws Refusal `malformed-request` for bad UTF-8 or JSON, NUL, lone surrogates, `__proto__`, or more than 20 levels.
 */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  let value: unknown
  try {
    value = JSON.parse(decodeUtf8(bytes))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('malformed-request', 'The body is not valid JSON.')
  }
  checkJson(value)
  return value
}

function checkJson(root: unknown): void {
  const open: [value: unknown, depth: number][] = [[root, 1]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next
    if (typeof value === 'string' && !isSound(value))
      throw new Refusal('malformed-request', NUL_OR_LONE_SURROGATE)
    if (typeof value !== 'object' || value === null) continue
    if (depth > MAX_DEPTH)
      throw new Refusal('malformed-request', `The JSON is deeper than ${MAX_DEPTH} levels.`)
    for (const [key, member] of Object.entries(value)) {
      if (!isSound(key)) throw new Refusal('malformed-request', NUL_OR_LONE_SURROGATE)
      if (key === '__proto__') throw new Refusal('malformed-request', 'A member cannot be called __proto__.')
      open.push([member, depth + 1])
    }
  }
}

/**
 * Parses a form-encoded body; every field at most once.
 * @throws Refusal `malformed-request` for bad encoding, NUL, a field that comes twice, or more than 100 fields.
 */
export function parseForm(bytes: Buffer): Map<string, string> {
  const fields = new Map<string, string>()
  const text = decodeUtf8(bytes)
  if (text === '') return fields
  const pairs = text.split('&')
  if (pairs.length > MAX_FORM_FIELDS)
    throw new Refusal('malformed-request', `A form has at most ${MAX_FORM_FIELDS} fields.`)
  for (const pair of pairs) {
    const equals = pair.indexOf('=')
    const name = decodeComponent(equals < 0 ? pair : pair.slice(0, equals))
    const value = decodeComponent(equals < 0 ? '' : pair.slice(equals + 1))
    if (fields.has(name)) throw new Refusal('malformed-request', 'A field of the form stands twice.')
    fields.set(name, value)
  }
  return fields
}

function decodeComponent(text: string): string {
  try {
    const decoded = /[%+]/.test(text) ? decodeURIComponent(text.replaceAll('+', ' ')) : text
    if (isSound(decoded)) return decoded
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal(
    'malformed-request',
    'The form is not encoded as UTF-8, or holds characters that are not allowed.',
  )
}

/**
 * Parses a query string; a parameter that comes twice becomes a list, which schemas of scalars refuse.
 * @throws Refusal `malformed-request` for bad encoding or NUL.
 */
export function parseQuery(text: string): Record<string, string | string[]> {
  const query = Object.create(null) as Record<string, string | string[]>
  if (text === '') return query
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decodeComponent(equals < 0 ? pair : pair.slice(0, equals))
    const value = decodeComponent(equals < 0 ? '' : pair.slice(equals + 1))
    const before = query[name]
    if (Array.isArray(before)) before.push(value)
    else query[name] = before === undefined ? value : [before, value]
  }
  return query
}
