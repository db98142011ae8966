import { isOwnFontFile } from './appearance.ts'

export type PageSheetParts = {
  /** The default look, which begins by naming its cascade layers. */
  defaults: string
  /** As `checkFont` gave it; `null` for the default. */
  font: string | null
  /** As `checkWidth` gave it; `null` for the default. */
  width: string | null
  /** Cleaned CSS. */
  css: string
  /** Cleaned CSS that comes last. */
  additionalCss: string
}

const OWN_FONT = 'Reklamator own font'
const FORMATS: Readonly<Record<string, string>> = {
  woff2: 'woff2',
  woff: 'woff',
  ttf: 'truetype',
  otf: 'opentype',
}

/**
 * The one style sheet of a page: defaults, settings, CSS, additional CSS, each winning over what stands before it.
 *
 * The settings stand outside any layer, so they win over the layers of the defaults. Those are named first in the
 * sheet, and the first naming fixes their order: an `@layer` of an administrator can only add layers above them.
 */
export function pageSheet({ defaults, font, width, css, additionalCss }: PageSheetParts): string {
  return [defaults, settingsSheet(font, width), css, additionalCss].filter((part) => part !== '').join('\n')
}

function settingsSheet(font: string | null, width: string | null): string {
  const own = font !== null && isOwnFontFile(font)
  const stack = own ? `"${OWN_FONT}",system-ui,sans-serif` : font
  const declarations = [...(stack ? [`--rk-font:${stack}`] : []), ...(width ? [`--rk-width:${width}`] : [])]
  const root = declarations.length > 0 ? `:root{${declarations.join(';')}}` : ''
  return own ? fontFace(font) + root : root
}

function fontFace(file: string): string {
  const format = FORMATS[file.slice(file.lastIndexOf('.') + 1).toLowerCase()]
  return `@font-face{font-family:"${OWN_FONT}";src:url("${file}") format("${format}");font-display:swap}`
}
