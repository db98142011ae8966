import { tieShortWords } from '../../base/index.ts'
import type { Messages } from './en.ts'

/** A catalogue whose one-letter words are tied to the next one. */
export function tied(messages: Messages): Messages {
  return tie(messages) as Messages
}

function tie(value: unknown): unknown {
  if (typeof value === 'string') return tieShortWords(value)
  const entries = Object.entries(value as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, text]) => [key, tie(text)]))
}
