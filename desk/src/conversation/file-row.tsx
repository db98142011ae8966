import { ActionIcon, Anchor, Group, Stack, Switch, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useMay } from '../api/session'
import { useFormat, useTexts } from '../texts'
import { Confirm, notify, useProblemText } from '../ui'
import { type Attachment, useIssueChanged } from './parts'
import { fileUrl, Thumbnail } from './thumbnail'
import { sizeText } from './what-may-be-attached'

/** One file of an issue, and who sees it. */
export function FileRow({ number, file, onOpen }: { number: string; file: Attachment; onOpen: () => void }) {
  const texts = useTexts().conversation.files
  const format = useFormat()
  const mayWrite = useMay('issues:write')
  return (
    <li className="talk-file">
      <Thumbnail number={number} file={file} onOpen={onOpen} locked={!file.public} />
      <Stack gap={2}>
        <Group gap={4} wrap="nowrap" justify="space-between" align="flex-start">
          <Anchor
            href={fileUrl(number, file.id)}
            download={file.name}
            className="desk-wrap"
            size="sm"
            fw={600}
          >
            {file.name}
          </Anchor>
          {mayWrite && <DeleteFile number={number} file={file} />}
        </Group>
        <Text size="xs" c="dimmed">
          {sizeText(file.size, format.number)} · {format.dateTime(file.at)} ·{' '}
          {file.from === 'customer' ? texts.fromCustomer : texts.fromShop}
        </Text>
        {mayWrite ? (
          <Sharing number={number} file={file} />
        ) : (
          <Text size="sm">{file.public ? texts.public : texts.internal}</Text>
        )}
      </Stack>
    </li>
  )
}

function Sharing({ number, file }: { number: string; file: Attachment }) {
  const texts = useTexts().conversation.files
  const changed = useIssueChanged(number)
  const problemText = useProblemText()
  const [wanted, setWanted] = useState<boolean | null>(null)
  const share = async (isPublic: boolean) => {
    setWanted(isPublic)
    try {
      await answer(
        api.PATCH('/api/v1/issues/{number}/attachments/{id}', {
          params: { path: { number, id: file.id } },
          body: { public: isPublic },
        }),
      )
      notify(isPublic ? texts.nowPublic(file.name) : texts.nowInternal(file.name))
      await changed()
    } catch (error) {
      notify(problemText(error))
    } finally {
      setWanted(null)
    }
  }
  const isPublic = wanted ?? file.public
  return (
    <Switch
      size="xs"
      label={texts.show}
      checked={isPublic}
      disabled={wanted !== null}
      onChange={(event) => void share(event.currentTarget.checked)}
    />
  )
}

function DeleteFile({ number, file }: { number: string; file: Attachment }) {
  const texts = useTexts().conversation.files
  const common = useTexts().common
  const changed = useIssueChanged(number)
  const [isAsked, setAsked] = useState(false)
  const remove = async () => {
    const path = { number, id: file.id }
    await answer(api.DELETE('/api/v1/issues/{number}/attachments/{id}', { params: { path } }))
    notify(texts.deleted(file.name))
    void changed()
  }
  return (
    <>
      <ActionIcon
        size="sm"
        miw={24}
        mih={24}
        variant="subtle"
        color="gray"
        onClick={() => setAsked(true)}
        aria-label={texts.delete(file.name)}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
      <Confirm
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={texts.deleteTitle(file.name)}
        action={common.delete}
        onConfirm={remove}
      >
        {texts.deleteAbout}
      </Confirm>
    </>
  )
}
