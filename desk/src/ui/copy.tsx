import { ActionIcon, CopyButton as Copying, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTexts } from '../texts'

/** Copies a text, and says so. */
export function CopyButton({ value, label }: { value: string; label?: string }) {
  const texts = useTexts().common
  return (
    <Copying value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? texts.copied : (label ?? texts.copy)} withArrow>
          <ActionIcon variant="default" size="lg" onClick={copy} aria-label={label ?? texts.copy}>
            {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          </ActionIcon>
        </Tooltip>
      )}
    </Copying>
  )
}
