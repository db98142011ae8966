import type { AnyRoute } from '@tanstack/react-router'

export function newIssueRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
