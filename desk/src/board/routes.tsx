import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { textsOf } from '../api/search'

export function boardRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/board',
      validateSearch: textsOf('type', 'handler', 'q'),
      component: lazyRouteComponent(() => import('./board-page'), 'BoardPage'),
    }),
  ]
}
