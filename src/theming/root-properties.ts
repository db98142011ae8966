import { type Item, NO_LIMITS, parseCss, type Sheet, sourceOf } from './css-tree.ts'

export type ColourScheme = 'light' | 'dark'

/** As they are written, by name. */
export type RootProperties = ReadonlyMap<string, string>

/**
 * The custom properties, and `color-scheme`, that a cleaned style sheet sets on the root for whoever prefers each scheme. What
 * holds under a condition that only a browser knows (a width, say) is left out.
 */
export function rootProperties(css: string): Readonly<Record<ColourScheme, RootProperties>> {
  const sheet = parseCss(css, NO_LIMITS)
  return { light: propertiesIn(sheet, 'light'), dark: propertiesIn(sheet, 'dark') }
}

function propertiesIn(sheet: Sheet, scheme: ColourScheme): RootProperties {
  const found: Found = { scheme, layered: new Map(), plain: new Map() }
  collect(sheet, sheet.items, found, false)
  // Whatever stands in no layer wins over whatever does.
  return new Map([...found.layered, ...found.plain])
}

type Found = {
  scheme: ColourScheme
  layered: Map<string, string>
  plain: Map<string, string>
}

function collect(sheet: Sheet, items: readonly Item[], found: Found, isLayered: boolean): void {
  for (const item of items) {
    if (item.kind === 'rule') {
      if (!isRoot(sourceOf(sheet, item.prelude))) continue
      for (const inside of item.items) {
        if (inside.kind !== 'declaration' || !/^(?:--|color-scheme$)/.test(inside.name)) continue
        const value = sourceOf(sheet, inside.value).replace(/!\s*important\s*$/i, '')
        const into = isLayered ? found.layered : found.plain
        into.set(inside.name, value.trim())
      }
    } else if (item.kind === 'at' && item.items && holds(item.name, sourceOf(sheet, item.prelude), found)) {
      collect(sheet, item.items, found, isLayered || item.name === 'layer')
    }
  }
}

function isRoot(prelude: string): boolean {
  return prelude.split(',').some((selector) => /^(?::root|html)$/i.test(selector.trim()))
}

/** Whether what stands in an at-rule holds on a screen of any size, in a browser of today. */
function holds(name: string, prelude: string, { scheme }: Pick<Found, 'scheme'>): boolean {
  if (name === 'layer') return true
  if (name === 'supports') return !/^\s*not\b/i.test(prelude)
  if (name !== 'media') return false
  const other = scheme === 'light' ? 'dark' : 'light'
  const known = new RegExp(
    `^(?:(?:only )?(?:screen|all)|\\( ?prefers-color-scheme ?: ?${scheme} ?\\)|not \\( ?prefers-color-scheme ?: ?${other} ?\\))$`,
  )
  const queries = prelude.toLowerCase().replace(/\s+/g, ' ').split(',')
  return queries.some((query) =>
    query
      .trim()
      .split(/ and (?=\()|(?<=\)) and /)
      .every((part) => known.test(part.trim())),
  )
}
