/**
 * What a value loses before it may stand in a message: control characters but line feed and tab; characters that turn
 * the direction of what follows them (values could so rewrite the text around them); and the noncharacters
 * U+FDD0–U+FDEF, which this feature marks values with. Line ends become `\n`, lone surrogates U+FFFD.
 */
export function cleanValue(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(
      /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]/g,
      '',
    )
}

/** A text for a header: one line of at most `limit` characters, without any control character. */
export function oneLine(text: string, limit: number): string {
  const line = cleanValue(text).replace(/\s+/g, ' ').trim()
  const characters = Array.from(line)
  return characters.length <= limit
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`
}
