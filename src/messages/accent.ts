import { type Colour, contrast, parseColour, withLightness } from '../theming/index.ts'

/** Colours that follow from the shop's accent, each `#rrggbb`, for a light and a dark surface. */
export type Accent = { light: AccentOn; dark: AccentOn }
/** A filled button's ground, text and edge, and the colour of links, all readable on the surface (4.5 to 1). */
export type AccentOn = { ground: string; on: string; edge: string; link: string }

export const SURFACE = { light: '#ffffff', dark: '#1b1d20' } as const
const DEFAULT = '#0b5a6e'
const READABLE = 4.5
/** What the shape of a control needs to be seen. */
const VISIBLE = 3

/** The accent of a status page, read from its cleaned styles; ours where they set none, or none that is plain. */
export function accentOf(css: string, additionalCss: string): Accent {
  const value = lastAccent(additionalCss) ?? lastAccent(css)
  const colour = parseColour(value ?? DEFAULT) ?? colourOf(DEFAULT)
  // As on the status page.
  const light = hex(withLightness(colour, (lightness) => Math.min(lightness, 0.49)))
  const dark = hex(withLightness(colour, (lightness) => Math.max(lightness, 0.79)))
  const visible = contrast(colour, colourOf(SURFACE.light)) >= VISIBLE
  return {
    light: { ground: hex(colour), on: inkOn(colour), edge: visible ? hex(colour) : light, link: light },
    dark: { ground: dark, on: inkOn(colourOf(dark)), edge: dark, link: dark },
  }
}

/** The value of the last `--rk-accent` that holds for every reader: in a rule for the root, in no `@media`. */
function lastAccent(css: string): string | null {
  const open: string[] = []
  let found: string | null = null
  let start = 0
  const declared = (end: number): void => {
    const value = /^\s*--rk-accent\s*:([^]*)$/.exec(css.slice(start, end))?.[1]
    if (value !== undefined && open.some(isRoot) && !open.some(isConditional)) found = value.trim()
  }
  for (const { 0: sign, index } of css.matchAll(/\/\*[^]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]/g)) {
    if (sign === '{') open.push(css.slice(start, index).trim())
    else if (sign === ';' || sign === '}') declared(index)
    if (sign === '}') open.pop()
    if (sign === '{' || sign === '}' || sign === ';') start = index + 1
  }
  return found
}

function isRoot(prelude: string): boolean {
  return prelude.split(',').some((selector) => /^(?::root|html)$/i.test(selector.trim()))
}

function isConditional(prelude: string): boolean {
  return prelude.startsWith('@') && !/^@layer\b/i.test(prelude)
}

function colourOf(known: string): Colour {
  return parseColour(known) ?? [0, 0, 0]
}

/** White where it is readable, else black: one of them always is. */
function inkOn(ground: Colour): string {
  return contrast(ground, [255, 255, 255]) >= READABLE ? '#ffffff' : '#000000'
}

/** As WCAG 2.2 defines them. */
export function contrastOf(one: string, other: string): number {
  return contrast(colourOf(one), colourOf(other))
}

function hex(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
