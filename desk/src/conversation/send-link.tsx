import { Alert, Button, Group, Modal, Select, Stack } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useTexts } from '../texts'
import { notify, useProblemText } from '../ui'
import { customerTemplates, type Issue, useWorkplace } from '../work'
import { ExactPreview } from './exact-preview'
import { newKey, useIssueChanged } from './parts'
import { type How, waysTo } from './sending'

const USUAL = 'status-link'

type Props = { number: string; issue: Issue; opened: boolean; onClose: () => void }

/** Sends the link to the status page, once it was seen how it leaves. */
export function SendLink(props: Props) {
  const { conversation } = useTexts()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={conversation.page.sendTitle}
      size="lg"
      centered
    >
      <Sending {...props} />
    </Modal>
  )
}

function Sending({ number, issue, onClose }: Props) {
  const { conversation: texts, common } = useTexts()
  const changed = useIssueChanged(number)
  const problemText = useProblemText()
  const [key] = useState(newKey)
  const groups = useLinkTemplates(issue)
  const all = groups.flatMap(({ items }) => items)
  const [chosen, setChosen] = useState<string | null>(null)
  const template = chosen ?? (all.find(({ value }) => value === USUAL) ?? all[0])?.value ?? null
  const send = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/issues/{number}/status-link', {
          params: { path: { number }, header: { 'Idempotency-Key': `${key}-${template}` } },
          body: template === null ? {} : { template },
        }),
      ),
    onSuccess: () => {
      notify(texts.page.sent)
      void changed()
      onClose()
    },
  })
  return (
    <Stack>
      <Select
        label={texts.template}
        data={groups}
        value={template}
        onChange={setChosen}
        allowDeselect={false}
        searchable
      />
      {template !== null && <ExactPreview number={number} wish={{ body: '', template, channel: 'email' }} />}
      {send.error && (
        <Alert color="bad" role="alert">
          {problemText(send.error)}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs" className="talk-foot">
        <Button variant="default" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button
          leftSection={<IconSend size={16} aria-hidden />}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {texts.page.sendNow}
        </Button>
      </Group>
    </Stack>
  )
}

/** The templates by which this customer can be reached, by channel. */
function useLinkTemplates(issue: Issue) {
  const texts = useTexts().conversation
  const templates = customerTemplates(useWorkplace().data)
  const ways: readonly How[] = waysTo(issue)
  return (['email', 'sms'] as const)
    .filter((channel) => ways.includes(channel))
    .map((channel) => ({
      group: texts.byChannel[channel],
      items: templates
        .filter((template) => template.channel === channel)
        .map(({ key, name }) => ({ value: key, label: name })),
    }))
    .filter(({ items }) => items.length > 0)
}
