import type { Messages } from './en.ts'

const loneLetter = /(?<=^|[\s(„‚])([aikosuvwz]) /giu

/** Ties one-letter words to the next one, so that no line ends in „v“ or „s“. For Czech, Slovak and Polish. */
export function tieShortWords(messages: Messages): Messages {
  return tie(messages) as Messages
}

function tie(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(loneLetter, '$1\u00a0')
  const entries = Object.entries(value as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, text]) => [key, tie(text)]))
}
