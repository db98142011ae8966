import { Button, Group, List, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { type InputError, Problem } from '../api/problem'
import { useTexts } from '../texts'
import { Confirm, notify, useMessageText } from '../ui'
import { type Compared, placeOf } from './names'

type State = 'before' | 'after'

/** Puts a thing back as it was before a change, or as the change left it. */
export function RestorePart({ version }: { version: Compared }) {
  const texts = useTexts().history
  const [asked, setAsked] = useState<State | null>(null)
  const wasThere = version.before !== null
  const isThere = version.after !== null
  return (
    <>
      <Group gap="xs">
        {wasThere && (
          <Button variant="default" onClick={() => setAsked('before')}>
            {texts.undo}
          </Button>
        )}
        {isThere && (
          <Button variant="default" onClick={() => setAsked('after')}>
            {texts.redo}
          </Button>
        )}
      </Group>
      {(!wasThere || !isThere) && (
        <Text size="sm" c="dimmed">
          {wasThere ? texts.wasDeleted : texts.wasNew}
        </Text>
      )}
      {asked && <Restore version={version} state={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Restore({ version, state, onClose }: { version: Compared; state: State; onClose: () => void }) {
  const texts = useTexts().history
  const messageText = useMessageText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [errors, setErrors] = useState<readonly InputError[]>([])
  const restore = async () => {
    setErrors([])
    try {
      const { notes } = await answer(
        api.POST('/api/v1/versions/{id}/restore', {
          params: { path: { id: version.id } },
          body: { state },
        }),
      )
      notify(notes.length > 0 ? `${texts.done} ${texts.notes}: ${notes.join(' ')}` : texts.done)
    } catch (error) {
      if (error instanceof Problem) setErrors(error.errors)
      throw error
    }
    await queries.invalidateQueries()
    await navigate({ to: placeOf(version.target) })
  }
  return (
    <Confirm
      opened
      onClose={onClose}
      title={state === 'before' ? texts.undoTitle : texts.redoTitle}
      action={state === 'before' ? texts.undo : texts.redo}
      onConfirm={restore}
    >
      {texts.restoreAbout}
      {errors.length > 0 && (
        <div role="alert">
          <Text size="sm" mt="sm" fw={600}>
            {texts.stands}
          </Text>
          <List size="sm">
            {errors.map(({ path, message }) => (
              <List.Item key={`${path} ${message}`}>
                {path}: {messageText(message)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Confirm>
  )
}
