import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function companyRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/company',
      component: lazyRouteComponent(() => import('./company-page'), 'CompanyPage'),
    }),
  ]
}
