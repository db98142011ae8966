import { randomCrockford } from '../base/index.ts'

type Part = { literal: string } | { token: 'YYYY' | 'YY' } | { token: 'seq' | 'rand'; length: number }

const TOKEN = /\{(YYYY|YY|seq:(\d{1,2})|rand:(\d{1,2}))\}/g
const LITERAL = /^[A-Za-z0-9\-/._]*$/
const MAX_LENGTH = 64
/** Of a sequence that has run for very long. */
const MOST_DIGITS = 10
/** Symbols of base 32 that make 20 random bits, which guessing cannot walk through. */
const SAFE_RANDOM = 4

/** Why a pattern like `WC-{YY}-{seq:5}-{rand:4}` cannot be used, or `null` where it can. */
export function checkNumberPattern(pattern: string): string | null {
  const parts = parse(pattern)
  if (!parts) {
    return 'only letters, digits, - / . _ and the tokens {YYYY} {YY} {seq:n} {rand:n} (n from 1 to 20) are allowed'
  }
  const variable = parts.filter((part) => 'length' in part)
  if (variable.length === 0) return 'a token {seq:n} or {rand:n} is needed, or all numbers would be the same'
  const random = parts.reduce(
    (sum, part) => sum + ('length' in part && part.token === 'rand' ? part.length : 0),
    0,
  )
  const counted = parts.some((part) => 'token' in part && part.token === 'seq')
  if (!counted && random < 8) return 'without {seq:n} at least {rand:8} is needed, or numbers would run out'
  const length = parts.reduce((sum, part) => sum + lengthOf(part), 0)
  if (length > MAX_LENGTH - 8) return `numbers may have at most ${MAX_LENGTH - 8} characters`
  // A sequence that outgrows its digits is not cut, and there may be several.
  const growth = parts.reduce((sum, part) => sum + growthOf(part), 0)
  return length + growth > MAX_LENGTH
    ? `numbers may have at most ${MAX_LENGTH} characters once a sequence has ${MOST_DIGITS} digits`
    : null
}

/** What an administrator should know about a pattern that is allowed all the same. */
export function numberPatternWarnings(pattern: string): string[] {
  const random = (parse(pattern) ?? []).reduce(
    (sum, part) => sum + ('length' in part && part.token === 'rand' ? part.length : 0),
    0,
  )
  return random >= SAFE_RANDOM
    ? []
    : [
        `Numbers of this pattern can be guessed; end it in {rand:${SAFE_RANDOM}} or more to protect customers.`,
      ]
}

export function usesSequence(pattern: string): boolean {
  return /\{seq:\d+\}/.test(pattern)
}

/** Of a number's sequence, so many digits say too little to be told apart. */
const ZONE_DIGITS = 4

/**
 * How many characters at the beginning of a number are in the order in which issues are opened, to some ten thousand; 0
 * where chance comes first.
 */
export function numberZone(pattern: string): number {
  const parts = parse(pattern) ?? []
  const counted = parts.findIndex((part) => 'token' in part && part.token === 'seq')
  const before = parts.slice(0, counted)
  const sequence = parts[counted]
  if (!sequence || before.some((part) => 'token' in part && part.token === 'rand')) return 0
  const length = before.reduce((sum, part) => sum + lengthOf(part), 0)
  return length + Math.max(0, lengthOf(sequence) - ZONE_DIGITS)
}

/** A number of the pattern; every call draws its random symbols anew. A long sequence is never cut. */
export function makeNumber(
  pattern: string,
  year: number,
  sequence: number,
  random = randomCrockford,
): string {
  return render(pattern, year, sequence, random)
}

/** A number as it may look, for a hint on the form: `WC-26-00123-7KQM`. */
export function exampleNumber(pattern: string, year: number): string {
  return render(pattern, year, 123, (length) => '7KQM4TXW9PHC3RZD6VNB'.slice(0, length))
}

function render(pattern: string, year: number, sequence: number, random: (length: number) => string): string {
  let number = ''
  for (const part of parse(pattern) ?? []) {
    if ('literal' in part) number += part.literal
    else if (part.token === 'YYYY') number += String(year)
    else if (part.token === 'YY') number += String(year % 100).padStart(2, '0')
    else if (!('length' in part)) continue
    else if (part.token === 'seq') number += String(sequence).padStart(part.length, '0')
    else number += random(part.length)
  }
  return number
}

/** By how much a part may get longer in time. */
function growthOf(part: Part): number {
  return 'length' in part && part.token === 'seq' ? Math.max(0, MOST_DIGITS - part.length) : 0
}

function lengthOf(part: Part): number {
  if ('literal' in part) return part.literal.length
  return 'length' in part ? part.length : part.token.length
}

function parse(pattern: string): Part[] | null {
  const parts: Part[] = []
  let end = 0
  for (const match of pattern.matchAll(TOKEN)) {
    const literal = pattern.slice(end, match.index)
    if (!LITERAL.test(literal)) return null
    if (literal) parts.push({ literal })
    const [whole, token = '', seq, rand] = match
    const length = Number(seq ?? rand ?? 1)
    if (length < 1 || length > 20) return null
    if (seq !== undefined) parts.push({ token: 'seq', length })
    else if (rand !== undefined) parts.push({ token: 'rand', length })
    else parts.push({ token: token === 'YYYY' ? 'YYYY' : 'YY' })
    end = match.index + whole.length
  }
  const rest = pattern.slice(end)
  if (!LITERAL.test(rest)) return null
  if (rest) parts.push({ literal: rest })
  return parts
}
