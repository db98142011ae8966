import type { AnyRoute } from '@tanstack/react-router'

export function accountRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
