import { ActionIcon, Anchor, Button, Group, Indicator, Popover, ScrollArea, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts'
import { Failed } from '../ui'
import { NoticeLine } from './notice-line'
import { useLatestNotices, useMarkRead } from './notices'
import { useTitleCount } from './title-count'
import { useReading } from './use-reading'

/** What one has to be told, one press away; how much of it is unread stands beside the bell and in the window's name. */
export function Bell() {
  const texts = useTexts().notices
  const [isOpen, { toggle, close }] = useDisclosure()
  const unread = useLatestNotices().data?.unread ?? 0
  useTitleCount(unread)
  useReading(unread)
  return (
    <Popover
      opened={isOpen}
      onDismiss={close}
      position="bottom-end"
      width="min(400px, calc(100vw - 16px))"
      trapFocus
      returnFocus
      withinPortal
      shadow="md"
    >
      <Indicator
        label={unread > 99 ? '99+' : unread}
        disabled={unread === 0}
        size={16}
        offset={7}
        color="call"
      >
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            onClick={toggle}
            aria-label={texts.bell(unread)}
          >
            <IconBell size={20} color="var(--mantine-color-text)" />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={texts.title}>
        <Latest onGo={close} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Latest({ onGo }: { onGo: () => void }) {
  const texts = useTexts().notices
  const query = useLatestNotices()
  const mark = useMarkRead()
  const { items, unread } = query.data ?? { items: [], unread: 0 }
  return (
    <>
      <Group justify="space-between" px="md" py={10} gap="0 8px" className="notice-head">
        <Title order={2}>{texts.title}</Title>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={unread === 0}
          onClick={() => mark.mutate({ all: true })}
        >
          {texts.markAll}
        </Button>
      </Group>
      {query.error && <Failed error={query.error} again={() => void query.refetch()} />}
      {items.length === 0 && !query.error ? (
        <Text c="dimmed" size="sm" p="md">
          {texts.none}
        </Text>
      ) : (
        <ScrollArea.Autosize mah="min(420px, calc(100dvh - 180px))" type="auto">
          <ul className="desk-list">
            {items.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} onGo={onGo} />
            ))}
          </ul>
        </ScrollArea.Autosize>
      )}
      <Group px="md" py={10} className="notice-foot">
        <Anchor component={Link} to="/notices" size="sm" onClick={onGo}>
          {texts.all}
        </Anchor>
      </Group>
    </>
  )
}
