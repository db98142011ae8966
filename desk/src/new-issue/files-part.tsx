import { ActionIcon, Button, FileButton, Group, Text } from '@mantine/core'
import { IconPaperclip, IconTrash } from '@tabler/icons-react'
import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts'
import { Section } from '../ui'
import type { WaitingFile } from './errands-of'
import { fileSize, refusedFile } from './file-rules'
import { newKey } from './new-key'

type Props = { files: readonly WaitingFile[]; onChange: (files: readonly WaitingFile[]) => void }

/** Photos and documents: chosen, dropped or pasted; they are sent once the issue is there. */
export function FilesPart({ files, onChange }: Props) {
  const texts = useTexts().newIssue
  const [isOver, setOver] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const add = (list: readonly File[]) => {
    if (list.length === 0) return
    setRefused(list.flatMap((file) => refusalOf(file) ?? []))
    const good = list.filter((file) => refusedFile(file) === null)
    onChange([...files, ...good.map((file) => ({ id: newKey(), file, field: null }))])
  }
  usePasted(add)
  const shown = files.filter(({ field }) => field === null)
  return (
    <Section title={texts.files} about={texts.filesHelp}>
      <div
        className="new-issue-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault()
          setOver(false)
          add([...event.dataTransfer.files])
        }}
      >
        <FileButton multiple onChange={add} accept="image/*,.heic,.pdf,.txt">
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconPaperclip size={16} aria-hidden />}>
              {texts.chooseFiles}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {texts.dropHere}
        </Text>
      </div>
      {shown.length > 0 && (
        <ul className="desk-list">
          {shown.map(({ id, file }) => (
            <Group key={id} component="li" justify="space-between" gap="xs" wrap="nowrap" py={4}>
              <Text size="sm" className="desk-wrap">
                {file.name} <span className="new-issue-muted">{fileSize(file.size)}</span>
              </Text>
              <ActionIcon
                variant="subtle"
                color="bad"
                aria-label={texts.removeFile(file.name)}
                onClick={() => onChange(files.filter((one) => one.id !== id))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <Text size="sm" c="bad" role="alert">
          {refused.join(' ')}
        </Text>
      )}
    </Section>
  )

  function refusalOf(file: File): string | null {
    const why = refusedFile(file)
    return why === null ? null : texts.refused[why](file.name)
  }
}

/** Files that are pasted anywhere on the screen, like a picture of it. */
function usePasted(add: (files: readonly File[]) => void): void {
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  useEffect(() => {
    const onPaste = ({ clipboardData }: ClipboardEvent) => latest.current([...(clipboardData?.files ?? [])])
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])
}
