import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTexts } from '../texts'
import { notify, useProblemText } from '../ui'

const SECONDS = 10

/**
 * Says what was done, and takes it back where one asks for that within ten seconds.
 * @param undo answers what to say afterwards
 */
export function offerUndo(message: string, undo: () => Promise<string>): void {
  const id = crypto.randomUUID()
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
    setBusy(true)
    try {
      notify(await undo())
    } catch (error) {
      notify(problemText(error))
    } finally {
      onDone()
    }
  }
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" className="desk-wrap">
        {message}
      </Text>
      <Button variant="light" size="compact-sm" flex="none" loading={isBusy} onClick={() => void run()}>
        {texts.undo}
      </Button>
    </Group>
  )
}
