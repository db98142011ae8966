import { hashToken, MINUTE, newToken } from '../base/index.ts'
import type { Database } from '../db/index.ts'

const KEPT_FOR = 5 * MINUTE
/** Somebody who types makes one every moment; older ones nobody looks at any more. */
const MOST = 200

/** A page as a browser gets it, once. */
export type KeptPreview = { policy: string; html: string; css: string }

/**
 * Keeps a preview for some minutes, where each process of the installation finds it. It may hold what one customer sees, so
 * its address is a token, of which only a hash is stored.
 * @param make writes the page, for the address under which it will lie
 * @returns the address
 */
export async function keepPreview(
  db: Database,
  now: number,
  make: (path: string) => KeptPreview,
): Promise<{ path: string; preview: KeptPreview }> {
  const token = newToken()
  const path = `/desk/preview/${token}`
  const preview = make(path)
  await db.transaction(
    async (tx) => {
      await tx.query
        .insertInto('page_previews')
        .values({ hash: hashToken(token), expires_at: now + KEPT_FOR, ...preview })
        .execute()
      const newest = tx.query
        .selectFrom('page_previews')
        .select('hash')
        .orderBy('expires_at', 'desc')
        .limit(MOST)
      await tx.query
        .deleteFrom('page_previews')
        .where((eb) =>
          eb.or([
            eb('expires_at', '<=', now),
            eb('expires_at', '>', now + KEPT_FOR),
            eb('hash', 'not in', newest),
          ]),
        )
        .execute()
    },
    { outlives: 'kill' },
  )
  return { path, preview }
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

/** Forgets what is over. */
export async function sweepPreviews(db: Database, now: number): Promise<void> {
  await db.transaction((tx) =>
    tx.query
      .deleteFrom('page_previews')
      .where((eb) => eb.or([eb('expires_at', '<=', now), eb('expires_at', '>', now + KEPT_FOR)]))
      .execute(),
  )
}
