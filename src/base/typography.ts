const loneLetter = /(?<=^|[\s(„‚])([aikosuvwz]) /giu

/** Ties one-letter words to the next one, so that no line ends in „v“ or „s“. For Czech, Slovak and Polish. */
export function tieLoneLetters(text: string): string {
  return text.replace(loneLetter, '$1\u00a0')
}
