import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function issueTypeRoutes(parent: AnyRoute): AnyRoute[] {
  const at = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => parent, path: `/configuration/issue-types${path}`, component })
  return [
    at(
      '',
      lazyRouteComponent(() => import('./types-page'), 'TypesPage'),
    ),
    at(
      '/$type',
      lazyRouteComponent(() => import('./general-page'), 'GeneralPage'),
    ),
    at(
      '/$type/steps',
      lazyRouteComponent(() => import('./steps-page'), 'StepsPage'),
    ),
    at(
      '/$type/fields',
      lazyRouteComponent(() => import('./type-fields-page'), 'TypeFieldsPage'),
    ),
    at(
      '/$type/numbers',
      lazyRouteComponent(() => import('./numbers-page'), 'NumbersPage'),
    ),
    at(
      '/$type/deadlines',
      lazyRouteComponent(() => import('./deadlines-page'), 'DeadlinesPage'),
    ),
    at(
      '/$type/status-page',
      lazyRouteComponent(() => import('../status-page/status-page-screen'), 'StatusPageScreen'),
    ),
  ]
}
