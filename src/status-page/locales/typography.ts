import { tieLoneLetters } from '../../base/index.ts'
import type { Messages } from './en.ts'

/** Ties one-letter words in every text of a catalogue. For Czech, Slovak and Polish. */
export function tieShortWords(messages: Messages): Messages {
  return tie(messages) as Messages
}

function tie(value: unknown): unknown {
  if (typeof value === 'string') return tieLoneLetters(value)
  const entries = Object.entries(value as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, text]) => [key, tie(text)]))
}
