import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router'

export function calendarRoutes(parent: AnyRoute): AnyRoute[] {
  const at = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
    createRoute({ getParentRoute: () => parent, path: `/configuration/calendars${path}`, component })
  return [
    at(
      '',
      lazyRouteComponent(() => import('./calendars-page'), 'CalendarsPage'),
    ),
    at(
      '/$calendar',
      lazyRouteComponent(() => import('./calendar-page'), 'CalendarPage'),
    ),
  ]
}
