import { AppShell, Burger, Group, Menu, ScrollArea, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLogout, IconTimeline, IconUserCircle } from '@tabler/icons-react'
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useSession } from '../api/session'
import { CommandCentre } from '../commands/command-centre'
import { LostMark, useLive } from '../live'
import { Bell } from '../notices/bell'
import { useTexts } from '../texts'
import { keepFocus } from '../ui/keep-focus'
import { usePlaces } from './places'
import { SchemeChoice } from './scheme-choice'
import { useSignOut } from './sign-out'

/** The frame of the desk: where one is, where one can go, and who one is. */
export function Shell() {
  const texts = useTexts().shell
  const [isOpen, { toggle, close }] = useDisclosure()
  useLive()
  useEffect(keepFocus, [])
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
  return (
    <>
      {usePlaces().map(({ name, places }) => (
        <div key={name ?? ''} style={{ marginBottom: 12 }}>
          {name && (
            <Text size="xs" fw={650} c="dimmed" px={10} py={4}>
              {texts[name]}
            </Text>
          )}
          {places.map(({ to, name: label, icon: Icon, exact = false }) => (
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
      ))}
    </>
  )
}

function AccountMenu() {
  const texts = useTexts().shell
  const session = useSession()
  const signOut = useSignOut()
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
