import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function templateRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/templates',
      component: lazyRouteComponent(() => import('./templates-page'), 'TemplatesPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/templates/$key',
      component: lazyRouteComponent(() => import('./template-page'), 'TemplatePage'),
    }),
  ]
}
