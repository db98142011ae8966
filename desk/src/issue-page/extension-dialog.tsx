import { Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { api, type Body, tagged } from '../api/client'
import { ifMatch } from '../api/source'
import { useTexts } from '../texts'
import { FormDialog, notify, useMessageText } from '../ui'
import { instantOf, localTimeOf } from '../work/local-time'
import { useTell } from './issue'
import { useOnPage } from './page-context'

type Extension = Body<'/api/v1/issues/{number}/deadline/extensions', 'post'>
const WAYS = ['phone', 'e-mail', 'in-person', 'letter', 'other'] as const
type Way = (typeof WAYS)[number]

/** A later day, with whoever agreed to it. */
export function ExtensionDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts().issuePage.deadline
  const messageText = useMessageText()
  const { loaded, issue, number } = useOnPage()
  const tell = useTell()
  const [to, setTo] = useState('')
  const [hasConsent, setConsent] = useState(true)
  const [by, setBy] = useState(issue.contact.name)
  const [at, setAt] = useState(() => localTimeOf(new Date().toISOString()))
  const [how, setHow] = useState<Way>('phone')
  const [comment, setComment] = useState('')
  const send = async () => {
    const consent = hasConsent ? { by, at: instantOf(at), how } : null
    const body: Extension = { to, consent, ...(comment ? { comment } : {}) }
    const params = { path: { number }, header: ifMatch(loaded.etag) }
    tell(await tagged(api.POST('/api/v1/issues/{number}/deadline/extensions', { params, body })))
    notify(texts.extendedDone)
  }
  return (
    <FormDialog
      title={texts.extend}
      action={texts.extend}
      onClose={onClose}
      onSubmit={send}
      paths={['to', 'consent']}
    >
      {(errorAt) => (
        <>
          <TextInput
            type="date"
            label={texts.to}
            required
            data-autofocus
            data-path="to"
            {...(issue.due ? { min: issue.due } : {})}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={messageText(errorAt('to'))}
          />
          <Checkbox
            label={texts.hasConsent}
            checked={hasConsent}
            onChange={(event) => setConsent(event.currentTarget.checked)}
            error={messageText(errorAt('consent'))}
          />
          {hasConsent && (
            <>
              <TextInput
                label={texts.by}
                required
                maxLength={200}
                value={by}
                onChange={(event) => setBy(event.currentTarget.value)}
                error={messageText(errorAt('consent.by'))}
              />
              <Group grow align="flex-start">
                <TextInput
                  type="datetime-local"
                  label={texts.at}
                  required
                  value={at}
                  onChange={(event) => setAt(event.currentTarget.value)}
                  error={messageText(errorAt('consent.at'))}
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
        </>
      )}
    </FormDialog>
  )
}
