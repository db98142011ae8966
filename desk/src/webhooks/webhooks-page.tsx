import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay } from '../api/session'
import { useFormat, useTexts } from '../texts'
import { Empty, Loaded, Page } from '../ui'
import { PLACE, type Webhook, webhooksQuery } from './webhooks'

export function WebhooksPage() {
  const texts = useTexts().webhooks
  const query = useQuery(webhooksQuery)
  const add = useMay('admin') && (
    <Button component={Link} to={`${PLACE}/new`} leftSection={<IconPlus size={18} />}>
      {texts.add}
    </Button>
  )
  return (
    <Page title={texts.title} about={texts.about} actions={query.data?.length ? add : undefined}>
      <Loaded query={query}>
        {(all) =>
          all.length === 0 ? (
            <Empty action={add}>{texts.none}</Empty>
          ) : (
            <Stack component="ul" gap={0} m={0} className="desk-surface desk-list">
              {all.map((webhook) => (
                <Entry key={webhook.id} webhook={webhook} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  )
}

function Entry({ webhook }: { webhook: Webhook }) {
  const texts = useTexts().webhooks
  const format = useFormat()
  return (
    <li className="desk-list-item">
      <Group justify="space-between" gap={6}>
        <Anchor component={Link} to={`${PLACE}/${webhook.id}`} fw={600} mih={24} className="desk-wrap">
          {webhook.name}
        </Anchor>
        <WebhookBadge webhook={webhook} />
      </Group>
      <Text size="sm" className="desk-mono desk-wrap">
        {webhook.url}
      </Text>
      <Text size="sm" c="dimmed">
        {format.list(webhook.events.map((event) => texts.eventNames[event] ?? event))}
      </Text>
    </li>
  )
}

/** How a webhook stands: off, on, or in need of somebody. */
export function WebhookBadge({ webhook }: { webhook: Webhook }) {
  const texts = useTexts().webhooks
  const needs = webhook.broken.length > 0 || webhook.disabledBecause !== null
  return (
    <Badge variant="light" tt="none" fw={550} color={needs ? 'bad' : webhook.enabled ? 'good' : 'gray'}>
      {needs ? texts.broken : webhook.enabled ? texts.on : texts.off}
    </Badge>
  )
}
