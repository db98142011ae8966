import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { answer, api } from '../api/client'
import { Problem } from '../api/problem'
import { setSession } from '../api/session'
import { useTexts } from '../texts'
import { useProblemText } from '../ui'

type Given = { email: string; password: string; code?: string }
type Refused = { at: 'password' | 'code'; words: string }

/** Asks for e-mail and password, and then for a code where the account has an authenticator. */
export function SignInForm({ email: known, onDone }: { email?: string; onDone: () => void }) {
  const [email, setEmail] = useState(known ?? '')
  const [password, setPassword] = useState('')
  const [isCodeNeeded, setCodeNeeded] = useState(false)
  const { signIn, isBusy, refused, forget } = useSignIn(onDone, () => setCodeNeeded(true))
  if (isCodeNeeded)
    return (
      <CodeStep
        email={email}
        isBusy={isBusy}
        error={refused?.words ?? null}
        onCode={(code) => signIn({ email, password, code })}
        onBack={() => {
          forget()
          setPassword('')
          setCodeNeeded(false)
        }}
      />
    )
  return (
    <PasswordStep
      email={email}
      isKnown={known !== undefined}
      password={password}
      isBusy={isBusy}
      error={refused?.words ?? null}
      onEmail={setEmail}
      onPassword={setPassword}
      onSubmit={() => signIn({ email, password })}
    />
  )
}

function useSignIn(onDone: () => void, onCodeNeeded: () => void) {
  const texts = useTexts().signIn
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const refusalOf = (failure: unknown, hadCode: boolean): Refused | null => {
    if (failure instanceof Problem && failure.code === 'code-needed')
      return hadCode ? { at: 'code', words: texts.wrongCode } : null
    if (failure instanceof Problem && [400, 401, 422].includes(failure.status))
      return { at: 'password', words: texts.wrong }
    const isTooMany = failure instanceof Problem && failure.status === 429
    return { at: 'password', words: isTooMany ? texts.tooMany : problemText(failure) }
  }
  const signIn = async (given: Given): Promise<boolean> => {
    setBusy(true)
    setRefused(null)
    try {
      setSession(await answer(api.POST('/api/v1/session', { body: given })))
      onDone()
      return true
    } catch (failure) {
      if (failure instanceof Problem && failure.code === 'code-needed') onCodeNeeded()
      setRefused(refusalOf(failure, given.code !== undefined))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { signIn, isBusy, refused, forget: () => setRefused(null) }
}

type PasswordProps = {
  email: string
  isKnown: boolean
  password: string
  isBusy: boolean
  error: string | null
  onEmail: (email: string) => void
  onPassword: (password: string) => void
  onSubmit: () => Promise<boolean>
}

function PasswordStep(props: PasswordProps) {
  const texts = useTexts().signIn
  const field = useRef<HTMLInputElement>(null)
  const submit = async () => {
    if (!(await props.onSubmit())) field.current?.select()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        {props.error && (
          <Alert color="bad" role="alert">
            {props.error}
          </Alert>
        )}
        <TextInput
          label={texts.email}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          readOnly={props.isKnown}
          value={props.email}
          onChange={(event) => props.onEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={texts.password}
          ref={field}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus={props.isKnown || undefined}
          value={props.password}
          onChange={(event) => props.onPassword(event.currentTarget.value)}
        />
        <Button type="submit" loading={props.isBusy}>
          {texts.action}
        </Button>
      </Stack>
    </form>
  )
}

type CodeProps = {
  email: string
  isBusy: boolean
  error: string | null
  onCode: (code: string) => Promise<boolean>
  onBack: () => void
}

function CodeStep({ email, isBusy, error, onCode, onBack }: CodeProps) {
  const { signIn: texts, common } = useTexts()
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const submit = async () => {
    if (!(await onCode(code.trim()))) field.current?.select()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed" className="desk-wrap">
          {email}
        </Text>
        <TextInput
          label={texts.code}
          description={texts.codeHelp}
          ref={field}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          autoFocus
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={error}
        />
        <Button type="submit" loading={isBusy}>
          {texts.action}
        </Button>
        <Anchor component="button" type="button" size="sm" mih={24} ta="start" onClick={onBack}>
          {common.back}
        </Anchor>
      </Stack>
    </form>
  )
}
