/** The word that was probably meant, or `null` where none is like it. */
export function nearest(word: string, words: Iterable<string>): string | null {
  const typed = word.slice(0, 60).toLowerCase()
  let best: string | null = null
  let least = Math.max(2, Math.floor(typed.length / 3)) + 1
  for (const candidate of words) {
    // Who began a word as it goes on, and then shortened or changed it, meant that word.
    const same = sharedStart(typed, candidate)
    const changes = changesBetween(typed, candidate) - (same > typed.length / 2 ? same / 2 : 0)
    if (changes < least) {
      least = changes
      best = candidate
    }
  }
  return best
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}

/** How many letters must be put in, taken out or changed to make one word of the other (Levenshtein). */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
