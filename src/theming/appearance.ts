import { httpsOrigin, isOwnAsset } from './addresses.ts'

/** A setting in the form in which it is kept, or what is wrong with it (English). */
export type Checked = { value: string } | { error: string }

const MAX_FONT = 300
const MAX_TITLE = 200
const FONT_FILE = /\.(?:woff2|woff|ttf|otf)$/i
const ICON_FILE = /\.(?:png|ico|svg)$/i
// Letters, digits and what stands in names of fonts; nothing that could end a string or a declaration.
const FAMILY_NAME = /^[\p{L}\p{N}._-][\p{L}\p{M}\p{N} ._&+-]*$/u
const BARE_WORD = /^-?[A-Za-z_][\w-]*$/
const WIDE_KEYWORD = /^(?:inherit|initial|unset|revert|revert-layer|default)$/i
const WIDTH = /^(\d{1,4}(?:\.\d{1,3})?)(px|rem|ch|%)$/i
const WIDTHS = { px: [320, 1920], rem: [20, 120], ch: [20, 240], '%': [20, 100] } as const

/**
 * A font: family names separated by commas, as in CSS, at most 300 characters; or the path of an own font file
 * (`/assets/….woff2`, `.woff`, `.ttf`, `.otf`). Names that CSS takes only in quotes get them.
 */
export function checkFont(font: string): Checked {
  const text = font.trim()
  if (!text) return { error: 'Give the name of a font.' }
  if (text.length > MAX_FONT) return { error: `A font may have at most ${MAX_FONT} characters.` }
  if (text.startsWith('/')) {
    return isOwnFontFile(text)
      ? { value: text }
      : { error: 'An own font is an asset like /assets/font.woff2 (woff2, woff, ttf or otf).' }
  }
  const families = splitFamilies(text)
  if (!families)
    return { error: 'Write names of fonts separated by commas, like "Open Sans", Arial, sans-serif.' }
  const value = families.join(', ')
  return value.length > MAX_FONT ? { error: `A font may have at most ${MAX_FONT} characters.` } : { value }
}

/** Whether a checked font is the path of an own font file, not a list of names. */
export function isOwnFontFile(font: string): boolean {
  return isOwnAsset(font) && FONT_FILE.test(font)
}

/** A width: 320–1920px, 20–120rem, 20–240ch or 20–100%, with at most three decimals. */
export function checkWidth(width: string): Checked {
  const match = WIDTH.exec(width.trim())
  if (!match) return { error: 'A width is a number with px, rem, ch or %, like 720px.' }
  const unit = (match[2] as string).toLowerCase() as keyof typeof WIDTHS
  const number = Number(match[1])
  const [least, most] = WIDTHS[unit]
  if (number < least || number > most)
    return { error: `A width in ${unit} goes from ${least}${unit} to ${most}${unit}.` }
  return { value: `${number}${unit}` }
}

/** A favicon: an https address of at most 2,048 characters, or the path of an own asset (png, ico or svg). */
export function checkFavicon(favicon: string): Checked {
  const address = favicon.trim()
  if (httpsOrigin(address) !== null || (isOwnAsset(address) && ICON_FILE.test(address)))
    return { value: address }
  return { error: 'A favicon is an https address or an asset like /assets/icon.png (png, ico or svg).' }
}

/** A page's title for browsers: plain text on one line, at most 200 characters; markup in it is text. */
export function checkMetaTitle(title: string): Checked {
  const text = title.trim()
  if (Array.from(text).length > MAX_TITLE)
    return { error: `A title may have at most ${MAX_TITLE} characters.` }
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text))
    return { error: 'A title is one line of text without control characters.' }
  return { value: text }
}

/** The families one by one in safe form, or `null` where one is not the name of a font. */
function splitFamilies(text: string): string[] | null {
  // Commas cannot stand in a family name, in quotes or not, so a split is enough.
  const families = text.split(',').map((family) => normalFamily(family.trim()))
  return families.some((family) => family === null) ? null : families.filter((family) => family !== null)
}

function normalFamily(family: string): string | null {
  const quoted = /^(["'])(.*)\1$/su.exec(family)
  const name = (quoted?.[2] ?? family).replace(/ +/g, ' ').trim()
  if (quoted) return FAMILY_NAME.test(name) ? `"${name}"` : null
  if (WIDE_KEYWORD.test(name)) return null
  if (name.split(' ').every((word) => BARE_WORD.test(word))) return name
  return FAMILY_NAME.test(name) ? `"${name}"` : null
}
