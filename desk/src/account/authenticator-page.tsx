import { Alert, Button, Code, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { Problem } from '../api/problem'
import { needsAuthenticator, useSession } from '../api/session'
import { useTexts } from '../texts'
import { CopyButton, Loaded, Page, Section, useProblemText } from '../ui'
import { refreshSession } from '../api/refresh-session'
import { QrCode } from '../ui/qr-code'
import { RecoveryCodes } from './recovery-codes'

/** Sets up an authenticator, step by step; whoever must have one is led here and nowhere else. */
export function AuthenticatorPage() {
  const texts = useTexts().account
  const navigate = useNavigate()
  const session = useSession()
  const [isNeeded] = useState(session !== null && needsAuthenticator(session))
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const finish = async () => {
    await refreshSession()
    await navigate({ to: isNeeded ? '/' : '/account' })
  }
  return (
    <Page
      title={texts.setUpTitle}
      about={texts.setUpAbout}
      crumbs={isNeeded ? [] : [{ label: texts.title, to: '/account' }]}
      width={720}
    >
      {isNeeded && !codes && <Alert color="call">{texts.mustHave}</Alert>}
      {codes ? <RecoveryCodes codes={codes} onKept={() => void finish()} /> : <SetUp onDone={setCodes} />}
    </Page>
  )
}

function SetUp({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const texts = useTexts().account
  const begun = useQuery({
    queryKey: ['account', 'totp'],
    queryFn: () => answer(api.POST('/api/v1/account/totp')),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  })
  return (
    <Loaded query={begun}>
      {({ secret, uri }) => (
        <Stack gap="md">
          <Section title={`1. ${texts.stepScan}`}>
            <QrCode text={uri} label={texts.qr} />
            <Text size="sm" c="dimmed">
              {texts.cannotScan}
            </Text>
            <Group gap="xs" wrap="nowrap">
              <Code fz={14} className="desk-wrap">
                {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
              </Code>
              <CopyButton value={secret} label={texts.secret} />
            </Group>
          </Section>
          <Section title={`2. ${texts.stepCode}`}>
            <CodeForm onDone={onDone} />
          </Section>
        </Stack>
      )}
    </Loaded>
  )
}

function CodeForm({ onDone }: { onDone: (codes: readonly string[]) => void }) {
  const texts = useTexts().account
  const problemText = useProblemText()
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => answer(api.PUT('/api/v1/account/totp', { body: { code: code.replaceAll(/\s/g, '') } })),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  })
  const isWrong = confirm.error instanceof Problem && confirm.error.status === 422
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate()
      }}
    >
      <Group align="flex-start" gap="xs">
        <TextInput
          aria-label={texts.code}
          placeholder={texts.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={8}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={confirm.error && (isWrong ? texts.wrongCode : problemText(confirm.error))}
          required
        />
        <Button type="submit" loading={confirm.isPending}>
          {texts.turnOn}
        </Button>
      </Group>
    </form>
  )
}
