import { Anchor } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTexts } from '../texts'
import { Card } from './card'
import { SignInForm } from './sign-in-form'

export function SignInPage() {
  const texts = useTexts().signIn
  const navigate = useNavigate()
  const { to } = useSearch({ strict: false }) as { to?: string }
  return (
    <Card title={texts.title}>
      <SignInForm onDone={() => void navigate({ href: `/desk${to ?? '/'}`, replace: true })} />
      <Anchor component={Link} to="/reset" size="sm">
        {texts.forgotten}
      </Anchor>
    </Card>
  )
}
