import { Anchor } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTexts } from '../texts'
import { Card } from './card'
import { SignInForm } from './sign-in-form'

export function SignInPage() {
  const texts = useTexts().signIn
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { to } = useSearch({ strict: false }) as { to?: string }
  const go = () => {
    // What somebody else saw here before is not theirs.
    queries.clear()
    void navigate({ href: `/desk${to ?? '/'}`, replace: true })
  }
  return (
    <Card title={texts.title}>
      <SignInForm onDone={go} />
      <Anchor component={Link} to="/reset" size="sm">
        {texts.forgotten}
      </Anchor>
    </Card>
  )
}
