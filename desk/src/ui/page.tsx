import { Anchor, Group, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { linkSearch } from '../api/search'
import { useTexts } from '../texts'

type Crumb = { label: string; to: string }
type Props = {
  title: string
  /** One or two sentences: what this place is for. */
  about?: ReactNode
  crumbs?: readonly Crumb[]
  actions?: ReactNode
  /** How wide the content may get; forms read best at the default. */
  width?: number | '100%'
  children: ReactNode
}

/** A screen: its heading takes the focus when one comes to it, and names the window. */
export function Page({ title, about, crumbs = [], actions, width = 1080, children }: Props) {
  const texts = useTexts().common
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Reklamator`
  }, [title])
  // Before what is on the screen takes the focus in its own effects, so that a card one comes back to keeps it.
  useLayoutEffect(() => {
    const active = document.activeElement
    // A form whose first field is to be written in has taken the focus already.
    if (active === document.body || (active?.closest('nav, main') && !active.matches('[data-autofocus]')))
      heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <Stack gap="md" maw={width}>
      <div>
        {crumbs.length > 0 && (
          <Group component="nav" gap={6} mb={4} aria-label={texts.breadcrumbs}>
            {crumbs.map(({ label, to }) => (
              <Text key={to} size="sm" c="dimmed" component="span">
                <Anchor component={Link} to={to} size="sm">
                  {label}
                </Anchor>{' '}
                ›
              </Text>
            ))}
          </Group>
        )}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={1} ref={heading} tabIndex={-1} className="desk-wrap">
            {title}
          </Title>
          {actions && <Group gap="xs">{actions}</Group>}
        </Group>
        {about && (
          <Text c="dimmed" maw="68ch" mt={4} component="div">
            {about}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  )
}

/** A part of a screen under a heading of its own. */
export function Section({
  title,
  about,
  actions,
  children,
}: {
  title: string
  about?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <Stack component="section" gap="sm" p="md" className="desk-surface" aria-label={title}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Title order={2}>{title}</Title>
          {about && (
            <Text c="dimmed" size="sm" maw="68ch" component="div">
              {about}
            </Text>
          )}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  )
}

/** What stands where there is nothing yet: one sentence, and the next step. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" p="xl" className="desk-surface">
      <Text c="dimmed" ta="center" maw="48ch" component="div">
        {children}
      </Text>
      {action}
    </Stack>
  )
}

type Tab = { label: string; to: string; exact?: boolean; search?: Readonly<Record<string, string>> }

/** Places beside each other within one thing, each with an address. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="desk-tabs" aria-label={label}>
      {tabs.map(({ label: name, to, exact = false, search = {} }) => (
        <Link
          key={to}
          to={to}
          search={linkSearch(search)}
          className="desk-tab"
          activeOptions={{ exact, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
