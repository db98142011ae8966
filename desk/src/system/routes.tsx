import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function systemRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/system',
      component: lazyRouteComponent(() => import('./system-page'), 'SystemPage'),
    }),
  ]
}
