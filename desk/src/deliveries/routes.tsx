import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { textsOf } from '../api/search'

export function deliveryRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/deliveries',
      validateSearch: textsOf('issue', 'state', 'channel'),
      component: lazyRouteComponent(() => import('./deliveries-page'), 'DeliveriesPage'),
    }),
  ]
}
