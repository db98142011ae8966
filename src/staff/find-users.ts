import type { Database } from '../db/index.ts'
import { emailKey, notFound } from '../base/index.ts'
import { type User, userFromRow, type Users } from './user.ts'

type Query = Database['read']

/** All users, oldest first. */
export async function readUsers(query: Query): Promise<Users & { users: readonly User[] }> {
  const rows = await query.selectFrom('users').selectAll().orderBy('id').execute()
  const users = rows.map(userFromRow)
  return {
    users,
    userById: new Map(users.map((user) => [user.id, user])),
    userByEmail: new Map(users.map((user) => [emailKey(user.email) ?? '', user])),
  }
}

export const SIGN_IN_STATES = ['none', 'invited', 'active'] as const

export type ListedUser = User & {
  signInState: (typeof SIGN_IN_STATES)[number]
  totp: boolean
  lastSeenAt: number | null
}

/** Users after an id, oldest first, with how they sign in. */
export async function findUsers(
  query: Query,
  now: number,
  after: string | null,
  limit: number,
): Promise<ListedUser[]> {
  let found = query
    .selectFrom('users')
    .leftJoin('credentials', 'credentials.user_id', 'users.id')
    .selectAll('users')
    .select(['password_hash', 'totp_secret', 'seen_at'])
    .select((eb) =>
      eb
        .selectFrom('staff_links')
        .select((count) => count.fn.countAll<number>().as('links'))
        .whereRef('staff_links.user_id', '=', 'users.id')
        .where('expires_at', '>', now)
        .as('links'),
    )
    .orderBy('users.id')
    .limit(limit)
  if (after) found = found.where('users.id', '>', after)
  return (await found.execute()).map((row) => ({
    ...userFromRow(row),
    signInState: row.password_hash !== null ? 'active' : Number(row.links) > 0 ? 'invited' : 'none',
    totp: row.totp_secret !== null,
    lastSeenAt: row.seen_at,
  }))
}

/** @throws Refusal `not-found` */
export async function readUser(query: Query, id: string): Promise<User> {
  const row = await query.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('user')
  return userFromRow(row)
}
