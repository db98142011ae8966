import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

/** Neither side is longer than this. */
const SIDE = 320
/** More than phones take; what one of them takes in memory is four bytes for each. */
const MAX_PIXELS = 64_000_000
const MOST_SECONDS = 5
const QUALITY = 78
/** Kinds whose pixels are read; of others there is no thumbnail. */
const READ = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * An image in small: WebP, upright, without whatever else the file holds. Only one at a time is made, since each may take
 * much memory.
 * @returns `null` where the file cannot be read as the image that it says it is, is too large, or takes too long
 * @throws whatever `read` does
 */
export function makeThumbnail(read: () => Promise<Readable>, mediaType: string): Promise<Buffer | null> {
  if (!READ.has(mediaType)) return Promise.resolve(null)
  const made = last.then(async () => {
    const bytes = await buffer(await read())
    return shrink(bytes, mediaType).catch(() => null)
  })
  last = made.catch(() => {})
  return made
}

let last: Promise<unknown> = Promise.resolve()

async function shrink(bytes: Buffer, mediaType: string): Promise<Buffer | null> {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  const input = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
  const { format } = await input.metadata()
  if (`image/${format}` !== mediaType) return null
  return input
    .rotate()
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: MOST_SECONDS })
    .webp({ quality: QUALITY })
    .toBuffer()
}
