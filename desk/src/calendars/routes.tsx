import type { AnyRoute } from '@tanstack/react-router'

export function calendarRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
