import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function fieldRoutes(parent: AnyRoute): AnyRoute[] {
  const at = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => parent, path: `/configuration/fields${path}`, component })
  return [
    at(
      '',
      lazyRouteComponent(() => import('./fields-page'), 'FieldsPage'),
    ),
    at(
      '/new',
      lazyRouteComponent(() => import('./field-page'), 'NewFieldPage'),
    ),
    at(
      '/$field',
      lazyRouteComponent(() => import('./field-page'), 'FieldPage'),
    ),
    at(
      '/views/$view',
      lazyRouteComponent(() => import('./view-page'), 'ViewPage'),
    ),
  ]
}
