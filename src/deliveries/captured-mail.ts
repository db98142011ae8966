import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DAY, HOUR } from '../base/index.ts'

const KEPT_FOR = 30 * DAY

/** Whole mails in the data folder instead of on their way: `mail/ISSUE/DELIVERY.eml`. */
export type CapturedMail = {
  /** Keeps a mail, whole and on the disk, or not at all; a second time it replaces the first. */
  keep: (mail: { id: string; issueId: string }, bytes: Buffer) => Promise<void>
  /** A mail's bytes; null where it was not captured, or is gone. */
  read: (mail: { id: string; issueId: string }) => Promise<Buffer | null>
  /** Removes all mails of an issue. */
  forgetIssue: (issueId: string) => Promise<void>
  /** Removes what is older than 30 days, and what belongs to issues that are not known any more. */
  sweep: (now: number, known: (issueIds: readonly string[]) => Promise<ReadonlySet<string>>) => Promise<void>
}

export function openCapturedMail(dataDir: string): CapturedMail {
  const root = join(dataDir, 'mail')
  const folderOf = (issueId: string) => join(root, issueId)
  const pathOf = ({ id, issueId }: { id: string; issueId: string }) => join(folderOf(issueId), `${id}.eml`)
  // What cannot be removed now is removed by a later sweep.
  const remove = (path: string) => rm(path, { recursive: true, force: true }).catch(() => {})

  return {
    keep: async (mail, bytes) => {
      const path = pathOf(mail)
      await mkdir(folderOf(mail.issueId), { recursive: true, mode: 0o700 })
      const draft = `${path}.part`
      try {
        await writeSynced(draft, bytes)
        await rename(draft, path)
        await syncFolder(folderOf(mail.issueId))
      } catch (error) {
        await remove(draft)
        throw error
      }
    },
    read: (mail) =>
      readFile(pathOf(mail)).catch((error: unknown) => {
        if (isMissing(error)) return null
        throw error
      }),
    forgetIssue: (issueId) => remove(folderOf(issueId)),
    sweep: async (now, known) => {
      const issueIds = await readdir(root).catch(() => [])
      for (let start = 0; start < issueIds.length; start += 200) {
        const some = issueIds.slice(start, start + 200)
        const kept = await known(some)
        for (const issueId of some) {
          if (!kept.has(issueId)) await remove(folderOf(issueId))
          else await sweepFolder(folderOf(issueId), now)
        }
      }
    },
  }
}

async function sweepFolder(folder: string, now: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const info = await stat(join(folder, name)).catch(() => null)
    const age = info ? now - info.mtimeMs : 0
    // A draft that nobody finished within an hour never will be.
    if (age > (name.endsWith('.eml') ? KEPT_FOR : HOUR)) await rm(join(folder, name), { force: true })
  }
  // Only where nothing is left in it.
  await rmdir(folder).catch(() => {})
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
