import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type SyntheticEvent, useState } from 'react'
import { Problem } from '../api/problem'
import { useMay } from '../api/session'
import { useTexts } from '../texts'
import { useMessageText, useProblemText } from '../ui'

type Props = {
  title: string
  /** What it begins with; of a new view nothing. */
  view: { name: string; shared: boolean } | null
  onClose: () => void
  onSave: (content: { name: string; shared: boolean }) => Promise<void>
}

/** The name of a view, and who sees it. */
export function ViewDialog({ title, view, onClose, onSave }: Props) {
  const { issueList, common } = useTexts()
  const texts = issueList.saved
  const problemText = useProblemText()
  const messageText = useMessageText()
  const mayShare = useMay('issues:write')
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState(view?.shared ?? false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const errors = error instanceof Problem ? error.errors : []
  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await onSave({ name, shared })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={title} centered>
      <form onSubmit={(event) => void save(event)}>
        <Stack>
          <TextInput
            label={texts.name}
            placeholder={texts.namePlaceholder}
            value={name}
            maxLength={80}
            required
            data-autofocus
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
            error={messageText(errors.find(({ path }) => path === 'name')?.message)}
          />
          {mayShare && (
            <Checkbox
              label={texts.shared}
              description={texts.sharedAbout}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          {error !== null && errors.length === 0 && (
            <Text c="bad" role="alert">
              {problemText(error)}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!name.trim()}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
