import { Button, NumberInput, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useFormat, useTexts } from '../texts'
import { Confirm, Section } from '../ui'
import { SecretShown } from './secret-shown'
import { type Webhook, webhookSource } from './webhooks'

/** The secret that signs calls: never shown again, but it can be exchanged. */
export function SecretPart({ webhook }: { webhook: Webhook }) {
  const texts = useTexts().webhooks
  const format = useFormat()
  const queries = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const [overlapHours, setOverlap] = useState(24)
  const [secret, setSecret] = useState<string | null>(null)
  const rotate = async () => {
    const made = await answer(
      api.POST('/api/v1/webhooks/{id}/rotate', {
        params: { path: { id: webhook.id } },
        body: { overlapHours },
      }),
    )
    setSecret(made.secret)
    await queries.invalidateQueries({ queryKey: webhookSource(webhook.id).key })
  }
  return (
    <Section title={texts.secret} about={texts.secretAbout}>
      {webhook.oldSecretUntil && (
        <Text size="sm">{texts.bothUntil(format.dateTime(webhook.oldSecretUntil))}</Text>
      )}
      <div>
        <Button variant="default" onClick={() => setAsked(true)}>
          {texts.rotate}
        </Button>
      </div>
      <Confirm
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={texts.rotateTitle}
        action={texts.rotate}
        onConfirm={rotate}
      >
        <Stack gap="sm">
          {texts.rotateAbout}
          <NumberInput
            label={texts.overlap}
            min={0}
            max={168}
            allowDecimal={false}
            value={overlapHours}
            onChange={(hours) => setOverlap(Number(hours) || 0)}
            maw={220}
            hideControls
          />
        </Stack>
      </Confirm>
      {secret !== null && <SecretShown secret={secret} onClose={() => setSecret(null)} />}
    </Section>
  )
}
