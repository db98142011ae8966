import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { Problem } from '../api/problem'
import { useSession } from '../api/session'
import { useTexts } from '../texts'
import { Failed, Section, useMessageText } from '../ui'
import { refreshSession } from '../api/refresh-session'

export function PasswordPart() {
  const texts = useTexts().account
  return (
    <Section title={texts.password} about={texts.passwordAbout}>
      <PasswordForm />
    </Section>
  )
}

function PasswordForm() {
  const { account: texts, signIn } = useTexts()
  const messageText = useMessageText()
  const email = useSession()?.user.email
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/account/password', { body: { current, password: next } })),
    onSuccess: async () => {
      setCurrent('')
      setNext('')
      await refreshSession()
    },
  })
  const errors = change.error instanceof Problem ? change.error.errors : []
  const isWrong = change.error instanceof Problem && change.error.code === 'forbidden'
  const nextError = messageText(errors.find((error) => error.path === 'password')?.message)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate()
      }}
    >
      <Stack gap="sm" maw={400}>
        {change.isSuccess && (
          <Alert color="good" role="status">
            {texts.passwordChanged}
          </Alert>
        )}
        {change.error && !isWrong && errors.length === 0 && <Failed error={change.error} />}
        <input type="email" autoComplete="username" value={email ?? ''} readOnly hidden />
        <PasswordInput
          label={texts.current}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={isWrong && signIn.wrongPassword}
          required
          withAsterisk={false}
        />
        <PasswordInput
          label={texts.next}
          description={texts.nextHelp}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          error={nextError}
          required
          withAsterisk={false}
        />
        <Group>
          <Button type="submit" variant="default" loading={change.isPending}>
            {texts.changePassword}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
