import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTexts } from '../texts'
import { notify, useProblemText } from '../ui'
import { KeyHint } from './key-hint'
import { useKeys } from './keys'

const SECONDS = 10
const offers = new Map<string, string>()
/** While one writes it is the text's own. */
const UNDO_KEY = '$mod+z'

/**
 * Says what was done, and takes it back where one asks for that within ten seconds.
 * @param undo answers what to say afterwards
 * @param about what has only one last change, like an issue: an offer that a newer one has made untrue goes
 */
export function offerUndo(message: string, undo: () => Promise<string>, about?: string): void {
  const id = crypto.randomUUID()
  if (about !== undefined) {
    notifications.hide(offers.get(about) ?? '')
    offers.set(about, id)
  }
  notifications.show({
    id,
    message: <Undo message={message} undo={undo} onDone={() => notifications.hide(id)} />,
    autoClose: SECONDS * 1000,
    withBorder: true,
  })
}

function Undo({
  message,
  undo,
  onDone,
}: {
  message: string
  undo: () => Promise<string>
  onDone: () => void
}) {
  const texts = useTexts().work
  const problemText = useProblemText()
  const [isBusy, setBusy] = useState(false)
  const run = async () => {
    if (isBusy) return
    setBusy(true)
    try {
      notify(await undo())
    } catch (error) {
      notify(problemText(error))
    } finally {
      onDone()
    }
  }
  useKeys([{ keys: UNDO_KEY, does: texts.undo, run: () => void run() }])
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" className="desk-wrap">
        {message}
      </Text>
      <Button
        variant="light"
        size="compact-sm"
        flex="none"
        loading={isBusy}
        rightSection={<KeyHint keys={UNDO_KEY} />}
        onClick={() => void run()}
      >
        {texts.undo}
      </Button>
    </Group>
  )
}
