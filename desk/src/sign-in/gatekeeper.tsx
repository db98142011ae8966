import { Button, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { answer, api } from '../api/client'
import { openGates } from '../api/gates'
import { Problem } from '../api/problem'
import { sessionNow, setSession, useSession } from '../api/session'
import { useTexts } from '../texts'
import { useProblemText } from '../ui'
import { SignInForm } from './sign-in-form'

type Asking = { what: 'signIn' | 'confirm'; done: (did: boolean) => void }

/** Asks a person to sign in again or to confirm that it is them, above whatever they were doing. */
export function Gatekeeper() {
  const texts = useTexts().signIn
  const session = useSession()
  const [asking, setAsking] = useAsking()
  if (!asking) return null
  const end = (did: boolean) => {
    asking.done(did)
    setAsking(null)
  }
  const isSignIn = asking.what === 'signIn'
  return (
    <Modal
      opened
      onClose={() => end(false)}
      title={isSignIn ? texts.title : texts.confirmTitle}
      centered
      zIndex={1000}
    >
      <Stack>
        <Text>{isSignIn ? texts.again : texts.confirmAbout}</Text>
        {isSignIn ? (
          <SignInForm {...(session ? { email: session.user.email } : {})} onDone={() => end(true)} />
        ) : (
          <ConfirmForm
            onDone={() => end(true)}
            onSessionOver={() => setAsking({ what: 'signIn', done: asking.done })}
          />
        )}
      </Stack>
    </Modal>
  )
}

function useAsking() {
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Asking | null>(null)
  useEffect(
    () =>
      openGates({
        signIn: () =>
          sessionNow() ? new Promise((done) => setAsking({ what: 'signIn', done })) : Promise.resolve(false),
        confirm: () => new Promise((done) => setAsking({ what: 'confirm', done })),
        authenticator: async () => {
          setSession(await answer(api.GET('/api/v1/session')))
          await navigate({ to: '/account/authenticator' })
          return false
        },
      }),
    [navigate],
  )
  return [asking, setAsking] as const
}

function ConfirmForm({ onDone, onSessionOver }: { onDone: () => void; onSessionOver: () => void }) {
  const { signIn: texts } = useTexts()
  const email = useSession()?.user.email
  const problemText = useProblemText()
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    try {
      setSession(await answer(api.POST('/api/v1/session/confirmation', { body: { password } })))
      onDone()
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 401) return onSessionOver()
      const isWrong = failure instanceof Problem && [400, 403, 422].includes(failure.status)
      const isTooMany = failure instanceof Problem && failure.status === 429
      setError(isWrong ? texts.wrongPassword : isTooMany ? texts.tooMany : problemText(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <Stack gap="sm">
        <input type="email" autoComplete="username" value={email ?? ''} readOnly hidden />
        <PasswordInput
          label={texts.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={error}
        />
        <Button type="submit" loading={isBusy}>
          {texts.confirm}
        </Button>
      </Stack>
    </form>
  )
}
