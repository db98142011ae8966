import { emailKey, isPageLocale, type PageLocale } from '../base/index.ts'
import type { Schema } from '../db/index.ts'

export const ROLES = ['owner', 'administrator', 'handler', 'viewer', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** A person who works on issues. Of all this, customers may only ever read the public name. */
export type User = {
  id: string
  email: string
  name: string
  /** What customers may read in the place of the name, like "Service team"; `''` where they read nothing. */
  publicName: string
  role: Role
  locale: PageLocale | null
  /** Who is not active any more stays where they were named, and can be named nowhere anew. */
  active: boolean
}

/** All users, as they are looked up. */
export type Users = { userById: ReadonlyMap<string, User>; userByEmail: ReadonlyMap<string, User> }

/** The user of an id or an e-mail, the latter compared as e-mails of customers are. */
export function userOf({ userById, userByEmail }: Users, idOrEmail: string): User | undefined {
  return userById.get(idOrEmail) ?? userByEmail.get(emailKey(idOrEmail) ?? '')
}

export function userFromRow(row: Schema['users']): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    publicName: row.public_name,
    role: ROLES.find((role) => role === row.role) ?? 'viewer',
    locale: row.locale !== null && isPageLocale(row.locale) ? row.locale : null,
    active: row.active === 1,
  }
}
