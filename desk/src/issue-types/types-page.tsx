import { Button, Modal, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { useDraft } from '../api/draft'
import { useFormat, useTexts } from '../texts'
import { Empty, Loaded, Page, SaveBar, TextsInput, useMessageText, WritingLanguage } from '../ui'
import { keyFrom } from './key-from'
import { useIssueTypes } from './types'
import { TypesTable } from './types-table'

/** All kinds of issues, and how to make another. */
export function TypesPage() {
  const texts = useTexts().issueTypes
  const types = useIssueTypes()
  const [isNew, setNew] = useState(false)
  return (
    <Page
      title={texts.title}
      about={texts.about}
      actions={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNew(true)}>
          {texts.newType}
        </Button>
      }
    >
      <Loaded query={types}>
        {(all) =>
          all.length > 0 ? (
            <TypesTable types={all} />
          ) : (
            <Empty action={<Button onClick={() => setNew(true)}>{texts.newType}</Button>}>
              {texts.noTypes}
            </Empty>
          )
        }
      </Loaded>
      {isNew && <NewType onClose={() => setNew(false)} position={types.data?.length ?? 0} />}
    </Page>
  )
}

type New = { key: string; name: Record<string, string>; position: number }

function NewType({ onClose, position }: { onClose: () => void; position: number }) {
  const texts = useTexts().issueTypes
  const common = useTexts().common
  const locales = useContentLocales()
  const format = useFormat()
  const navigate = useNavigate()
  const messageText = useMessageText()
  const [isTyped, setTyped] = useState(false)
  const draft = useDraft<New>(
    {
      key: ['new-issue-type'],
      read: () => Promise.resolve({ value: { key: '', name: {}, position }, etag: null }),
      write: async (body) => {
        await answer(api.POST('/api/v1/issue-types', { body }))
        return { value: body, etag: null }
      },
      touches: [['issue-types']],
    },
    { value: { key: '', name: {}, position }, etag: null },
  )
  return (
    <Modal opened onClose={onClose} title={texts.newType} size="lg">
      <WritingLanguage locales={locales}>
        <Stack>
          <Text c="dimmed">{texts.newTypeAbout}</Text>
          <TextsInput
            label={texts.name}
            path="name"
            required
            value={draft.value.name}
            onChange={(name) =>
              draft.patch({ name, ...(isTyped ? {} : { key: keyFrom(format.text(name)) }) })
            }
            errorAt={draft.errorAt}
          />
          <TextInput
            label={texts.key}
            description={common.keyHelp}
            data-path="key"
            required
            value={draft.value.key}
            onChange={(event) => {
              setTyped(true)
              draft.patch({ key: event.currentTarget.value })
            }}
            error={messageText(draft.errorAt('key'))}
          />
          <SaveBar
            draft={draft}
            action={common.create}
            nameOf={(path) => (path.startsWith('name') ? texts.name : texts.key)}
            onSaved={() => void navigate({ to: `/configuration/issue-types/${draft.value.key}/steps` })}
          />
        </Stack>
      </WritingLanguage>
    </Modal>
  )
}
