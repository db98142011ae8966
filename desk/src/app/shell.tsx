import { AppShell, Burger, Group, Menu, ScrollArea, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
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
  IconLogout,
  IconMail,
  IconMessage2,
  IconRoute,
  IconServer,
  IconShieldLock,
  IconTimeline,
  IconUser,
  IconUserCircle,
  IconWebhook,
  IconListDetails,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { api } from '../api/client'
import { type Permission, setSession, useSession } from '../api/session'
import { CommandCentre } from '../commands/command-centre'
import { LostMark, useLive } from '../live'
import { Bell } from '../notices/bell'
import { useTexts } from '../texts'
import { SchemeChoice } from './scheme-choice'

type Texts = ReturnType<typeof useTexts>['shell']
type Name = { [K in keyof Texts]: Texts[K] extends string ? K : never }[keyof Texts]
type Place = {
  to: string
  name: Name
  icon: ComponentType<{ size?: number }>
  needs: Permission
  exact?: boolean
}
type Part = { name: Name | null; places: readonly Place[] }

const GROUPS: readonly Part[] = [
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

/** The frame of the desk: where one is, where one can go, and who one is. */
export function Shell() {
  const texts = useTexts().shell
  const [isOpen, { toggle, close }] = useDisclosure()
  useLive()
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 240, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <a className="desk-skip" href="#main">
        {texts.skip}
      </a>
      <AppShell.Header bg="var(--desk-surface)">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={texts.menu}
              aria-expanded={isOpen}
            />
            <Link to="/" style={{ color: 'inherit', textDecoration: 'none' }}>
              <Group gap={8} wrap="nowrap">
                <IconTimeline size={22} color="var(--desk-accent-ink)" aria-hidden />
                <Text fw={700} component="span">
                  Reklamator
                </Text>
              </Group>
            </Link>
          </Group>
          <Group gap={4} wrap="nowrap">
            <LostMark />
            <CommandCentre />
            <Bell />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar bg="var(--desk-surface)" aria-label={texts.navigation}>
        <ScrollArea type="auto" p="sm">
          <Navigation onGo={close} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}

function Navigation({ onGo }: { onGo: () => void }) {
  const texts = useTexts().shell
  const permissions = useSession()?.permissions ?? []
  return (
    <>
      {GROUPS.map(({ name, places }) => {
        const open = places.filter(({ needs }) => permissions.includes(needs))
        if (open.length === 0) return null
        return (
          <div key={name ?? ''} style={{ marginBottom: 12 }}>
            {name && (
              <Text size="xs" fw={650} c="dimmed" px={10} py={4}>
                {texts[name]}
              </Text>
            )}
            {open.map(({ to, name: label, icon: Icon, exact = false }) => (
              <Link
                key={to}
                to={to}
                className="desk-nav-link"
                activeOptions={{ exact }}
                activeProps={{ 'aria-current': 'page' }}
                onClick={onGo}
              >
                <Icon size={18} />
                {texts[label]}
              </Link>
            ))}
          </div>
        )
      })}
    </>
  )
}

function AccountMenu() {
  const texts = useTexts().shell
  const session = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const signOut = async () => {
    await api.DELETE('/api/v1/session')
    setSession(null)
    queries.clear()
    await navigate({ to: '/sign-in' })
  }
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <UnstyledButton p={6} style={{ borderRadius: 8 }} aria-label={session?.user.name}>
          <Group gap={6} wrap="nowrap">
            <IconUserCircle size={22} aria-hidden />
            <Text size="sm" component="span" truncate maw={180} visibleFrom="sm">
              {session?.user.name}
            </Text>
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session?.user.email}</Menu.Label>
        <Menu.Item leftSection={<IconUserCircle size={16} />} component={Link} to="/account">
          {texts.account}
        </Menu.Item>
        <SchemeChoice />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {texts.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
