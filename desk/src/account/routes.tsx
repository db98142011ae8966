import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function accountRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/account',
      component: lazyRouteComponent(() => import('./account-page'), 'AccountPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/account/authenticator',
      component: lazyRouteComponent(() => import('./authenticator-page'), 'AuthenticatorPage'),
    }),
  ]
}
