import { type Colour, luminance } from './oklch.ts'

/** `#rgb`, `#rrggbb`, `rgb(…)`, `white` and `black`; `null` for all else, which needs a browser to be worked out. */
export function parseColour(value: string): Colour | null {
  const name = /^(?:white|black)$/i.exec(value)?.[0].toLowerCase()
  if (name) return name === 'white' ? [255, 255, 255] : [0, 0, 0]
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value)
  if (short) return triple(short.slice(1).map((digit) => Number.parseInt(digit + digit, 16)))
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value)
  if (long) return triple(long.slice(1).map((digits) => Number.parseInt(digits, 16)))
  const rgb = /^rgb\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*\)$/i.exec(value)
  return rgb ? triple(rgb.slice(1).map((number) => Math.min(255, Number(number)))) : null
}

function triple([red = 0, green = 0, blue = 0]: readonly number[]): Colour {
  return [red, green, blue]
}

/** How far two colours are apart for the eye, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}
