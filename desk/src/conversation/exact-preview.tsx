import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Answer, answer, api, type Body } from '../api/client'
import { MailFrame } from '../templates/mail-frame'
import { useFormat, useTexts } from '../texts'
import { Failed } from '../ui'

type Wish = Body<'/api/v1/issues/{number}/messages/preview', 'post'>
type Shown = Answer<'/api/v1/issues/{number}/messages/preview', 'post'>

/** A message exactly as it would leave: written by the server, in the language of the issue. */
export function ExactPreview({ number, wish }: { number: string; wish: Wish }) {
  const [now] = useDebouncedValue(wish, 300)
  const query = useQuery({
    queryKey: ['issue', number, 'message-preview', now],
    queryFn: () =>
      answer(
        api.POST('/api/v1/issues/{number}/messages/preview', { params: { path: { number } }, body: now }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  })
  if (query.data) return <Message shown={query.data} />
  return query.error ? <Failed error={query.error} /> : null
}

function Message({ shown }: { shown: Shown }) {
  const texts = useTexts().conversation
  const format = useFormat()
  const [look, setLook] = useState<'mail' | 'text'>('mail')
  const isMail = shown.channel === 'email'
  return (
    <Stack gap={8} component="section" aria-label={texts.previewTitle}>
      <Text size="sm" className="desk-wrap" component="div">
        <Fact name={texts.previewTo}>{shown.to ?? texts.previewNobody}</Fact>
        {isMail && <Fact name={texts.previewSubject}>{shown.subject}</Fact>}
        <Fact name={texts.previewLanguage}>{format.language(shown.locale)}</Fact>
        {shown.size && <Fact name={texts.byChannel.sms}>{texts.segments(shown.size.segments)}</Fact>}
      </Text>
      {isMail && (
        <SegmentedControl
          size="xs"
          aria-label={texts.previewLook}
          value={look}
          onChange={(value) => setLook(value)}
          data={[
            { value: 'mail', label: texts.previewMail },
            { value: 'text', label: texts.previewText },
          ]}
          style={{ alignSelf: 'start' }}
        />
      )}
      {isMail && look === 'mail' ? (
        <MailFrame html={shown.html} title={texts.previewTitle} width="100%" />
      ) : (
        <Text className="desk-sunken desk-wrap desk-lines" lang={shown.locale}>
          {shown.text}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {texts.previewLink}
      </Text>
    </Stack>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <Text component="span" size="sm" c="dimmed">
        {name}:{' '}
      </Text>
      <strong>{children}</strong>
    </div>
  )
}
