const SLAB = 128 * 1024
/** What is larger gets memory of its own, so that a slow visitor holds no slab that others wrote to. */
const MOST_SHARED = 48 * 1024

let slab = Buffer.allocUnsafeSlow(SLAB)
let used = 0

/**
 * Bytes and texts in turn, as UTF-8: the first bytes, the first text, the second bytes, and so on, with one text less.
 * Texts are written straight to their place, without asking first how many bytes they will take.
 */
export function joinedBytes(parts: readonly Buffer[], texts: readonly string[]): Buffer {
  let most = 0
  for (const part of parts) most += part.length
  for (const text of texts) most += 3 * text.length
  const shared = most <= MOST_SHARED
  if (shared && used + most > SLAB) {
    slab = Buffer.allocUnsafeSlow(SLAB)
    used = 0
  }
  const target = shared ? slab : Buffer.allocUnsafeSlow(most)
  const start = shared ? used : 0
  let end = start
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as Buffer
    target.set(part, end)
    end += part.length
    const text = texts[index]
    if (text) end += target.write(text, end)
  }
  if (shared) used = end
  return target.subarray(start, end)
}
