import { useQuery } from '@tanstack/react-query'
import { answer, api, type Answer, type Item, tagged } from '../api/client'
import type { Source } from '../api/draft'
import { allPages } from '../api/pages'
import { ifMatch } from '../api/source'

export type User = Item<'/api/v1/users'>
/** A user as they are edited: without how they sign in. */
export type EditedUser = Answer<'/api/v1/users/{id}', 'get'>
export type Role = User['role']

export const ROLES: readonly Role[] = ['owner', 'administrator', 'handler', 'viewer', 'auditor']
export const USERS_KEY = ['users']

/** How a person stands with signing in. */
export type UserState = NonNullable<User['signInState']> | 'disabled'
export const USER_STATES: readonly UserState[] = ['active', 'invited', 'none', 'disabled']

export function stateOf(user: User): UserState {
  return user.active ? (user.signInState ?? 'none') : 'disabled'
}

export function useUsers() {
  return useQuery({
    queryKey: USERS_KEY,
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/users', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }),
        ),
      ),
  })
}

/** One user, as they are edited. */
export function userSource(id: string): Source<EditedUser> {
  const path = { id }
  return {
    key: ['user', id],
    read: () => tagged(api.GET('/api/v1/users/{id}', { params: { path } })),
    write: (body, etag) =>
      tagged(api.PUT('/api/v1/users/{id}', { body, params: { path, header: ifMatch(etag) } })),
    touches: [USERS_KEY],
  }
}
