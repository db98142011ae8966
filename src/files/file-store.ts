import { randomBytes } from 'node:crypto'
import { createReadStream, mkdirSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { HOUR, Refusal } from '../base/index.ts'

/** Bytes that were received but belong to nothing yet. `discard` is safe to call at any time. */
export type ReceivedFile = {
  /** A random name of 128 bits, under which the file will lie. */
  storageKey: string
  /** Bytes. */
  size: number
  /** Where it can be looked at until it is kept. */
  path: string
  keep: () => Promise<void>
  discard: () => Promise<void>
}

/** Where attachments lie, outside of anything that is served. */
export type FileStore = {
  /**
   * Streams bytes to the disk, synced, under a temporary name.
   * @throws Refusal `too-large` past `limit` bytes, `unavailable` when the disk does not take it.
   */
  receive: (bytes: AsyncIterable<Buffer>, limit: number) => Promise<ReceivedFile>
  /** @throws Refusal `not-found` */
  read: (storageKey: string) => Promise<Readable>
  remove: (storageKey: string) => Promise<void>
  /** Removes what uploads that never ended left behind, and files that nothing names, both older than an hour. */
  sweep: (now: number, isNamed: (storageKey: string) => Promise<boolean>) => Promise<void>
}

/**
 * Attachments in a folder of this machine. `synced: false` leaves it to the system when bytes reach the disk: only for a
 * folder that nobody relies on before it is whole.
 */
export function openFileFolder(dataDir: string, { synced = true } = {}): FileStore {
  const kept = join(dataDir, 'files')
  const received = join(dataDir, 'incoming')
  for (const folder of [kept, received]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (key: string) => join(kept, key.slice(0, 2), key)

  return {
    receive: async (bytes, limit) => {
      const storageKey = randomBytes(16).toString('hex')
      const path = join(received, storageKey)
      let size = 0
      try {
        const file = await open(path, 'wx', 0o600)
        try {
          for await (const chunk of bytes) {
            size += chunk.length
            if (size > limit)
              throw new Refusal('too-large', `A file may have at most ${limit / 1024 ** 2} MiB.`)
            await file.writeFile(chunk)
          }
          if (synced) await file.sync()
        } finally {
          await file.close()
        }
      } catch (error) {
        await rm(path, { force: true })
        throw translateDiskError(error)
      }
      return {
        storageKey,
        size,
        path,
        keep: async () => {
          try {
            await mkdir(join(kept, storageKey.slice(0, 2)), { recursive: true, mode: 0o700 })
            await rename(path, pathOf(storageKey))
            if (synced) await syncFolder(join(kept, storageKey.slice(0, 2)))
          } catch (error) {
            throw translateDiskError(error)
          }
        },
        discard: async () => {
          await rm(path, { force: true })
          await rm(pathOf(storageKey), { force: true })
        },
      }
    },
    read: async (storageKey) => {
      const path = pathOf(storageKey)
      await stat(path).catch(() => {
        throw new Refusal('not-found', 'The file is missing.')
      })
      return createReadStream(path)
    },
    // What cannot be removed now is removed by a later sweep: the row that named it is gone already.
    remove: (storageKey) => rm(pathOf(storageKey), { force: true }).catch(() => {}),
    sweep: async (now, isNamed) => {
      const isOld = async (path: string) => {
        const info = await stat(path).catch(() => null)
        return info !== null && now - info.mtimeMs > HOUR
      }
      for (const name of await readdir(received)) {
        const path = join(received, name)
        if (await isOld(path)) await rm(path, { force: true })
      }
      for (const folder of await readdir(kept)) {
        for (const key of await readdir(join(kept, folder))) {
          if ((await isOld(pathOf(key))) && !(await isNamed(key))) await rm(pathOf(key), { force: true })
        }
      }
    },
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const DISK_ERRORS = new Set([
  'ENOSPC',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'EDQUOT',
  'EFBIG',
  'EMFILE',
  'ENFILE',
  'ENOENT',
])

function translateDiskError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return DISK_ERRORS.has(code)
    ? new Refusal('unavailable', 'The file cannot be stored right now.', { cause: error })
    : error
}
