import type { AnyRoute } from '@tanstack/react-router'

export function templateRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
