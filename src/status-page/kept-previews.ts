import { sql } from 'kysely'
import { hashToken, MINUTE, newToken } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'

const KEPT_FOR = 5 * MINUTE
/** Somebody who types makes one every moment; older ones nobody looks at any more. */
const MOST = 200
const MOST_BYTES = 32 * 1024 * 1024

/** A page as a browser gets it, once. */
export type KeptPreview = { policy: string; html: string; css: string }

/**
 * Keeps a preview for some minutes, where each process of the installation finds it. It may hold what one customer sees, so
 * its address is a token, of which only a hash is stored.
 * @param issueId of the real issue that it shows, if any
 * @param make writes the page, for the address under which it will lie
 * @returns the address; `null` where the issue was erased meanwhile, so that nothing of it is kept
 */
export async function keepPreview(
  db: Database,
  now: number,
  issueId: string | null,
  make: (path: string) => KeptPreview,
): Promise<string | null> {
  const token = newToken()
  const path = `/desk/preview/${token}`
  const preview = make(path)
  const hash = hashToken(token)
  const isKept = await db.transaction(
    async (tx) => {
      if (issueId !== null && !(await isThere(tx, issueId))) return false
      await tx.query
        .insertInto('page_previews')
        .values({ hash, expires_at: now + KEPT_FOR, ...preview })
        .execute()
      const fromNewest = sql`over (order by expires_at desc, hash)`
      const placed = tx.query.selectFrom('page_previews').select([
        'hash',
        sql<number>`row_number() ${fromNewest}`.as('place'),
        // Neither store reads the texts for it.
        sql<number>`sum(octet_length(html) + octet_length(css)) ${fromNewest}`.as('bytes'),
      ])
      const surplus = tx.query
        .selectFrom(placed.as('placed'))
        .select('hash')
        .where((eb) => eb.or([eb('place', '>', MOST), eb('bytes', '>', MOST_BYTES)]))
      await tx.query
        .deleteFrom('page_previews')
        .where('hash', '!=', hash)
        .where((eb) =>
          eb.or([
            eb('expires_at', '<=', now),
            eb('expires_at', '>', now + KEPT_FOR),
            eb('hash', 'in', surplus),
          ]),
        )
        .execute()
      return true
    },
    { outlives: 'kill' },
  )
  return isKept ? path : null
}

/** Whether an issue is there, and stays there until the transaction ends. */
async function isThere(tx: Tx, issueId: string): Promise<boolean> {
  let issue = tx.query.selectFrom('issues').select('id').where('id', '=', issueId)
  // On SQLite writers exclude each other anyway.
  if (tx.traits.kind === 'postgres') issue = issue.forKeyShare()
  return (await issue.executeTakeFirst()) !== undefined
}

/** `null` where there is none (any more). */
export async function findPreview(db: Database, now: number, token: string): Promise<KeptPreview | null> {
  const row = await db.read
    .selectFrom('page_previews')
    .select(['policy', 'html', 'css'])
    .where('hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .where('expires_at', '<=', now + KEPT_FOR)
    .executeTakeFirst()
  return row ?? null
}

/**
 * Forgets what is over.
 * @returns whether any are left
 */
export function sweepPreviews(db: Database, now: number): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.query
      .deleteFrom('page_previews')
      .where((eb) => eb.or([eb('expires_at', '<=', now), eb('expires_at', '>', now + KEPT_FOR)]))
      .execute()
    const left = await tx.query.selectFrom('page_previews').select('hash').limit(1).executeTakeFirst()
    return left !== undefined
  })
}

/** Sweeps previews every minute from the first one on, until none is left. */
export function openPreviewSweep(db: Database, clock: () => number): { begin: () => void; end: () => void } {
  let next: NodeJS.Timeout | null = null
  const run = async (): Promise<void> => {
    next = null
    // Where the store is down, what is swept now and then comes to it, too.
    if (await sweepPreviews(db, clock()).catch(() => false)) begin()
  }
  const begin = (): void => {
    next ??= setTimeout(() => void run(), MINUTE).unref()
  }
  return {
    begin,
    end: () => {
      if (next) clearTimeout(next)
    },
  }
}
