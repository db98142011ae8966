import { Group, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A part of the issue page under a small heading of its own. */
export function Part({
  title,
  actions,
  children,
}: {
  title: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="desk-surface issue-part" aria-label={title}>
      <Group justify="space-between" gap="xs" mih={28} wrap="nowrap">
        <Title order={2}>{title}</Title>
        {actions}
      </Group>
      {children}
    </section>
  )
}
