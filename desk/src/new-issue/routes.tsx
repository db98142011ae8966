import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { textsOf } from '../api/search'

export function newIssueRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/issues/new',
      validateSearch: textsOf('type'),
      component: lazyRouteComponent(() => import('./new-issue-page'), 'NewIssuePage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/issues/new/made',
      validateSearch: textsOf('number'),
      component: lazyRouteComponent(() => import('./made-page'), 'MadePage'),
    }),
  ]
}
