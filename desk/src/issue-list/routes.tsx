import type { AnyRoute } from '@tanstack/react-router'

export function issueListRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
