import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { needsAuthenticator, sessionNow } from '../api/session'
import { openSession } from '../api/open-session'
import { auditRoutes } from '../audit/routes'
import { accountRoutes } from '../account/routes'
import { calendarRoutes } from '../calendars/routes'
import { companyRoutes } from '../company/routes'
import { deliveryRoutes } from '../deliveries/routes'
import { fieldRoutes } from '../fields/routes'
import { historyRoutes } from '../history/routes'
import { homeRoutes } from '../home/routes'
import { issueListRoutes } from '../issue-list/routes'
import { boardRoutes } from '../board/routes'
import { issuePageRoutes } from '../issue-page/routes'
import { newIssueRoutes } from '../new-issue/routes'
import { overviewRoutes } from '../overview/routes'
import { noticeRoutes } from '../notices/routes'
import { issueTypeRoutes } from '../issue-types/routes'
import { languageRoutes } from '../languages/routes'
import { peopleRoutes } from '../people/routes'
import { ruleRoutes } from '../rules/routes'
import { systemRoutes } from '../system/routes'
import { loadAllTexts } from '../texts'
import { templateRoutes } from '../templates/routes'
import { webhookRoutes } from '../webhooks/routes'
import { NotFound, RouteFailed } from './not-found'
import { Root } from './root'

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: RouteFailed })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search['to'] === 'string' && search['to'].startsWith('/') ? { to: search['to'] } : {},
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page'), 'SignInPage'),
})
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('../sign-in/welcome-page'), 'WelcomePage'),
})
const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('../sign-in/reset-page'), 'ResetPage'),
})

const AUTHENTICATOR = '/account/authenticator'

/** What only people who are signed in see, in the frame of the desk. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = sessionNow() ?? (await openSession())
    const way = !session
      ? redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
      : needsAuthenticator(session) && !location.pathname.endsWith(AUTHENTICATOR)
        ? redirect({ to: AUTHENTICATOR })
        : null
    // The router takes what is thrown as the way to go.
    // oxlint-disable-next-line typescript/only-throw-error
    if (way) throw way
  },
  component: lazyRouteComponent(() => import('./shell'), 'Shell'),
})
export type Inside = typeof inside

/** The screens that shape the installation: they say much that the others do not. */
const configuring = createRoute({
  getParentRoute: () => inside,
  id: 'configuring',
  loader: () => loadAllTexts(),
})

const tree = root.addChildren([
  signIn,
  welcome,
  reset,
  inside.addChildren([
    ...homeRoutes(inside),
    ...issueListRoutes(inside),
    ...boardRoutes(inside),
    ...issuePageRoutes(inside),
    ...newIssueRoutes(inside),
    ...overviewRoutes(inside),
    ...noticeRoutes(inside),
    ...accountRoutes(inside),
    configuring.addChildren([
      ...issueTypeRoutes(configuring),
      ...fieldRoutes(configuring),
      ...templateRoutes(configuring),
      ...ruleRoutes(configuring),
      ...calendarRoutes(configuring),
      ...companyRoutes(configuring),
      ...languageRoutes(configuring),
      ...peopleRoutes(configuring),
      ...auditRoutes(configuring),
      ...deliveryRoutes(configuring),
      ...webhookRoutes(configuring),
      ...historyRoutes(configuring),
      ...systemRoutes(configuring),
    ]),
  ]),
])

export const router = createRouter({
  routeTree: tree,
  basepath: '/desk',
  defaultPreload: 'intent',
  scrollRestoration: true,
})
