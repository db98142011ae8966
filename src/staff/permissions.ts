import { type Permission, PERMISSIONS } from '../http/index.ts'
import type { Role } from './user.ts'

/** What a role may do. A permission that is not here is refused; a role that is not here has none. */
const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  administrator: PERMISSIONS,
  handler: ['issues:read', 'issues:write'],
  viewer: ['issues:read'],
  // Whoever checks what was done has to see what it was done to.
  auditor: ['issues:read', 'config:read', 'audit', 'system'],
}

/** All that a role may do, in the order of the closed list. */
export function permissionsOf(role: Role): readonly Permission[] {
  return PERMISSIONS_OF[role]
}

export function mayDo(role: Role, permission: Permission): boolean {
  return PERMISSIONS_OF[role].includes(permission)
}

/** Owners are made, changed and ended by owners alone. */
export function mayTouch(own: Role, other: Role): boolean {
  return mayDo(own, 'users') && (own === 'owner' || other !== 'owner')
}
