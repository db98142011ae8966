import type { AnyRoute } from '@tanstack/react-router'

export function auditRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
