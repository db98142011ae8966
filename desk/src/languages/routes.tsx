import type { AnyRoute } from '@tanstack/react-router'

export function languageRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
