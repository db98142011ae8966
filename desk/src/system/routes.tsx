import type { AnyRoute } from '@tanstack/react-router'

export function systemRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
