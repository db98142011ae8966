import { Anchor, Badge, Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconExternalLink, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answer, api } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { useDraft } from '../api/draft'
import { useFormat, useTexts } from '../texts'
import { Empty, Loaded, Page, SaveBar, Scrolling, TextsInput, useMessageText, WritingLanguage } from '../ui'
import { keyFrom } from './key-from'
import { type IssueType, useIssueTypes } from './types'

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
            <TypeTable types={all} />
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

function TypeTable({ types }: { types: readonly IssueType[] }) {
  const texts = useTexts().issueTypes
  const format = useFormat()
  return (
    <Scrolling label={texts.title}>
      <Table className="desk-surface" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{texts.name}</Table.Th>
            <Table.Th>{texts.key}</Table.Th>
            <Table.Th>{texts.statusPage}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {types.map((type) => (
            <Table.Tr key={type.key}>
              <Table.Td>
                <Anchor component={Link} to={`/configuration/issue-types/${type.key}`} fw={600}>
                  {format.text(type.name)}
                </Anchor>
              </Table.Td>
              <Table.Td className="desk-mono">{type.key}</Table.Td>
              <Table.Td>
                <PageState type={type} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scrolling>
  )
}

/** Whether customers can open the type's page, and where. */
function PageState({ type }: { type: IssueType }) {
  const texts = useTexts().issueTypes
  const page = useQuery({
    queryKey: ['issue-types', type.key, 'is-live'],
    queryFn: () =>
      answer(api.GET('/api/v1/issue-types/{key}/status-page', { params: { path: { key: type.key } } })),
  })
  if (!page.data) return null
  return (
    <Group gap="xs">
      <Badge variant="light" color={page.data.enabled ? 'good' : 'gray'}>
        {page.data.enabled ? texts.live : texts.pageIsOff}
      </Badge>
      {page.data.enabled && (
        <Anchor href={page.data.url} target="_blank" rel="noreferrer" size="sm">
          <Group gap={4} component="span">
            /status/{page.data.identifier} <IconExternalLink size={14} aria-hidden />
          </Group>
        </Anchor>
      )}
    </Group>
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
