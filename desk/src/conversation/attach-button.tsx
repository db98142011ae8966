import { FileButton, Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useTexts } from '../texts'
import { ACCEPT } from './what-may-be-attached'

/** Chooses files to attach. */
export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const texts = useTexts().conversation
  return (
    <FileButton onChange={onFiles} accept={ACCEPT} multiple>
      {(props) => (
        <Button
          {...props}
          size="xs"
          variant="default"
          leftSection={<IconPaperclip size={16} aria-hidden />}
          title={texts.attachHelp}
        >
          {texts.attach}
        </Button>
      )}
    </FileButton>
  )
}
