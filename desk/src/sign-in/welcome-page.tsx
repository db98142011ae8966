import { Alert, Anchor, Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api, type Answer } from '../api/client'
import { Problem } from '../api/problem'
import { setSession } from '../api/session'
import { useDeskLocale, useTexts } from '../texts'
import { Failed, useMessageText, useProblemText } from '../ui'
import { Card } from './card'

type OneTimeLink = Answer<'/api/v1/links', 'post'>

/** Where the one-time links of the first start, of invitations and of resets lead; the token stands after the #. */
export function WelcomePage() {
  const texts = useTexts().signIn
  const [token] = useState(() => location.hash.slice(1))
  const link = useQuery({
    queryKey: ['one-time-link', token],
    queryFn: () => answer(api.POST('/api/v1/links', { body: { token } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  if (link.data) return <Choose token={token} link={link.data} />
  if (!link.error) return <Waiting />
  const isOver = link.error instanceof Problem && [404, 410, 422].includes(link.error.status)
  return isOver ? (
    <LinkOver />
  ) : (
    <Card title={texts.welcomeFirst}>{<Failed error={link.error} again={() => void link.refetch()} />}</Card>
  )
}

function Waiting() {
  const { signIn, common } = useTexts()
  return (
    <Card title={signIn.welcomeFirst}>
      <Skeleton height={120} aria-label={common.loading} />
    </Card>
  )
}

/** A link that was used, or whose time is over; with the way to a new one. */
function LinkOver() {
  const texts = useTexts().signIn
  return (
    <Card title={texts.linkOverTitle} about={texts.linkOver}>
      <Button component={Link} to="/reset">
        {texts.newLink}
      </Button>
      <Anchor component={Link} to="/sign-in" size="sm">
        {texts.backToSignIn}
      </Anchor>
    </Card>
  )
}

function Choose({ token, link }: { token: string; link: OneTimeLink }) {
  const texts = useTexts().signIn
  const { locale } = useDeskLocale()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const messageText = useMessageText()
  const isFirst = link.kind === 'first'
  const [email, setEmail] = useState(link.email ?? '')
  const [name, setName] = useState(link.name ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const errorAt = (path: string) =>
    problem instanceof Problem
      ? messageText(problem.errors.find((error) => error.path === path)?.message)
      : undefined
  const start = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const session = isFirst
        ? await answer(api.POST('/api/v1/welcome', { body: { token, email, name, password, locale } }))
        : await answer(
            api.POST('/api/v1/passwords', { body: { token, password, ...(code ? { code } : {}) } }),
          )
      queries.clear()
      setSession(session)
      await navigate({ to: '/', replace: true })
    } catch (failure) {
      if (failure instanceof Problem && failure.code === 'code-needed' && code === null) setCode('')
      else setProblem(failure)
    } finally {
      setBusy(false)
    }
  }
  const title = isFirst
    ? texts.welcomeFirst
    : link.kind === 'invitation'
      ? texts.welcomeInvitation(link.name ?? '')
      : texts.welcomeReset
  const about = isFirst
    ? texts.welcomeFirstAbout
    : link.kind === 'invitation'
      ? texts.welcomeInvitationAbout
      : undefined
  const isWrongCode = problem instanceof Problem && problem.code === 'code-needed'
  const isAtAField = isWrongCode || (problem instanceof Problem && problem.errors.length > 0)
  return (
    <Card title={title} {...(about ? { about } : {})}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void start()
        }}
      >
        <Stack gap="sm">
          {problem !== null && !isAtAField && (
            <Alert color="bad" role="alert">
              {problemText(problem)}
            </Alert>
          )}
          {isFirst && (
            <TextInput
              label={texts.name}
              autoComplete="name"
              required
              withAsterisk={false}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={errorAt('name')}
            />
          )}
          <TextInput
            label={texts.email}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            readOnly={!isFirst}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={errorAt('email')}
          />
          <PasswordInput
            label={texts.newPassword}
            description={texts.newPasswordHelp}
            autoComplete="new-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={errorAt('password')}
          />
          {code !== null && (
            <TextInput
              label={texts.code}
              description={texts.codeHelp}
              autoComplete="one-time-code"
              required
              withAsterisk={false}
              autoFocus
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              error={isWrongCode && texts.wrongCode}
            />
          )}
          <Button type="submit" loading={isBusy}>
            {texts.start}
          </Button>
        </Stack>
      </form>
    </Card>
  )
}
