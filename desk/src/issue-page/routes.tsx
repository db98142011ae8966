import type { AnyRoute } from '@tanstack/react-router'

export function issuePageRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
