import { Alert, Anchor, Button, Group, Popover, Stack, Text } from '@mantine/core'
import { IconEye, IconExternalLink, IconMail, IconQrcode } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Answer } from '../api/client'
import { useMay } from '../api/session'
import { useFormat, useTexts } from '../texts'
import { CopyButton, Loaded, Section } from '../ui'
import { QrCode } from '../ui/qr-code'
import type { Issue } from '../work'
import './conversation.css'
import { CustomerView } from './customer-view'
import { GivenLinks } from './given-links'
import { useStatusLink } from './parts'
import { SendLink } from './send-link'
import { waysTo } from './sending'

type StatusLink = Answer<'/api/v1/issues/{number}/status-link', 'get'>

/** The status page of an issue: where it is, whether the customer looked, how it looks to them, and who has a link. */
export function CustomerBox({ number, issue }: { number: string; issue: Issue }) {
  const texts = useTexts().conversation.page
  const link = useStatusLink(number)
  return (
    <Section title={texts.title}>
      <Loaded query={link}>{(found) => <Page number={number} issue={issue} link={found} />}</Loaded>
    </Section>
  )
}

function Page({ number, issue, link }: { number: string; issue: Issue; link: StatusLink }) {
  const texts = useTexts().conversation.page
  const mayWrite = useMay('issues:write')
  const [opened, setOpened] = useState<'view' | 'send' | null>(null)
  const close = () => setOpened(null)
  const canSend = mayWrite && waysTo(issue).length > 1
  return (
    <Stack gap="sm">
      {link.enabled ? <Opened opened={link.opened} /> : <PageIsOff type={issue.type} />}
      <Address url={link.url} isOn={link.enabled} />
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          onClick={() => setOpened('view')}
        >
          {texts.look}
        </Button>
        {canSend && (
          <Button
            variant="default"
            leftSection={<IconMail size={16} aria-hidden />}
            onClick={() => setOpened('send')}
          >
            {texts.send}
          </Button>
        )}
      </Group>
      {mayWrite && !canSend && (
        <Text size="sm" c="dimmed">
          {texts.noContact}
        </Text>
      )}
      <GivenLinks number={number} />
      <CustomerView number={number} opened={opened === 'view'} onClose={close} />
      <SendLink number={number} issue={issue} opened={opened === 'send'} onClose={close} />
    </Stack>
  )
}

function Opened({ opened }: Pick<StatusLink, 'opened'>) {
  const texts = useTexts().conversation.page
  const format = useFormat()
  if (!opened)
    return (
      <Text size="sm" c="dimmed">
        {texts.notOpened}
      </Text>
    )
  return (
    <div>
      <Text size="sm">{texts.opened(format.dateTime(opened.last))}</Text>
      {opened.first !== opened.last && (
        <Text size="xs" c="dimmed">
          {texts.openedFirst(format.dateTime(opened.first))}
        </Text>
      )}
    </div>
  )
}

function PageIsOff({ type }: { type: string }) {
  const texts = useTexts().conversation.page
  const isAdmin = useMay('admin')
  return (
    <Alert color="call" variant="light">
      {texts.off}
      {isAdmin && (
        <div>
          <Anchor component={Link} to={`/configuration/issue-types/${type}/status-page`} size="sm">
            {texts.offSettings}
          </Anchor>
        </div>
      )}
    </Alert>
  )
}

function Address({ url, isOn }: { url: string; isOn: boolean }) {
  const texts = useTexts().conversation.page
  return (
    <div>
      <Text className="desk-mono desk-wrap" mb={6} {...(isOn ? {} : { c: 'dimmed' })}>
        {url}
      </Text>
      <Group gap="xs">
        <CopyButton value={url} label={texts.copy} />
        <Popover position="bottom-start" withArrow trapFocus={false}>
          <Popover.Target>
            <Button variant="default" leftSection={<IconQrcode size={18} aria-hidden />}>
              {texts.qr}
            </Button>
          </Popover.Target>
          <Popover.Dropdown aria-label={texts.qr}>
            <QrCode text={url} label={`${texts.qr}: ${url}`} />
            <Text size="sm" c="dimmed" maw={208}>
              {texts.qrHelp}
            </Text>
          </Popover.Dropdown>
        </Popover>
        {isOn && (
          <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
            <Group gap={4} component="span">
              {texts.open} <IconExternalLink size={16} aria-hidden />
            </Group>
          </Anchor>
        )}
      </Group>
    </div>
  )
}
