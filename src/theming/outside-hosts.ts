import { httpsOrigin } from './addresses.ts'
import { addressesOf } from './css-policy.ts'
import { NO_LIMITS, parseCss, type Item, type Sheet } from './css-tree.ts'

/** Other hosts that a page's look makes browsers contact: https origins, each once, in the order of the alphabet. */
export type OutsideHosts = { images: string[]; fonts: string[] }

/**
 * The https origins that the header's images, the style sheet and the favicon name, for a page's content security
 * policy. Takes cleaned HTML and CSS. Addresses in `@font-face` are fonts, all others images.
 *
 * Reads the whole style sheet: for the moment of saving or loading settings, not for every request.
 */
export function outsideHosts(html: string, css: string, favicon: string | null): OutsideHosts {
  const found = readAddresses(css)
  return {
    images: origins([...imageSources(html), ...found.images, ...(favicon ? [favicon] : [])]),
    fonts: origins(found.fonts),
  }
}

type Addresses = { images: string[]; fonts: string[] }

function readAddresses(css: string): Addresses {
  const found: Addresses = { images: [], fonts: [] }
  const sheet = parseCss(css, NO_LIMITS)
  collect(sheet, sheet.items, false, found)
  return found
}

function collect(sheet: Sheet, items: readonly Item[], inFontFace: boolean, found: Addresses): void {
  for (const item of items) {
    if (item.kind === 'declaration') {
      found[inFontFace ? 'fonts' : 'images'].push(...addressesOf(sheet, item.value))
    } else if (item.kind !== 'broken') {
      collect(sheet, item.items ?? [], item.kind === 'at' && item.name === 'font-face', found)
    }
  }
}

/** The cleaner writes attributes in double quotes, and escapes `<`, `>`, `"` and `&` wherever they are not marks. */
function imageSources(html: string): string[] {
  const attributes = Array.from(html.matchAll(/<img ([^>]*)>/g), ([, inside]) => [
    ...(inside ?? '').matchAll(/([a-z]+)="([^"]*)"/g),
  ])
  return attributes
    .flat()
    .flatMap(([, name, value]) => (name === 'src' ? [(value ?? '').replaceAll('&amp;', '&')] : []))
}

function origins(addresses: readonly string[]): string[] {
  const found = addresses.map(httpsOrigin).filter((origin) => origin !== null)
  return [...new Set(found)].toSorted()
}
