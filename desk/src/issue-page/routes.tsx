import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queries } from '../api/queries'
import { workplaceQuery } from '../work'
import { issueQuery } from './issue'

export function issuePageRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/issues/$number',
      // Begins to load when somebody points at a link; the page waits for nothing.
      loader: ({ params: { number } }) => {
        void queries.prefetchQuery(issueQuery(number))
        void queries.prefetchQuery(workplaceQuery())
      },
      component: lazyRouteComponent(() => import('./issue-page'), 'IssuePage'),
    }),
  ]
}
