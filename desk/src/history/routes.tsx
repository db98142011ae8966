import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { textsOf } from '../api/search'

export function historyRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/history',
      validateSearch: textsOf('target'),
      component: lazyRouteComponent(() => import('./history-page'), 'HistoryPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/transfer',
      component: lazyRouteComponent(() => import('./transfer-page'), 'TransferPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/history/$id',
      component: lazyRouteComponent(() => import('./version-page'), 'VersionPage'),
    }),
  ]
}
