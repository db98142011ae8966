import { type Role, ROLES } from './user.ts'

/** The roles that have to have an authenticator, as they are stored. */
export function rolesFrom(stored: string): Role[] {
  const parsed: unknown = JSON.parse(stored)
  return ROLES.filter((role) => Array.isArray(parsed) && parsed.includes(role))
}
