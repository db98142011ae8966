import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '../texts'
import { sideOf, useMessages } from './parts'

type Props = {
  number: string
  isWriting: boolean
  /** Whether a message was written here. */
  isOwn: (id: string) => boolean
}

/** What others have written since somebody began to write, told where they write: their text may fit no more. */
export function Meanwhile({ number, isWriting, isOwn }: Props) {
  const texts = useTexts().conversation
  const { data: messages } = useMessages(number)
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null)
  const all = () => new Set(messages?.map(({ id }) => id))
  if (known === null && isWriting && messages) setKnown(all())
  if (known !== null && !isWriting) setKnown(null)
  const last = known && messages?.findLast(({ id }) => !known.has(id) && !isOwn(id))
  return (
    <div role="status">
      {last && (
        <Group className="talk-meanwhile" gap={8} wrap="nowrap" align="flex-start" justify="space-between">
          <Text component="div" size="sm" className="desk-wrap">
            <strong>{texts.meanwhile[sideOf(last)]}</strong>
            <Text size="sm" lineClamp={2}>
              {last.by || texts.customer}: {last.body}
            </Text>
          </Text>
          <Button variant="subtle" size="compact-sm" flex="none" onClick={() => setKnown(all())}>
            {texts.meanwhile.read}
          </Button>
        </Group>
      )}
    </div>
  )
}
