import type { AnyRoute } from '@tanstack/react-router'

export function noticeRoutes(_parent: AnyRoute): AnyRoute[] {
  return []
}
