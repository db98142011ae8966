import { Badge, Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useSession } from '../api/session'
import { useTexts } from '../texts'
import { Confirm, notify, Section } from '../ui'
import { refreshSession } from '../api/refresh-session'

export function AuthenticatorPart() {
  const texts = useTexts().account
  const isOn = useSession()?.user.totp ?? false
  const [isAsked, setAsked] = useState(false)
  const turnOff = async () => {
    await answer(api.DELETE('/api/v1/account/totp'))
    await refreshSession()
    notify(texts.turnedOff)
  }
  return (
    <Section title={texts.authenticator} about={texts.authenticatorAbout}>
      <Group gap="sm">
        <Badge color={isOn ? 'good' : 'gray'} variant="light" size="lg" tt="none">
          {isOn ? texts.isOn : texts.isOff}
        </Badge>
        {isOn ? (
          <Button variant="default" onClick={() => setAsked(true)}>
            {texts.turnOff}
          </Button>
        ) : (
          <Button component={Link} to="/account/authenticator" variant="default">
            {texts.setUp}
          </Button>
        )}
      </Group>
      <Confirm
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={`${texts.turnOff}?`}
        action={texts.turnOff}
        onConfirm={turnOff}
      >
        {texts.turnOffAbout}
      </Confirm>
    </Section>
  )
}
