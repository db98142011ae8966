import type { AnyRoute } from '@tanstack/react-router'

export function issueTypeRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
