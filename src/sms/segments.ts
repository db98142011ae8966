/** How gateways bill a text message and how many pieces it travels in. */
export type TextSize = {
  encoding: 'gsm-7' | 'ucs-2'
  /** As they count against `perSegment`: € and the like count twice in GSM-7, most emoji twice in UCS-2. */
  characters: number
  segments: number
  /** What fits into each of them: 160 or 70 where there is one, else 153 or 67. */
  perSegment: number
  /** The characters that the GSM alphabet lacks, each once, at most 50: because of them the text is UCS-2. */
  unusual: string[]
}

/** The default alphabet of 3GPP TS 23.038, 6.2.1; a place of it is the escape, which no text holds. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Its extension, 6.2.1.1: each is an escape and a second character. */
const EXTENDED = new Set('\f^{}\\[~]|€')

const MAX_UNUSUAL = 50

const ROOM = { 'gsm-7': { alone: 160, joined: 153 }, 'ucs-2': { alone: 70, joined: 67 } } as const

/** The size of a text as gateways count it; an empty one has no segments. */
export function sizeOf(text: string): TextSize {
  const characters = Array.from(text)
  const unusual = [...new Set(characters)]
    .filter((one) => !BASIC.has(one) && !EXTENDED.has(one))
    .slice(0, MAX_UNUSUAL)
  const encoding = unusual.length > 0 ? 'ucs-2' : 'gsm-7'
  const widths = characters.map((one) => (encoding === 'ucs-2' ? one.length : EXTENDED.has(one) ? 2 : 1))
  const width = widths.reduce((sum, one) => sum + one, 0)
  const { alone, joined } = ROOM[encoding]
  if (width <= alone) {
    return { encoding, characters: width, segments: width === 0 ? 0 : 1, perSegment: alone, unusual }
  }
  return { encoding, characters: width, segments: piecesOf(widths, joined), perSegment: joined, unusual }
}

/** Neither an escape and its character nor a surrogate pair is parted: what does not fit begins the next piece. */
function piecesOf(widths: readonly number[], room: number): number {
  let pieces = 1
  let used = 0
  for (const width of widths) {
    if (used + width > room) {
      pieces++
      used = 0
    }
    used += width
  }
  return pieces
}
