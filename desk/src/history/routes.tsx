import type { AnyRoute } from '@tanstack/react-router'

export function historyRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
