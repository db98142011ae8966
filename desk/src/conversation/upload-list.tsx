import { ActionIcon, Anchor, Group, Progress, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Problem } from '../api/problem'
import { useTexts } from '../texts'
import { useMessageText, useProblemText } from '../ui'
import { useIssueChanged } from './parts'
import { stopUpload, tryAgain, type Upload, useUploads } from './uploads'

/** Files on their way to an issue: how far each is, and why one did not arrive. */
export function UploadList({ number }: { number: string }) {
  const uploads = useUploads(number)
  if (uploads.length === 0) return null
  return (
    <Stack gap={8} component="ul" className="desk-list">
      {uploads.map((upload) => (
        <UploadLine key={upload.id} number={number} upload={upload} />
      ))}
    </Stack>
  )
}

function UploadLine({ number, upload }: { number: string; upload: Upload }) {
  const texts = useTexts().conversation.files
  const changed = useIssueChanged(number)
  const wordsFor = useUploadProblem()
  const { id, file, progress, state, error } = upload
  const hasFailed = state === 'failed'
  const done = () => void changed()
  return (
    <li>
      <Group gap={8} wrap="nowrap" justify="space-between">
        <Text size="sm" className="desk-wrap" {...(hasFailed ? { role: 'alert', c: 'bad' } : {})}>
          {file.name}
          {hasFailed ? `: ${wordsFor(error)}` : state === 'waiting' ? ` (${texts.waiting})` : ''}
        </Text>
        <Group gap={4} wrap="nowrap">
          {hasFailed && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              mih={24}
              onClick={() => tryAgain(number, id, done)}
            >
              {texts.again}
            </Anchor>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={() => stopUpload(number, id, done)}
            aria-label={hasFailed ? texts.dismiss(file.name) : texts.stop(file.name)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {!hasFailed && (
        <Progress
          value={progress * 100}
          size="sm"
          aria-label={texts.uploading(file.name)}
          transitionDuration={0}
        />
      )}
    </li>
  )
}

/** What is wrong with the file itself comes first. */
function useUploadProblem(): (error: unknown) => string {
  const problemText = useProblemText()
  const messageText = useMessageText()
  return (error) => {
    const [first] = error instanceof Problem ? error.errors : []
    return messageText(first?.message) ?? problemText(error)
  }
}
