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

/** Users after an id, oldest first. */
export async function findUsers(query: Query, after: string | null, limit: number): Promise<User[]> {
  let found = query.selectFrom('users').selectAll().orderBy('id').limit(limit)
  if (after) found = found.where('id', '>', after)
  return (await found.execute()).map(userFromRow)
}

/** @throws Refusal `not-found` */
export async function readUser(query: Query, id: string): Promise<User> {
  const row = await query.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('user')
  return userFromRow(row)
}
