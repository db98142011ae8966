import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useTexts } from '../texts'
import { Failed } from '../ui'
import { Card } from './card'

export function ResetPage() {
  const texts = useTexts().signIn
  const [email, setEmail] = useState('')
  const ask = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/password-resets', { body: { email } })),
  })
  return (
    <Card title={texts.resetTitle} about={texts.resetAbout}>
      {ask.isSuccess ? (
        <Alert color="good" role="status">
          {texts.resetSent}
        </Alert>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            ask.mutate()
          }}
        >
          <Stack gap="sm">
            {ask.error && <Failed error={ask.error} />}
            <TextInput
              label={texts.email}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Button type="submit" loading={ask.isPending}>
              {texts.resetSend}
            </Button>
          </Stack>
        </form>
      )}
      <Anchor component={Link} to="/sign-in" size="sm">
        {texts.backToSignIn}
      </Anchor>
    </Card>
  )
}
