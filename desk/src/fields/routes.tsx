import type { AnyRoute } from '@tanstack/react-router'

export function fieldRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
