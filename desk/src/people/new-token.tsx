import { Alert, Button, Code, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api, type Body } from '../api/client'
import { Problem } from '../api/problem'
import { useTexts } from '../texts'
import { CopyButton, Failed, useMessageText } from '../ui'

type NewToken = Body<'/api/v1/tokens', 'post'>
type Scope = NewToken['scope']
const SCOPES: readonly Scope[] = ['issues:write', 'issues:read', 'admin']

/** Makes a token and shows it this one time. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const texts = useTexts().people.tokens
  const [token, setToken] = useState<string | null>(null)
  return (
    <Modal
      opened
      onClose={onClose}
      title={token === null ? texts.create : texts.shownTitle}
      size="lg"
      closeOnClickOutside={token === null}
    >
      {token === null ? (
        <TokenForm onMade={setToken} onClose={onClose} />
      ) : (
        <Shown token={token} onClose={onClose} />
      )}
    </Modal>
  )
}

function TokenForm({ onMade, onClose }: { onMade: (token: string) => void; onClose: () => void }) {
  const texts = useTexts().people.tokens
  const { common } = useTexts()
  const queries = useQueryClient()
  const messageText = useMessageText()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<Scope>('issues:write')
  const [until, setUntil] = useState('')
  const make = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/v1/tokens', { body: { name, scope, ...(until ? { expiresAt: endOf(until) } : {}) } }),
      ),
    onSuccess: ({ token }) => {
      onMade(token)
      void queries.invalidateQueries({ queryKey: ['tokens'] })
    },
  })
  const errors = make.error instanceof Problem ? make.error.errors : []
  const errorAt = (path: string) => messageText(errors.find((error) => error.path === path)?.message)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate()
      }}
    >
      <Stack gap="md">
        {make.error && errors.length === 0 && <Failed error={make.error} />}
        <TextInput
          label={texts.name}
          description={texts.nameHelp}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errorAt('name')}
          maxLength={100}
          autoComplete="off"
          required
          data-autofocus
        />
        <Radio.Group
          label={texts.scope}
          value={scope}
          onChange={(chosen) => setScope(SCOPES.find((one) => one === chosen) ?? 'issues:write')}
          error={errorAt('scope')}
        >
          <Stack gap="xs" mt="xs">
            {SCOPES.map((one) => (
              <Radio key={one} value={one} label={texts.scopes[one]} description={texts.scopesAbout[one]} />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          type="date"
          label={texts.expires}
          description={texts.expiresHelp}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={errorAt('expiresAt')}
          maw={220}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {common.create}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** A day that was chosen counts to its end, where whoever chose it is. */
function endOf(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString()
}

function Shown({ token, onClose }: { token: string; onClose: () => void }) {
  const texts = useTexts().people.tokens
  const example = `curl ${location.origin}/api/v1/issues -H "Authorization: Bearer ${token}"`
  return (
    <Stack gap="md">
      <Alert color="call">{texts.shownAbout}</Alert>
      <Given label={texts.token} text={token} />
      <Given label={texts.example} text={example} />
      <Group justify="flex-end">
        <Button onClick={onClose}>{texts.done}</Button>
      </Group>
    </Stack>
  )
}

function Given({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Code block className="desk-wrap" flex={1} fz={13} style={{ whiteSpace: 'pre-wrap' }}>
          {text}
        </Code>
        <CopyButton value={text} label={label} />
      </Group>
    </div>
  )
}
