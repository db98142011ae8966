import { Readable } from 'node:stream'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openThumbnails } from './kept-thumbnails.ts'

const image = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#b3261e' } })
    .png()
    .toBuffer()

/** A store of one file that counts how often it is read; it is away for some of the first times. */
function storeOf(bytes: Buffer, awayFor = 0) {
  const store = {
    reads: 0,
    read: async () => {
      if (++store.reads <= awayFor) throw new Error('the store is away')
      return Readable.from([bytes])
    },
  }
  return store
}

test('a thumbnail is made once, and that there is none is found out once', async () => {
  const thumbnails = openThumbnails()
  for (const bytes of [await image(40), Buffer.from('no image')]) {
    const store = storeOf(bytes)
    const file = { storageKey: String(bytes.length), mediaType: 'image/png' }
    const first = await thumbnails.of(file, store.read)
    expect(await thumbnails.of(file, store.read)).toBe(first)
    expect(store.reads).toBe(1)
  }
})

test('a store that was away for a moment leaves no file without a thumbnail for ever', async () => {
  const thumbnails = openThumbnails()
  const store = storeOf(await image(40), 1)
  const file = { storageKey: 'photo', mediaType: 'image/png' }
  expect(await thumbnails.of(file, store.read)).toBeNull()
  expect(await thumbnails.of(file, store.read)).toBeInstanceOf(Buffer)
  expect(store.reads).toBe(2)
})

test('what was not asked for the longest leaves first', async () => {
  const small = await openThumbnails().of(
    { storageKey: 'a', mediaType: 'image/png' },
    storeOf(await image(40)).read,
  )
  const thumbnails = openThumbnails(2 * ((small?.length ?? 0) + 1))
  const stores = { a: storeOf(await image(40)), b: storeOf(await image(40)), c: storeOf(await image(40)) }
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b'] as const)
    await thumbnails.of({ storageKey: key, mediaType: 'image/png' }, stores[key].read)
  expect([stores.a.reads, stores.b.reads, stores.c.reads]).toEqual([1, 2, 1])
})
