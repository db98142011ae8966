import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process serves, migrates or restores this data folder. */
export class FolderLocked extends Error {
  constructor(dataDir: string) {
    super(`the data folder ${dataDir} is in use by another process (serve, migrate or restore)`)
  }
}

/**
 * Takes the data folder for this process alone. The lock is SQLite's own lock on a file of its own, so the operating
 * system frees it whenever and however the process ends.
 * @throws FolderLocked
 */
export function lockFolder(dataDir: string): { release: () => void } {
  mkdirSync(dataDir, { recursive: true })
  const file = new DatabaseSync(join(dataDir, 'lock.sqlite'), { timeout: 0 })
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    file.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new FolderLocked(dataDir)
    throw error
  }
  return { release: () => file.close() }
}
