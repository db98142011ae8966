import { fold } from './values.ts'

const MAX_TEXT = 200_000
const MAX_WORD = 60
export const MAX_WORDS = 4000
const MAX_QUERY_WORDS = 10
/** Shorter ends of a number are no part that anybody looks for. */
const SHORTEST_PART = 3
/** Parts of something like `2026-8841-77` from which on it is known. */
const MAX_STARTS = 4

const WORD = /[\p{L}\p{N}]+/gu
/** `2026-8841`, `AB/12.3`: what is one thing, whether the signs between are written or not. */
const COMPOUND = /[\p{L}\p{N}]+(?:[-./_][\p{L}\p{N}]+)+/gu
/** `601 123 456`: a number in groups, mostly of a telephone. */
const GROUPED = /(?<![\p{L}\p{N}])\d{1,5}(?: \d{1,5})+(?![\p{L}\p{N}])/gu
const LEAST_GROUPED = 6
const MOST_GROUPED = 20

/** What an issue can be found by; of its texts, the short ones first. */
export type Searchable = { number: string; phoneKey: string | null; texts: readonly string[] }

/**
 * The words by which the index knows an issue. Each is found by its beginning, so that whatever is to be found by its
 * middle is there from its middle on, too.
 */
export function indexedWords({ number, phoneKey, texts }: Searchable): string[] {
  const found = new Set([...numberWords(number), ...(phoneKey ? phoneWords(phoneKey) : [])])
  for (const text of texts) {
    for (const word of textWords(text)) {
      if (found.size >= MAX_WORDS) return [...found]
      found.add(word)
    }
  }
  return [...found]
}

/** Words of a folded text, and what is one thing in it without the signs between. */
export function textWords(text: string): Set<string> {
  const folded = fold(text.slice(0, MAX_TEXT))
  const found = new Set<string>()
  for (const [word] of folded.matchAll(WORD)) found.add(cut(word))
  for (const [compound] of folded.matchAll(COMPOUND)) {
    if (/\p{N}/u.test(compound)) addStarts(found, compound.split(/[-./_]/))
  }
  for (const [grouped] of folded.matchAll(GROUPED)) {
    if (isGrouped(grouped.replaceAll(' ', ''))) addStarts(found, grouped.split(' '))
  }
  return new Set([...found].slice(0, MAX_WORDS))
}

function addStarts(found: Set<string>, parts: readonly string[]): void {
  for (let from = 0; from < Math.min(parts.length - 1, MAX_STARTS); from++) {
    found.add(cut(parts.slice(from).join('')))
  }
}

/** A number without its signs, from each of its parts on, and from within those that count or are drawn. */
function numberWords(number: string): string[] {
  const parts = wordsOf(fold(number))
  return parts.flatMap((part, index) => {
    const rest = parts.slice(index + 1).join('')
    return endsOf(part).map((end) => cut(end + rest))
  })
}

/** The digits with the code of the country, and all that they end with. */
function phoneWords(phoneKey: string): string[] {
  return endsOf(phoneKey.replace(/\D/g, ''))
}

function endsOf(part: string): string[] {
  const ends = [part]
  for (let from = 1; from <= part.length - SHORTEST_PART; from++) ends.push(part.slice(from))
  return ends
}

/**
 * The words that a text asks for, each the beginning of an indexed one. What is one thing is asked for as one:
 * `601 123 456`, `wa-26-00123`.
 */
export function queryWords(text: string): string[] {
  const found = new Set<string>()
  let groups: string[] = []
  const flush = () => {
    const joined = groups.join('')
    for (const word of isGrouped(joined) ? [withoutZeros(joined)] : groups) found.add(cut(word))
    groups = []
  }
  for (const chunk of fold(text).split(' ')) {
    if (/^[+(]*\d{1,5}\)?$/.test(chunk)) {
      groups.push(...wordsOf(chunk))
      continue
    }
    flush()
    for (const word of isOneThing(chunk) ? [wordsOf(chunk).join('')] : wordsOf(chunk)) {
      found.add(cut(withoutZeros(word)))
    }
  }
  flush()
  return [...found].slice(0, MAX_QUERY_WORDS)
}

/** A value that is longer may have more words than the index keeps of an issue. */
const LONGEST_VALUE = 40

/** Words that the index has of each issue with a value that is looked up by a key; none where that is not sure. */
export function valueWords(key: string): string[] {
  return key.length > LONGEST_VALUE ? [] : wordsOf(fold(key)).map(cut)
}

function isOneThing(chunk: string): boolean {
  return /^[+(]*[\p{L}\p{N}]+(?:[-./_][\p{L}\p{N}]+)+$/u.test(chunk) && /\p{N}/u.test(chunk)
}

function isGrouped(digits: string): boolean {
  return digits.length >= LEAST_GROUPED && digits.length <= MOST_GROUPED
}

/** `00` before the code of a country is dialled, and no part of the number. */
function withoutZeros(word: string): string {
  return /^00\d{10,}$/.test(word) ? word.slice(2) : word
}

function wordsOf(folded: string): string[] {
  return [...folded.matchAll(WORD)].map(([word]) => word)
}

function cut(word: string): string {
  return word.slice(0, MAX_WORD).toWellFormed()
}
