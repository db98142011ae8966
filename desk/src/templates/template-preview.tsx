import {
  Alert,
  Code,
  List,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useIssueTypes } from '../rules/surroundings'
import { useFormat, useTexts } from '../texts'
import { Section, useMessageText, useProblemText } from '../ui'
import { MailFrame } from './mail-frame'
import type { Template } from './templates'
import type { Preview, PreviewAnswer } from './use-preview'

const PHONE = 360

/** The message exactly as it would leave, beside what is written. */
export function TemplatePreview({ template, preview }: { template: Template; preview: Preview }) {
  const texts = useTexts().templates
  return (
    <Section title={texts.preview} about={texts.previewAbout}>
      <Whose preview={preview} />
      <PageIsOff template={template} type={preview.wish.type} />
      <div aria-live="polite">
        <Wrong preview={preview} />
        {preview.answer && <Warnings warnings={preview.answer.warnings} />}
      </div>
      {preview.answer && <Message template={template} message={preview.answer} />}
    </Section>
  )
}

/** For which issue, and who reads it. */
function Whose({ preview: { wish, change, error } }: { preview: Preview }) {
  const texts = useTexts().templates
  const format = useFormat()
  const types = useIssueTypes()
  const problemText = useProblemText()
  const isLost = error !== null && (error as { status?: number }).status === 404
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" style={{ alignItems: 'end' }}>
      <Select
        label={texts.sampleOf}
        data={types.map(({ key, name }) => ({ value: key, label: format.text(name) }))}
        value={wish.type ?? types[0]?.key ?? null}
        onChange={(type) => change({ type })}
        allowDeselect={false}
        disabled={wish.issue.trim() !== ''}
      />
      <TextInput
        label={texts.realIssue}
        placeholder={texts.realIssueExample}
        value={wish.issue}
        onChange={(event) => change({ issue: event.currentTarget.value })}
        error={isLost ? problemText(error) : undefined}
      />
      <Select
        label={texts.audience}
        data={[
          { value: 'customer', label: texts.audiences.customer },
          { value: 'staff', label: texts.audiences.staff },
        ]}
        value={wish.audience}
        onChange={(audience) => change({ audience: audience === 'staff' ? 'staff' : 'customer' })}
        allowDeselect={false}
      />
    </SimpleGrid>
  )
}

/** A link to a page that is off leads nowhere. */
function PageIsOff({ template, type }: { template: Template; type: string | null }) {
  const texts = useTexts().templates
  const format = useFormat()
  const types = useIssueTypes()
  const shown = types.find(({ key }) => key === type) ?? types[0]
  const key = shown?.key ?? ''
  const { data: page } = useQuery({
    queryKey: ['status-page', 'is-on', key],
    queryFn: () => answer(api.GET('/api/v1/issue-types/{key}/status-page', { params: { path: { key } } })),
    enabled: key !== '',
  })
  const linksToIt = Object.values(template.body).some((text) => text.includes('issue_status_url'))
  if (!shown || page?.enabled !== false || !linksToIt) return null
  return (
    <Alert color="call" variant="light">
      {texts.pageIsOff(format.text(shown.name))}
    </Alert>
  )
}

function Wrong({ preview: { errors } }: { preview: Preview }) {
  const texts = useTexts().templates
  const messageText = useMessageText()
  if (errors.length === 0) return null
  return (
    <Alert color="bad" variant="light" title={texts.cannotBeShown}>
      <List size="sm">
        {errors.map(({ path, message }) => (
          <List.Item key={path + message}>
            <Code>{path}</Code> {messageText(message)}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

function Warnings({ warnings }: { warnings: PreviewAnswer['warnings'] }) {
  const texts = useTexts().templates
  const messageText = useMessageText()
  if (warnings.length === 0) return null
  return (
    <Alert color="call" variant="light" title={texts.warnings} mt="xs">
      <List size="sm">
        {warnings.map(({ kind, at, message }) => (
          <List.Item key={kind + at + message}>{messageText(message)}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

type Look = 'phone' | 'desktop' | 'text'

function Message({ template, message }: { template: Template; message: PreviewAnswer }) {
  const texts = useTexts().templates
  const [look, setLook] = useState<Look>('desktop')
  if (template.channel === 'sms')
    return (
      <Text
        className="desk-surface desk-wrap"
        p="md"
        style={{ whiteSpace: 'pre-wrap' }}
        lang={message.locale}
      >
        {message.text}
      </Text>
    )
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={texts.look}
        value={look}
        onChange={(value) => setLook(value)}
        data={(['desktop', 'phone', 'text'] as const).map((value) => ({ value, label: texts.looks[value] }))}
      />
      <Text lang={message.locale} className="desk-wrap">
        <Text component="span" c="dimmed">
          {texts.members['subject']}:{' '}
        </Text>
        <strong>{message.subject}</strong>
      </Text>
      {look === 'text' ? (
        <Text
          className="desk-mono desk-wrap"
          p="md"
          bg="var(--desk-sunken)"
          style={{ whiteSpace: 'pre-wrap', borderRadius: 8 }}
          lang={message.locale}
        >
          {message.text}
        </Text>
      ) : (
        <MailFrame html={message.html} title={texts.preview} width={look === 'phone' ? PHONE : '100%'} />
      )}
    </Stack>
  )
}
