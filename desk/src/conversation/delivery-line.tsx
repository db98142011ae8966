import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../api/session'
import { sendAgain } from '../deliveries/deliveries'
import { MailFrame } from '../templates/mail-frame'
import { useFormat, useTexts } from '../texts'
import { notify, useProblemText } from '../ui'
import { type Delivery, useIssueChanged } from './parts'

const MARKS = {
  sent: { icon: IconCheck, colour: 'good', words: 'sent' },
  pending: { icon: IconClock, colour: 'dimmed', words: 'pending' },
  failed: { icon: IconAlertTriangle, colour: 'bad', words: 'failed' },
  dead: { icon: IconAlertTriangle, colour: 'bad', words: 'failed' },
} as const

/** What became of a message on its way out, with its text as it was sent, and a way to send it again where it failed. */
export function DeliveryLine({ number, delivery }: { number: string; delivery: Delivery }) {
  const { delivery: texts } = useTexts().conversation
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { icon: Icon, colour, words } = MARKS[delivery.state]
  const channel = delivery.channel === 'sms' ? texts.sms : texts.email
  const isBroken = words === 'failed'
  const at = delivery.sent ?? delivery.created
  return (
    <Stack gap={4}>
      <Group gap={6} align="baseline">
        <Text component="span" size="sm" c={colour} className="desk-wrap">
          <Icon size={14} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
          {texts[words](channel, delivery.to)}
        </Text>
        <Text component="time" dateTime={at} size="sm" c="dimmed">
          {format.dateTime(at)}
        </Text>
        {delivery.attempts > 1 && (
          <Text component="span" size="sm" c="dimmed">
            {texts.attempts(delivery.attempts)}
          </Text>
        )}
        <Anchor
          component="button"
          type="button"
          size="sm"
          mih={24}
          c="dimmed"
          td="underline"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? texts.hide : texts.show}
        </Anchor>
        {isBroken && <Again number={number} id={delivery.id} />}
      </Group>
      {isBroken && delivery.error && (
        <Text size="sm" c="bad" className="desk-wrap" lang="en">
          {delivery.error}
        </Text>
      )}
      {isOpen && <AsSent delivery={delivery} />}
    </Stack>
  )
}

function AsSent({ delivery }: { delivery: Delivery }) {
  const { previewTitle } = useTexts().conversation
  return (
    <Stack gap={6} lang={delivery.locale}>
      {delivery.subject && <Text fw={600}>{delivery.subject}</Text>}
      {delivery.html ? (
        <MailFrame html={delivery.html} title={previewTitle} width="100%" />
      ) : (
        <Text className="desk-sunken desk-wrap desk-lines">{delivery.text}</Text>
      )}
    </Stack>
  )
}

function Again({ number, id }: { number: string; id: string }) {
  const texts = useTexts().conversation.delivery
  const changed = useIssueChanged(number)
  const problemText = useProblemText()
  const may = useMay('issues:write')
  const [isBusy, setBusy] = useState(false)
  if (!may) return null
  const send = async () => {
    setBusy(true)
    try {
      await sendAgain(id)
      notify(texts.againDone)
      await changed()
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
