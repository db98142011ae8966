import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function ruleRoutes(parent: AnyRoute): AnyRoute[] {
  const at = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => parent, path, component })
  return [
    at(
      '/configuration/rules',
      lazyRouteComponent(() => import('./rules-page'), 'RulesPage'),
    ),
    at(
      '/configuration/rules/new',
      lazyRouteComponent(() => import('./new-rule-page'), 'NewRulePage'),
    ),
    at(
      '/configuration/rules/$id',
      lazyRouteComponent(() => import('./rule-page'), 'RulePage'),
    ),
  ]
}
