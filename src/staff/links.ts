import { DAY, HOUR, hashToken, newToken } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import { type User, userFromRow } from './user.ts'

/** `first`: for whoever sets up the installation. `invitation`, `reset`: for a user there is. */
export type LinkKind = 'first' | 'invitation' | 'reset'

const LIFETIME: Readonly<Record<LinkKind, number>> = { first: DAY, invitation: 7 * DAY, reset: HOUR }

/** Where a link leads: its token stands behind the #, which no browser sends to a server. */
export function welcomeUrl(baseUrl: string, token: string): string {
  return `${baseUrl}/desk/welcome#${token}`
}

/** Makes the one link of its kind that somebody has, in the place of those before it. Answers its token. */
export async function makeLink(tx: Tx, now: number, kind: LinkKind, userId: string | null): Promise<string> {
  const token = newToken()
  await tx.query
    .deleteFrom('staff_links')
    .where('kind', '=', kind)
    .where('user_id', userId === null ? 'is' : '=', userId)
    .execute()
  await tx.query
    .insertInto('staff_links')
    .values({
      hash: hashToken(token),
      kind,
      user_id: userId,
      created_at: now,
      expires_at: now + LIFETIME[kind],
    })
    .execute()
  return token
}

export type FoundLink = { kind: 'first'; user: null } | { kind: 'invitation' | 'reset'; user: User }

/** What a token is for, as long as it is good for anything; `null` otherwise. */
export async function findLink(
  query: Database['read'],
  now: number,
  token: string,
): Promise<FoundLink | null> {
  const link = await query
    .selectFrom('staff_links')
    .select(['kind', 'user_id'])
    .where('hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!link) return null
  if (link.kind === 'first') return (await somebodySignsIn(query)) ? null : { kind: 'first', user: null }
  const row = await query
    .selectFrom('users')
    .selectAll()
    .where('id', '=', link.user_id)
    .where('active', '=', 1)
    .executeTakeFirst()
  return row ? { kind: link.kind, user: userFromRow(row) } : null
}

/** Uses a link up, as part of a transaction. Answers whether it was there to be used. */
export async function useLink(tx: Tx, token: string): Promise<boolean> {
  const used = await tx.query
    .deleteFrom('staff_links')
    .where('hash', '=', hashToken(token))
    .executeTakeFirst()
  return used.numDeletedRows > 0n
}

/** Whether there is a user with a password who may sign in. */
export async function somebodySignsIn(query: Database['read']): Promise<boolean> {
  const row = await query
    .selectFrom('credentials')
    .innerJoin('users', 'users.id', 'credentials.user_id')
    .select('users.id')
    .where('password_hash', 'is not', null)
    .where('active', '=', 1)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Makes the link by which the first owner is made; `null` where somebody can sign in already. */
export async function makeFirstLink(db: Database, now: number, baseUrl: string): Promise<string | null> {
  return db.transaction(async (tx) => {
    if (await somebodySignsIn(tx.query)) return null
    return welcomeUrl(baseUrl, await makeLink(tx, now, 'first', null))
  })
}
