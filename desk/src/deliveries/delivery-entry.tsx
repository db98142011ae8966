import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { useMay } from '../api/session'
import { systemQuery } from '../system/system'
import { useFormat, useTexts } from '../texts'
import { notify, useProblemText } from '../ui'
import { DELIVERIES_KEY, type Delivery, sendAgain } from './deliveries'
import { MailFrame } from './mail-frame'

const COLOURS = { pending: 'accent', sent: 'good', failed: 'bad', dead: 'bad' } as const

/** One message on its way out: how it stands in a line, all of it behind it. */
export function DeliveryEntry({ delivery }: { delivery: Delivery }) {
  const texts = useTexts().deliveries
  const format = useFormat()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="desk-list-item">
      <Group justify="space-between" gap={6} align="baseline">
        <Text component="div" className="desk-wrap" flex="1 1 280px">
          <Badge variant="light" color={COLOURS[delivery.state]} tt="none" fw={550} mr={8}>
            {texts.states[delivery.state]}
          </Badge>
          <strong>{delivery.subject || texts.channels[delivery.channel]}</strong>
        </Text>
        <Text size="sm" c="dimmed" component="time" dateTime={delivery.created} flex="none">
          {format.dateTime(delivery.created)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" className="desk-wrap">
        {texts.channels[delivery.channel]} · {delivery.channel === 'webhook' ? '' : `${delivery.to} · `}
        {delivery.issue} · {texts.attempts(delivery.attempts)}
      </Text>
      {delivery.error && (
        <Text size="sm" c="bad" className="desk-wrap">
          {texts.error}: <bdi lang="en">{delivery.error}</bdi>
        </Text>
      )}
      <Group gap="sm" mt={4}>
        <Anchor
          component="button"
          type="button"
          size="sm"
          mih={24}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.details}
        </Anchor>
        <Again delivery={delivery} />
      </Group>
      <div id={id}>{isOpen && <Details delivery={delivery} />}</div>
    </li>
  )
}

function Again({ delivery }: { delivery: Delivery }) {
  const texts = useTexts().deliveries
  const queries = useQueryClient()
  const problemText = useProblemText()
  const may = useMay('issues:write')
  const [isBusy, setBusy] = useState(false)
  if (!may || (delivery.state !== 'failed' && delivery.state !== 'dead')) return null
  const send = async () => {
    setBusy(true)
    try {
      await sendAgain(delivery.id)
      notify(texts.againDone)
      await queries.invalidateQueries({ queryKey: DELIVERIES_KEY })
    } catch (error) {
      notify(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="compact-sm" variant="default" onClick={() => void send()} loading={isBusy}>
      {texts.again}
    </Button>
  )
}

function Details({ delivery }: { delivery: Delivery }) {
  const texts = useTexts().deliveries
  const format = useFormat()
  const isAdmin = useMay('admin')
  const system = useQuery({ ...systemQuery, refetchInterval: false, enabled: useMay('system') }).data
  const isCaptured =
    delivery.state === 'sent' &&
    (delivery.channel === 'email'
      ? system?.mail.smtpHost === null
      : delivery.channel === 'sms' && system?.textMessages.isConfigured === false)
  const { report } = delivery
  return (
    <Stack gap="sm" mt="xs">
      <Stack gap={2}>
        {delivery.sent && <Fact name={texts.sentAt}>{format.dateTime(delivery.sent)}</Fact>}
        {delivery.nextAttempt && <Fact name={texts.next}>{format.dateTime(delivery.nextAttempt)}</Fact>}
        {delivery.channel !== 'webhook' && (
          <Fact name={texts.language}>{format.language(delivery.locale)}</Fact>
        )}
        {delivery.template && (
          <Fact name={texts.template}>
            <Anchor component={Link} to={`/configuration/templates/${delivery.template}`}>
              {delivery.template}
            </Anchor>
          </Fact>
        )}
        {delivery.rule && (
          <Fact name={texts.rule}>
            <Anchor component={Link} to={`/configuration/rules/${delivery.rule}`}>
              {texts.openRule}
            </Anchor>
          </Fact>
        )}
        {report && (
          <Fact name={texts.report}>
            {texts.reports[report.state] ?? report.state}
            {report.reason && `: ${report.reason}`}
          </Fact>
        )}
      </Stack>
      {delivery.text && (
        <Fact name={texts.text}>
          <Text component="div" size="sm" className="desk-wrap desk-lines">
            {delivery.text}
          </Text>
        </Fact>
      )}
      {delivery.html && <MailFrame html={delivery.html} title={texts.html} />}
      <Text size="sm" c="dimmed">
        {texts.masked}
      </Text>
      {isAdmin && isCaptured && <Captured id={delivery.id} />}
    </Stack>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Text component="div" size="sm">
      <Text span c="dimmed">
        {name}:{' '}
      </Text>
      {children}
    </Text>
  )
}

/** A whole message, where it is kept instead of sent. */
function Captured({ id }: { id: string }) {
  const texts = useTexts().deliveries
  const url = `/api/v1/deliveries/${encodeURIComponent(id)}/captured`
  return (
    <Text size="sm">
      {texts.capturedAbout}{' '}
      <Anchor href={url} download={`${id}.eml`} size="sm">
        {texts.captured}
      </Anchor>
    </Text>
  )
}
