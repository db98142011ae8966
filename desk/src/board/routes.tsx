import type { AnyRoute } from '@tanstack/react-router'

export function boardRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
