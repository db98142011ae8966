import type { AnyRoute } from '@tanstack/react-router'

export function deliveryRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
