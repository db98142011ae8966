import { Alert, Button, Group, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api, type Body } from '../api/client'
import { Problem } from '../api/problem'
import { useSession } from '../api/session'
import { useTexts } from '../texts'
import { Failed, Section, useMessageText, useWriting } from '../ui'
import type { Template } from './templates'

type Wish = Body<'/api/v1/message-templates/{key}/test', 'post'>

/** Sends the message as it is written at the moment to one address, to see how it arrives. */
export function TestSend({ template, issue }: { template: Template; issue: string }) {
  const texts = useTexts().templates
  const messageText = useMessageText()
  const { locale } = useWriting()
  const isText = template.channel === 'sms'
  const own = useSession()?.user.email ?? ''
  const [to, setTo] = useState(isText ? '' : own)
  const { subject, body } = template
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/message-templates/{key}/test', {
          params: { path: { key: template.key } },
          body: {
            to,
            body,
            locale: locale as NonNullable<Wish['locale']>,
            ...(isText ? {} : { subject }),
            ...(issue.trim() ? { issue: issue.trim() } : {}),
          },
        }),
      ),
  })
  const wrong =
    send.error instanceof Problem ? send.error.errors.find(({ path }) => path === 'to') : undefined
  return (
    <Section title={texts.testSend} about={texts.testSendAbout}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate()
        }}
      >
        <Group align="flex-end" gap="xs">
          <TextInput
            label={isText ? texts.testPhone : texts.testAddress}
            type={isText ? 'tel' : 'email'}
            required
            withAsterisk={false}
            style={{ flex: 1 }}
            miw={200}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={messageText(wrong?.message)}
          />
          <Button
            type="submit"
            variant="default"
            loading={send.isPending}
            leftSection={<IconSend size={16} aria-hidden />}
          >
            {texts.testAction}
          </Button>
        </Group>
      </form>
      {send.data && (
        <Alert color="good" role="status">
          {send.data.captured ? texts.testCaptured : texts.testSent(to)}
        </Alert>
      )}
      {send.error && !wrong && <Failed error={send.error} />}
    </Section>
  )
}
