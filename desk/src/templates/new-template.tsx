import { Button, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { Problem } from '../api/problem'
import { useFormat, useTexts } from '../texts'
import { useMessageText, useProblemText } from '../ui'
import { keyLike } from './key-like'
import { type Channel, type Template, TEMPLATES_KEY } from './templates'

type Props = { opened: boolean; onClose: () => void; templates: readonly Template[] }

/** Makes a template, from another one or with a first sentence in it, and goes to it. */
export function NewTemplate({ opened, onClose, templates }: Props) {
  const texts = useTexts().templates
  return (
    <Modal opened={opened} onClose={onClose} title={texts.newTitle} centered>
      <NewTemplateForm templates={templates} onClose={onClose} />
    </Modal>
  )
}

function NewTemplateForm({ templates, onClose }: Omit<Props, 'opened'>) {
  const { templates: texts, common } = useTexts()
  const messageText = useMessageText()
  const problemText = useProblemText()
  const [name, setName] = useState('')
  const [ownKey, setKey] = useState<string | null>(null)
  const [channel, setChannel] = useState<Channel>('email')
  const [from, setFrom] = useState<string | null>(null)
  const { make, problem, isBusy } = useMaking()
  const key = ownKey ?? keyLike(name)
  const model = templates.find((template) => template.key === from)
  const errorAt = (path: string) => messageText(problem?.errors.find((error) => error.path === path)?.message)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void make({ name, key, channel: model?.channel ?? channel }, model)
      }}
    >
      <Stack>
        <TextInput
          label={common.name}
          description={texts.nameHelp}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errorAt('name')}
          required
          data-autofocus
        />
        <TextInput
          label={common.key}
          description={texts.keyHelp}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={errorAt('key')}
          required
          spellCheck={false}
        />
        <Select
          label={texts.startFrom}
          placeholder={texts.startEmpty}
          data={templates.map((template) => ({ value: template.key, label: template.name }))}
          value={from}
          onChange={setFrom}
          clearable
          searchable
        />
        {!model && (
          <SegmentedControl
            aria-label={texts.channel}
            value={channel}
            onChange={(value) => setChannel(value === 'sms' ? 'sms' : 'email')}
            data={[
              { value: 'email', label: texts.channels.email },
              { value: 'sms', label: texts.channels.sms },
            ]}
          />
        )}
        {problem && (
          <Text c="bad" role="alert">
            {problemText(problem)}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={isBusy}>
            {common.create}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function useMaking() {
  const texts = useTexts().templates
  const locales = useContentLocales()
  const { locale } = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const make = async (wish: { name: string; key: string; channel: Channel }, model: Template | undefined) => {
    const first = locales.includes(locale) ? locale : (locales[0] ?? 'en')
    const { subject, body } = model ?? {
      subject: wish.channel === 'email' ? { [first]: texts.firstSubject } : {},
      body: { [first]: texts.firstBody },
    }
    setBusy(true)
    setProblem(null)
    try {
      const made = await answer(api.POST('/api/v1/message-templates', { body: { ...wish, subject, body } }))
      await queries.invalidateQueries({ queryKey: TEMPLATES_KEY })
      await navigate({ to: `/configuration/templates/${made.key}` })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return { make, problem, isBusy }
}
