/** What one can look for by its name, and by other words for it. */
type Named = { name: string; words?: string | undefined }

/**
 * The things that a text asks for: by the beginning of their name, of a word in it, or by anything in it. Things of one
 * rank keep their order, so that nothing jumps while one types. Letters with gaps count only where nothing else does.
 */
export function matching<T extends Named>(things: readonly T[], text: string): T[] {
  const asked = folded(text.trim())
  if (!asked) return [...things]
  const ranked = things.map((thing) => ({ thing, rank: rankOf(thing, asked) }))
  const best = ranked.some(({ rank }) => rank < 4) ? 4 : 5
  return ranked
    .filter(({ rank }) => rank < best)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ thing }) => thing)
}

/** From 0, the beginning of the name, to 4, its letters with gaps; 5 is none of it. */
function rankOf({ name, words = '' }: Named, asked: string): number {
  const own = folded(name)
  if (own.startsWith(asked)) return 0
  const parts = asked.split(/\s+/)
  const begins = (text: string) => parts.every((part) => ` ${text}`.includes(` ${part}`))
  if (begins(own)) return 1
  if (begins(folded(`${name} ${words}`))) return 2
  if (own.includes(asked)) return 3
  return hasLetters(own, asked.replaceAll(/\s/g, '')) ? 4 : 5
}

/** Whether the letters stand in a text in their order, the first one at its beginning. */
function hasLetters(text: string, letters: string): boolean {
  if (letters.length < 2 || text[0] !== letters[0]) return false
  let at = 0
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Without case and accents, which one leaves out when one types fast. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l')
}
