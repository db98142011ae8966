import type { AnyRoute } from '@tanstack/react-router'

export function overviewRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
