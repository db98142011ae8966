/** How many texts of a value are missing in a language although another language has them. */
export type Missing = Readonly<Record<string, number>>

/**
 * Counts missing texts by language in anything that the API answers. What holds nothing but texts by languages is a text;
 * one that no language has is not missing, it is empty.
 */
export function missingIn(value: unknown, locales: readonly string[]): Missing {
  const counts: Record<string, number> = Object.fromEntries(locales.map((locale) => [locale, 0]))
  for (const text of textsIn(value, new Set(locales)))
    for (const locale of locales) if (!text[locale]?.trim()) counts[locale] = (counts[locale] ?? 0) + 1
  return counts
}

/** The sum of the counts of several. */
export function sumOf(missing: Missing): number {
  return Object.values(missing).reduce((sum, count) => sum + count, 0)
}

function textsIn(value: unknown, locales: ReadonlySet<string>): Record<string, string>[] {
  if (typeof value !== 'object' || value === null) return []
  if (isText(value, locales)) return Object.values(value).some((text) => text.trim()) ? [value] : []
  return Object.values(value).flatMap((inside) => textsIn(inside, locales))
}

function isText(value: object, locales: ReadonlySet<string>): value is Record<string, string> {
  const entries = Object.entries(value)
  return (
    !Array.isArray(value) &&
    entries.length > 0 &&
    entries.every(([tag, text]) => locales.has(tag) && typeof text === 'string')
  )
}
