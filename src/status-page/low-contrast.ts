import {
  type Colour,
  type ColourScheme,
  contrast,
  parseColour,
  type RootProperties,
  rootProperties,
  withLightness,
} from '../theming/index.ts'
import { DEFAULT_SHEET } from './sheets.ts'

/** A text and its ground, by the names of their properties, that are too alike to be read. */
export type LowContrast = { text: string; ground: string; ratio: number }

const TEXT = 4.5
/** What the shape of a control needs to be seen. */
const SHAPE = 3
const PAIRS = [
  ['--rk-ink', '--rk-page', TEXT],
  ['--rk-ink', '--rk-surface', TEXT],
  ['--rk-ink', '--rk-sunken', TEXT],
  ['--rk-muted', '--rk-page', TEXT],
  ['--rk-muted', '--rk-surface', TEXT],
  ['--rk-accent-ink', '--rk-surface', TEXT],
  ['--rk-on-accent', '--rk-accent-ink', TEXT],
  ['--rk-call', '--rk-call-tint', TEXT],
  ['--rk-good', '--rk-good-tint', TEXT],
  ['--rk-bad', '--rk-bad-tint', TEXT],
  ['--rk-edge', '--rk-surface', SHAPE],
] as const
/** References to references to …, where they lead in a circle. */
const DEEPEST = 8

const defaults = rootProperties(DEFAULT_SHEET.plain.toString())

/**
 * Where the styles of a page set colours that cannot be read, for whoever prefers each scheme, as far as that can be worked out
 * without a browser: from the custom properties of the look. `css` was cleaned.
 */
export function lowContrast(css: string): Record<ColourScheme, LowContrast[]> {
  const own = rootProperties(css)
  return { light: lowContrastIn('light', own.light), dark: lowContrastIn('dark', own.dark) }
}

function lowContrastIn(scheme: ColourScheme, own: RootProperties): LowContrast[] {
  if (own.size === 0) return []
  const properties: RootProperties = new Map([...defaults[scheme], ...own])
  const kept = properties.get('color-scheme')
  const painted = kept === 'light' || kept === 'dark' ? kept : scheme
  const colourOf = (name: string): Colour | null =>
    name === '--rk-accent-ink' && !own.has(name)
      ? inkOf(resolved(properties, '--rk-accent', painted), scheme)
      : resolved(properties, name, painted)
  return PAIRS.flatMap(([text, ground, needed]) => {
    const [one, other] = [colourOf(text), colourOf(ground)]
    if (!one || !other) return []
    // Told with one decimal, it must not seem to be enough.
    const ratio = Math.floor(contrast(one, other) * 10) / 10
    return ratio < needed ? [{ text, ground, ratio }] : []
  })
}

/** As the default look makes it of the accent. */
function inkOf(accent: Colour | null, scheme: ColourScheme): Colour | null {
  if (!accent) return null
  return withLightness(accent, (lightness) =>
    scheme === 'light' ? Math.min(lightness, 0.49) : Math.max(lightness, 0.79),
  )
}

function resolved(properties: RootProperties, name: string, scheme: ColourScheme, depth = 0): Colour | null {
  const written = properties.get(name)
  if (written === undefined || depth > DEEPEST) return null
  const [, light, dark] = /^light-dark\(\s*([^,()]+),\s*([^,()]+)\)$/i.exec(written) ?? []
  const value = (scheme === 'light' ? light : dark)?.trim() ?? written
  const other = /^var\(\s*(--[\w-]+)\s*\)$/i.exec(value)?.[1]
  return other ? resolved(properties, other, scheme, depth + 1) : parseColour(value)
}
