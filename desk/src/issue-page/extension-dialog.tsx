import { Button, Checkbox, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api, type Body, tagged } from '../api/client'
import { Problem } from '../api/problem'
import { ifMatch } from '../api/source'
import { useTexts } from '../texts'
import { notify, useMessageText, useProblemText } from '../ui'
import { instantOf, localTimeOf } from '../work/local-time'
import { useTell } from './issue'
import { useOnPage } from './page-context'

type Extension = Body<'/api/v1/issues/{number}/deadline/extensions', 'post'>
const WAYS = ['phone', 'e-mail', 'in-person', 'letter', 'other'] as const
type Way = (typeof WAYS)[number]

/** A later day, with whoever agreed to it. */
export function ExtensionDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts().issuePage.deadline
  const common = useTexts().common
  const problemText = useProblemText()
  const messageText = useMessageText()
  const { loaded, issue, number } = useOnPage()
  const tell = useTell()
  const [to, setTo] = useState('')
  const [hasConsent, setConsent] = useState(true)
  const [by, setBy] = useState(issue.contact.name)
  const [at, setAt] = useState(() => localTimeOf(new Date().toISOString()))
  const [how, setHow] = useState<Way>('phone')
  const [comment, setComment] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const errors = error instanceof Problem ? error.errors : []
  const errorAt = (path: string) => messageText(errors.find((one) => one.path === path)?.message)
  const send = async () => {
    setBusy(true)
    const consent = hasConsent ? { by, at: instantOf(at), how } : null
    const body: Extension = { to, consent, ...(comment ? { comment } : {}) }
    try {
      const params = { path: { number }, header: ifMatch(loaded.etag) }
      tell(await tagged(api.POST('/api/v1/issues/{number}/deadline/extensions', { params, body })))
      notify(texts.extendedDone)
      onClose()
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={texts.extend}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Stack gap="sm">
          <TextInput
            type="date"
            label={texts.to}
            required
            data-autofocus
            data-path="to"
            {...(issue.due ? { min: issue.due } : {})}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={errorAt('to')}
          />
          <Checkbox
            label={texts.hasConsent}
            checked={hasConsent}
            onChange={(event) => setConsent(event.currentTarget.checked)}
            error={errorAt('consent')}
          />
          {hasConsent && (
            <>
              <TextInput
                label={texts.by}
                required
                maxLength={200}
                value={by}
                onChange={(event) => setBy(event.currentTarget.value)}
                error={errorAt('consent.by')}
              />
              <Group grow align="flex-start">
                <TextInput
                  type="datetime-local"
                  label={texts.at}
                  required
                  value={at}
                  onChange={(event) => setAt(event.currentTarget.value)}
                  error={errorAt('consent.at')}
                />
                <NativeSelect
                  label={texts.how}
                  data={WAYS.map((way) => ({ value: way, label: texts.ways[way] }))}
                  value={how}
                  onChange={(event) => setHow(event.currentTarget.value as Way)}
                />
              </Group>
            </>
          )}
          <Textarea
            label={texts.comment}
            autosize
            minRows={2}
            maxLength={2000}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          {error !== null && errors.length === 0 && (
            <Text c="bad" role="alert">
              {problemText(error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={isBusy}>
              {texts.extend}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
