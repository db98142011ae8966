import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { queries } from '../api/queries'
import { workplaceQuery } from '../work'
import { issueQuery } from './issue'

function toldByThePage(): void {}

export function issuePageRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/issues/$number',
      // Begins to load when somebody points at a link; the page waits for nothing.
      loader: ({ params }) => {
        const { number } = params as { number: string }
        queries.query(issueQuery(number)).catch(toldByThePage)
        queries.query(workplaceQuery()).catch(toldByThePage)
      },
      component: lazyRouteComponent(() => import('./issue-page'), 'IssuePage'),
    }),
  ]
}
