import { Button, Group, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useFormat, useTexts } from '../texts'
import { Confirm, Failed, notify, Section } from '../ui'
import { InvitationNotice, useInvite } from './invitation'
import { StateBadge } from './state-badge'
import { stateOf, type User, USERS_KEY, userSource } from './users'

/** How a person signs in, and what an administrator can do about it. */
export function UserAccess({ user }: { user: User }) {
  const { user: texts, users, statesAbout } = useTexts().people
  const format = useFormat()
  const state = stateOf(user)
  const invitation = useInvite(user.id)
  const words = { none: texts.sendInvitation, invited: texts.sendAgain, active: texts.sendReset }
  return (
    <Section title={texts.access}>
      <Group gap="xs">
        <StateBadge state={state} size="lg" />
        <Text size="sm">{statesAbout[state]}</Text>
      </Group>
      <Text size="sm" c="dimmed">
        {users.lastSeen}: {user.lastSeenAt ? format.dateTime(user.lastSeenAt) : users.never} ·{' '}
        {users.authenticator}: {user.totp ? users.hasAuthenticator : users.hasNone}
      </Text>
      {invitation.error && <Failed error={invitation.error} />}
      <InvitationNotice id={user.id} email={user.email} />
      <Group gap="xs">
        {user.active && (
          <Button variant="default" onClick={() => invitation.mutate()} loading={invitation.isPending}>
            {words[user.signInState ?? 'none']}
          </Button>
        )}
        {user.signInState === 'active' && <EndSessions user={user} />}
        {user.totp && <RemoveAuthenticator user={user} />}
      </Group>
    </Section>
  )
}

function EndSessions({ user }: { user: User }) {
  const texts = useTexts().people.user
  const [isOpen, setOpen] = useState(false)
  const end = async () => {
    await answer(api.DELETE('/api/v1/users/{id}/sessions', { params: { path: { id: user.id } } }))
    notify(texts.sessionsEnded)
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {texts.endSessions}
      </Button>
      <Confirm
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={`${texts.endSessions}?`}
        action={texts.endSessions}
        onConfirm={end}
      >
        {texts.endSessionsAbout(user.name)}
      </Confirm>
    </>
  )
}

function RemoveAuthenticator({ user }: { user: User }) {
  const texts = useTexts().people.user
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const remove = async () => {
    await answer(api.DELETE('/api/v1/users/{id}/totp', { params: { path: { id: user.id } } }))
    void queries.invalidateQueries({ queryKey: USERS_KEY })
    await queries.invalidateQueries({ queryKey: userSource(user.id).key })
    notify(texts.authenticatorRemoved)
  }
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {texts.removeAuthenticator}
      </Button>
      <Confirm
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={`${texts.removeAuthenticator}?`}
        action={texts.removeAuthenticator}
        onConfirm={remove}
      >
        {texts.removeAuthenticatorAbout(user.name)}
      </Confirm>
    </>
  )
}
