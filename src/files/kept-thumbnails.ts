import type { Readable } from 'node:stream'
import { makeThumbnail } from './thumbnail.ts'

const MOST_BYTES = 16 * 1024 ** 2

/** Thumbnails of the files that were looked at last. */
export type Thumbnails = {
  /** That of a file of the store, made where it is not there yet; `null` where there is none. */
  of: (
    file: { storageKey: string; mediaType: string },
    read: () => Promise<Readable>,
  ) => Promise<Buffer | null>
}

/** Keeps thumbnails in memory, those that were not asked for the longest leave first. That there is none is kept too. */
export function openThumbnails(mostBytes = MOST_BYTES): Thumbnails {
  const kept = new Map<string, Promise<Buffer | null>>()
  const sizes = new Map<string, number>()
  let bytes = 0

  const forget = (key: string): void => {
    kept.delete(key)
    bytes -= sizes.get(key) ?? 0
    sizes.delete(key)
  }
  const make = async (key: string, mediaType: string, read: () => Promise<Readable>) => {
    const thumbnail = await makeThumbnail(read, mediaType).catch(() => undefined)
    if (thumbnail === undefined) {
      // That it could not be read now says nothing of the file.
      kept.delete(key)
      return null
    }
    const size = key.length + (thumbnail?.length ?? 0)
    sizes.set(key, size)
    bytes += size
    for (const oldest of kept.keys()) {
      if (bytes <= mostBytes) break
      if (sizes.has(oldest)) forget(oldest)
    }
    return thumbnail
  }
  return {
    of: ({ storageKey, mediaType }, read) => {
      const found = kept.get(storageKey)
      if (found) kept.delete(storageKey)
      const thumbnail = found ?? make(storageKey, mediaType, read)
      kept.set(storageKey, thumbnail)
      return thumbnail
    },
  }
}
