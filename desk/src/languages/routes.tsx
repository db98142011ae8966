import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function languageRoutes(parent: AnyRoute): AnyRoute[] {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/configuration/languages',
      component: lazyRouteComponent(() => import('./languages-page'), 'LanguagesPage'),
    }),
  ]
}
