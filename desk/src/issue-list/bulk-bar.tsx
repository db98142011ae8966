import { Button, Group, Text } from '@mantine/core'
import { IconArrowRight, IconUser, IconX } from '@tabler/icons-react'
import { useTexts } from '../texts'
import { KeyHint } from '../work'
import type { BulkKind } from './bulk'

type Props = {
  chosen: number
  loaded: number
  onAsk: (what: BulkKind) => void
  onAll: () => void
  onClear: () => void
}

/** What one does to the issues that are chosen; it stands in the place of the filters. */
export function BulkBar({ chosen, loaded, onAsk, onAll, onClear }: Props) {
  const texts = useTexts().issueList.bulk
  return (
    <Group gap={6} role="group" aria-label={texts.bar} className="list-bulk">
      <Text size="sm" fw={600} role="status" px={4}>
        {texts.chosen(chosen)}
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconUser size={14} aria-hidden />}
        rightSection={<KeyHint keys="a" />}
        onClick={() => onAsk('assign')}
      >
        {texts.assign}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconArrowRight size={14} aria-hidden />}
        rightSection={<KeyHint keys="m" />}
        onClick={() => onAsk('move')}
      >
        {texts.move}
      </Button>
      {chosen < loaded && (
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          {texts.all(loaded)}
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconX size={14} aria-hidden />}
        onClick={onClear}
      >
        {texts.clear}
      </Button>
    </Group>
  )
}
