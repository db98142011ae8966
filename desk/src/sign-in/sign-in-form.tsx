import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { Problem } from '../api/problem'
import { setSession } from '../api/session'
import { useTexts } from '../texts'
import { useProblemText } from '../ui'

/** Asks for e-mail and password, and for a code where the account has one. */
export function SignInForm({ email: known, onDone }: { email?: string; onDone: () => void }) {
  const texts = useTexts().signIn
  const problemText = useProblemText()
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const wordsFor = (failure: unknown): string => {
    if (!(failure instanceof Problem)) return problemText(failure)
    if (failure.code === 'code-needed') return needsCode ? texts.wrongCode : ''
    if (failure.status === 401 || failure.status === 422) return texts.wrong
    return failure.status === 429 ? texts.tooMany : problemText(failure)
  }
  const signIn = async () => {
    setBusy(true)
    setError(null)
    try {
      setSession(
        await answer(
          api.POST('/api/v1/session', { body: { email, password, ...(needsCode ? { code } : {}) } }),
        ),
      )
      onDone()
    } catch (failure) {
      if (failure instanceof Problem && failure.code === 'code-needed') setNeedsCode(true)
      setError(wordsFor(failure) || null)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void signIn()
      }}
    >
      <Stack gap="sm">
        {error && (
          <Alert color="bad" role="alert">
            {error}
          </Alert>
        )}
        <TextInput
          label={texts.email}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          readOnly={known !== undefined}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={texts.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {needsCode && (
          <TextInput
            label={texts.code}
            description={texts.codeHelp}
            autoComplete="one-time-code"
            required
            withAsterisk={false}
            autoFocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <Button type="submit" loading={isBusy}>
          {texts.action}
        </Button>
      </Stack>
    </form>
  )
}
