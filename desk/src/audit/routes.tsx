import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { textsOf } from '../api/search'

export function auditRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/audit',
      validateSearch: textsOf('actor', 'action', 'target', 'from', 'to'),
      component: lazyRouteComponent(() => import('./audit-page'), 'AuditPage'),
    }),
  ]
}
