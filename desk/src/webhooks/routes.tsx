import type { AnyRoute } from '@tanstack/react-router'

export function webhookRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
