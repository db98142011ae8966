import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readState } from './state'

export function issueListRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/issues',
      validateSearch: readState,
      component: lazyRouteComponent(() => import('./issue-list-page'), 'IssueListPage'),
    }),
  ]
}
