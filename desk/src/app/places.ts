import {
  IconAdjustments,
  IconBuildingStore,
  IconCalendar,
  IconChartBar,
  IconFileExport,
  IconForms,
  IconHistory,
  IconHome,
  IconInbox,
  IconKey,
  IconLanguage,
  IconLayoutKanban,
  IconListDetails,
  IconMail,
  IconMessage2,
  IconRoute,
  IconServer,
  IconShieldLock,
  IconUser,
  IconWebhook,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { type Permission, useSession } from '../api/session'
import type { Texts as AllTexts } from '../texts'

type Texts = AllTexts['shell']
type Name = { [K in keyof Texts]: Texts[K] extends string ? K : never }[keyof Texts]
type Place = {
  to: string
  name: Name
  icon: ComponentType<{ size?: number }>
  needs: Permission
  exact?: boolean
}
export type Part = { name: Name | null; places: readonly Place[] }

const PARTS: readonly Part[] = [
  {
    name: null,
    places: [
      { to: '/', name: 'home', icon: IconHome, needs: 'issues:read', exact: true },
      { to: '/issues', name: 'issues', icon: IconInbox, needs: 'issues:read' },
      { to: '/board', name: 'board', icon: IconLayoutKanban, needs: 'issues:read' },
      { to: '/overview', name: 'overview', icon: IconChartBar, needs: 'issues:read' },
    ],
  },
  {
    name: 'configuration',
    places: [
      { to: '/configuration/issue-types', name: 'issueTypes', icon: IconRoute, needs: 'admin' },
      { to: '/configuration/fields', name: 'fields', icon: IconForms, needs: 'admin' },
      { to: '/configuration/templates', name: 'templates', icon: IconMail, needs: 'admin' },
      { to: '/configuration/rules', name: 'rules', icon: IconAdjustments, needs: 'admin' },
      { to: '/configuration/calendars', name: 'calendars', icon: IconCalendar, needs: 'admin' },
      { to: '/configuration/company', name: 'company', icon: IconBuildingStore, needs: 'admin' },
      { to: '/configuration/languages', name: 'languages', icon: IconLanguage, needs: 'admin' },
      { to: '/configuration/history', name: 'history', icon: IconHistory, needs: 'admin' },
      { to: '/configuration/transfer', name: 'transfer', icon: IconFileExport, needs: 'admin' },
    ],
  },
  {
    name: 'people',
    places: [
      { to: '/configuration/users', name: 'users', icon: IconUser, needs: 'users' },
      { to: '/configuration/security', name: 'security', icon: IconShieldLock, needs: 'users' },
      { to: '/configuration/tokens', name: 'tokens', icon: IconKey, needs: 'tokens' },
      { to: '/configuration/audit', name: 'audit', icon: IconListDetails, needs: 'audit' },
    ],
  },
  {
    name: 'operation',
    places: [
      { to: '/configuration/deliveries', name: 'deliveries', icon: IconMessage2, needs: 'config:read' },
      { to: '/configuration/webhooks', name: 'webhooks', icon: IconWebhook, needs: 'config:read' },
      { to: '/configuration/system', name: 'system', icon: IconServer, needs: 'system' },
    ],
  },
]

/** Where one can go in the desk, in parts: what somebody may not see is not there. */
export function usePlaces(): readonly Part[] {
  const permissions = useSession()?.permissions ?? []
  return PARTS.map(({ name, places }) => ({
    name,
    places: places.filter(({ needs }) => permissions.includes(needs)),
  })).filter(({ places }) => places.length > 0)
}
