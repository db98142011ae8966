/** Longest number that a customer may type; longer input is not looked up. */
export const MAX_NUMBER_LENGTH = 64

/**
 * An issue number as it is compared: outer white space off, full-width digits and Latin letters as their plain forms,
 * ASCII letters in capitals. Everything else counts, leading zeros too. `null` where it can be no number.
 */
export function foldNumber(typed: string): string | null {
  const plain = typed
    .trim()
    .replace(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (char) =>
      String.fromCharCode(char.charCodeAt(0) - 0xfee0),
    )
  if (plain.length === 0 || plain.length > MAX_NUMBER_LENGTH) return null
  return plain.replace(/[a-z]/g, (char) => char.toUpperCase())
}
