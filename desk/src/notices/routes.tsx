import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function noticeRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/notices',
      component: lazyRouteComponent(() => import('./notices-page'), 'NoticesPage'),
    }),
  ]
}
