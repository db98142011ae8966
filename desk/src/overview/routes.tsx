import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { textsOf } from '../api/search'

export function overviewRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/overview',
      validateSearch: textsOf('type', 'period'),
      component: lazyRouteComponent(() => import('./overview-page'), 'OverviewPage'),
    }),
  ]
}
