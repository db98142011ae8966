import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { Problem } from '../api/problem'
import { ifMatch } from '../api/source'
import { useTexts } from '../texts'
import { Confirm, notify } from '../ui'
import { type EditedUser, USERS_KEY, userSource } from './users'

/** The one conflict that deactivating is the way out of. */
function isStillNamed(failure: unknown): boolean {
  return failure instanceof Problem && failure.message.startsWith('The user is still named')
}

/** Deletes a person; one who is named somewhere can be deactivated instead. */
export function DeleteUser({ user, etag }: { user: EditedUser; etag: string | null }) {
  const { user: texts } = useTexts().people
  const common = useTexts().common
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isAsked, setAsked] = useState(false)
  const [isNamed, setNamed] = useState(false)
  const remove = async () => {
    try {
      await answer(
        api.DELETE('/api/v1/users/{id}', { params: { path: { id: user.id }, header: ifMatch(etag) } }),
      )
    } catch (failure) {
      if (!isStillNamed(failure)) throw failure
      setNamed(true)
      return
    }
    notify(texts.deleted(user.name))
    await queries.invalidateQueries({ queryKey: USERS_KEY })
    await navigate({ to: '/configuration/users' })
  }
  const deactivate = async () => {
    const source = userSource(user.id)
    queries.setQueryData(source.key, await source.write({ ...user, active: false }, etag))
    void queries.invalidateQueries({ queryKey: USERS_KEY })
    notify(texts.deactivated(user.name))
  }
  return (
    <Group>
      <Button variant="default" c="bad" onClick={() => setAsked(true)}>
        {common.delete}
      </Button>
      <Confirm
        opened={isAsked && !isNamed}
        onClose={() => setAsked(false)}
        title={texts.deleteTitle(user.name)}
        action={common.delete}
        onConfirm={remove}
      >
        {texts.deleteAbout}
      </Confirm>
      <Confirm
        opened={isNamed}
        onClose={() => setNamed(false)}
        title={texts.deactivateInstead}
        action={texts.deactivateInstead}
        onConfirm={deactivate}
      >
        {texts.stillNamed} {texts.activeHelp}
      </Confirm>
    </Group>
  )
}
