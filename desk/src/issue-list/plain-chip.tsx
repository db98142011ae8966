import { ActionIcon, Group } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTexts } from '../texts'

/** A filter that is only taken away. */
export function PlainChip({ name, said, onRemove }: { name: string; said: string; onRemove: () => void }) {
  const texts = useTexts().issueList.filter
  return (
    <Group gap={0} wrap="nowrap" className="list-chip" data-on>
      <span className="list-chip-plain list-text">
        {name}: <strong>{said}</strong>
      </span>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={texts.remove(name)} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </Group>
  )
}
