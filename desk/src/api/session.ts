import { useSyncExternalStore } from 'react'
import type { Answer } from './client'

export type Session = Answer<'/api/v1/session', 'get'>
/** Something that a role may do, like `admin`. */
export type Permission = Session['permissions'][number]

let current: Session | null = null
const listeners = new Set<() => void>()

export function sessionNow(): Session | null {
  return current
}

export function setSession(session: Session | null): void {
  current = session
  for (const listener of listeners) listener()
}

/** Who is signed in. */
export function useSession(): Session | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, sessionNow)
}

/** Whether somebody can do nothing before they have set up an authenticator. */
export function needsAuthenticator(session: Session): boolean {
  return session.authenticator === 'required' && !session.user.totp
}

/** Whether whoever is signed in may do something. */
export function useMay(permission: Permission): boolean {
  return useSession()?.permissions.includes(permission) ?? false
}
