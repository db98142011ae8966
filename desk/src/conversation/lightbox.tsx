import { ActionIcon, Button, Group, Modal, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react'
import { useHotkeys } from '@mantine/hooks'
import { useTexts } from '../texts'
import type { Attachment } from './parts'
import { fileUrl, isPicture } from './thumbnail'

type Props = {
  number: string
  files: readonly Attachment[]
  /** Which is shown; `null` for none. */
  shown: string | null
  onShow: (id: string | null) => void
}

/** Pictures of an issue, large: the arrow keys walk, Escape closes. */
export function Lightbox({ number, files, shown, onShow }: Props) {
  const texts = useTexts().conversation.files
  const pictures = files.filter(isPicture)
  const at = pictures.findIndex(({ id }) => id === shown)
  const file = pictures[at]
  const step = (by: number) => {
    const next = pictures[(at + by + pictures.length) % pictures.length]
    if (shown !== null && next) onShow(next.id)
  }
  useHotkeys([
    ['ArrowLeft', () => step(-1)],
    ['ArrowRight', () => step(1)],
  ])
  return (
    <Modal
      opened={file !== undefined}
      onClose={() => onShow(null)}
      title={file?.name ?? ''}
      size="xl"
      centered
      classNames={{ title: 'desk-wrap' }}
    >
      {file && (
        <>
          <div className="talk-picture">
            <img src={fileUrl(number, file.id)} alt={file.name} />
          </div>
          <Group justify="space-between" mt="sm">
            <Group gap="xs">
              {pictures.length > 1 && (
                <>
                  <ActionIcon
                    variant="default"
                    size="lg"
                    onClick={() => step(-1)}
                    aria-label={texts.previous}
                  >
                    <IconChevronLeft size={18} aria-hidden />
                  </ActionIcon>
                  <ActionIcon variant="default" size="lg" onClick={() => step(1)} aria-label={texts.next}>
                    <IconChevronRight size={18} aria-hidden />
                  </ActionIcon>
                  <Text size="sm" c="dimmed" role="status">
                    {texts.place(at + 1, pictures.length)}
                  </Text>
                </>
              )}
            </Group>
            <Group gap="sm">
              <Text size="sm" c="dimmed">
                {file.public ? texts.public : texts.internal}
              </Text>
              <Button
                component="a"
                href={fileUrl(number, file.id)}
                download={file.name}
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                {texts.save}
              </Button>
            </Group>
          </Group>
        </>
      )}
    </Modal>
  )
}
