import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { textsOf } from '../api/search'

export function peopleRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/users',
      validateSearch: textsOf('role', 'state', 'q'),
      component: lazyRouteComponent(() => import('./users-page'), 'UsersPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/users/new',
      component: lazyRouteComponent(() => import('./new-user-page'), 'NewUserPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/users/$id',
      component: lazyRouteComponent(() => import('./user-page'), 'UserPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/security',
      component: lazyRouteComponent(() => import('./security-page'), 'SecurityPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/tokens',
      component: lazyRouteComponent(() => import('./tokens-page'), 'TokensPage'),
    }),
  ]
}
