/** Red, green and blue, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

/**
 * A colour with another lightness (0 to 1) in OKLCH and the same hue, and as much of its chroma as sRGB has there:
 * what the status page does in CSS, which mail clients do not know. https://bottosson.github.io/posts/oklab/
 */
export function withLightness(colour: Colour, change: (lightness: number) => number): Colour {
  const [lightness, a, b] = toOklab(colour)
  const wanted = change(lightness)
  for (let share = 1; share > 0; share -= 0.05) {
    const mixed = fromOklab(wanted, a * share, b * share)
    if (mixed.every((part) => part >= -0.001 && part <= 1.001)) return encoded(mixed)
  }
  return encoded(fromOklab(wanted, 0, 0))
}

/** How light a colour is to the eye, 0 to 1, as WCAG 2.2 defines it. */
export function luminance(colour: Colour): number {
  const [red, green, blue] = decoded(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

type Triple = readonly [number, number, number]

function toOklab(colour: Colour): Triple {
  const [red, green, blue] = decoded(colour)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromOklab(lightness: number, a: number, b: number): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function decoded([red, green, blue]: Colour): Triple {
  const linear = (part: number): number => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [linear(red), linear(green), linear(blue)]
}

function encoded([red, green, blue]: Triple): Colour {
  const part = (linear: number): number => {
    const bounded = Math.min(1, Math.max(0, linear))
    return Math.round(255 * (bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055))
  }
  return [part(red), part(green), part(blue)]
}
