/**
 * A text with the characters of typography written as the GSM alphabet can, where they mean the same: a dash or a tie must
 * not halve what fits into a message. Composed (NFC). Not for addresses: another character leads elsewhere.
 */
export function plainCharacters(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      // A joiner within an emoji stays.
      .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF](?!\p{Extended_Pictographic})/gu, '')
      .replace(/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[“”„‟«»]/g, '"')
      .replace(/[‘’‚‛‹›´`]/g, "'")
      .replaceAll('…', '...')
      .replaceAll('•', '*')
      .replaceAll('×', 'x')
  )
}

/** A text in lines without white space at their ends, with at most one blank line in a row. */
export function tidyLines(text: string): string {
  // Line by line, since a pattern for spaces around breaks takes long for many spaces.
  const lines = text.split('\n').map((line) => line.trim())
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
