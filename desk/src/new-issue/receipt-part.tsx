import { Button, Group, Select, Text } from '@mantine/core'
import { IconDownload, IconPrinter, IconSend } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useMay } from '../api/session'
import { useTexts } from '../texts'
import { Failed, Section } from '../ui'
import { customerTemplates, type Issue, type Workplace } from '../work'
import { newKey } from './new-key'
import { printReceipt, saveReceipt } from './receipt'

type Props = { issue: Issue; workplace: Workplace }

/** The written confirmation for the customer: printed, saved, or sent by a template. */
export function ReceiptPart({ issue, workplace }: Props) {
  const texts = useTexts().newIssue
  const mayWrite = useMay('issues:write')
  const print = useMutation({ mutationFn: () => printReceipt(issue.number) })
  const save = useMutation({ mutationFn: () => saveReceipt(issue.number) })
  const error = print.error ?? save.error
  return (
    <Section title={texts.receipt} about={texts.receiptAbout}>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          loading={print.isPending}
          onClick={() => print.mutate()}
        >
          {texts.print}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {texts.savePdf}
        </Button>
      </Group>
      {error && <Failed error={error} />}
      {mayWrite && <SendPart issue={issue} workplace={workplace} />}
    </Section>
  )
}

function SendPart({ issue, workplace }: Props) {
  const { newIssue: texts } = useTexts()
  const templates = customerTemplates(workplace).map(({ key, name }) => ({ value: key, label: name || key }))
  const [template, setTemplate] = useState(() => startOf(templates.map(({ value }) => value)))
  const channel = workplace.templates.find(({ key }) => key === template)?.channel ?? 'email'
  const to = channel === 'email' ? issue.contact.email : issue.contact.phone
  const [key, setKey] = useState(newKey)
  const send = useMutation({
    mutationFn: (chosen: string) =>
      answer(
        api.POST('/api/v1/issues/{number}/status-link', {
          params: { path: { number: issue.number } },
          headers: { 'Idempotency-Key': key },
          body: { template: chosen },
        }),
      ),
    onSuccess: () => setKey(newKey()),
  })
  if (templates.length === 0) return null
  return (
    <>
      <Group gap="xs" align="flex-end">
        <Select
          label={texts.sendTemplate}
          data={templates}
          value={template}
          onChange={(next) => {
            setTemplate(next)
            setKey(newKey())
            send.reset()
          }}
          allowDeselect={false}
          w={280}
          maw="100%"
        />
        <Button
          variant="default"
          leftSection={<IconSend size={16} aria-hidden />}
          disabled={!to || template === null}
          loading={send.isPending}
          onClick={() => template !== null && send.mutate(template)}
        >
          {texts.send}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {send.isSuccess ? texts.sent(to) : to ? texts.sendTo(to) : texts.noAddress[channel]}
      </Text>
      {send.error && <Failed error={send.error} />}
    </>
  )
}

/** The template that confirms what was received, where there is one; else the one for links. */
function startOf(keys: readonly string[]): string | null {
  return keys.find((key) => key === 'status-link') ?? keys[0] ?? null
}
