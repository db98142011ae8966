import type { AnyRoute } from '@tanstack/react-router'

export function ruleRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
