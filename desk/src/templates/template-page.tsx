import { Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { answer, api, type Tagged } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { useDraft } from '../api/draft'
import { sourceQuery } from '../api/source'
import { useTexts } from '../texts'
import { Confirm, Loaded, Page, SaveBar, WritingLanguage } from '../ui'
import { TemplateForm } from './template-form'
import { TemplatePreview } from './template-preview'
import { TestSend } from './test-send'
import { type Template, TEMPLATES_KEY, templateSource } from './templates'
import { UsedBy } from './used-by-rules'
import { usePreview } from './use-preview'

export function TemplatePage() {
  const { key = '' }: { key?: string } = useParams({ strict: false })
  const { templates: texts, common } = useTexts()
  const locales = useContentLocales()
  const source = useMemo(() => templateSource(key), [key])
  const query = useQuery(sourceQuery(source))
  const [isDeleting, deleting] = useDisclosure()
  return (
    <Page
      title={query.data?.value.name ?? key}
      crumbs={[{ label: texts.title, to: '/configuration/templates' }]}
      width="100%"
      actions={
        <Button variant="default" color="bad" onClick={deleting.open}>
          {common.delete}
        </Button>
      }
    >
      <WritingLanguage locales={locales}>
        <Loaded query={query}>{(loaded) => <TemplateEditor key={key} loaded={loaded} />}</Loaded>
      </WritingLanguage>
      <DeleteTemplate templateKey={key} opened={isDeleting} onClose={deleting.close} />
    </Page>
  )
}

function TemplateEditor({ loaded }: { loaded: Tagged<Template> }) {
  const texts = useTexts().templates
  const source = useMemo(() => templateSource(loaded.value.key), [loaded.value.key])
  const draft = useDraft(source, loaded)
  const preview = usePreview(draft.value)
  const errorAt = (path: string) =>
    preview.errors.find((error) => error.path === path)?.message ?? draft.errorAt(path)
  return (
    <>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Stack gap="md" miw={0}>
          <TemplateForm
            value={draft.value}
            onChange={draft.patch}
            errorAt={errorAt}
            sizes={preview.answer?.segmentsByLocale ?? {}}
          />
          <UsedBy templateKey={loaded.value.key} />
        </Stack>
        <Stack miw={0}>
          <TemplatePreview template={draft.value} preview={preview} />
          <TestSend template={draft.value} issue={preview.wish.issue} />
        </Stack>
      </SimpleGrid>
      <SaveBar draft={draft} nameOf={(member) => memberName(texts.members, member)} />
    </>
  )
}

function memberName(names: Readonly<Record<string, string>>, path: string): string {
  const [member = '', locale] = path.split('.')
  return [names[member] ?? member, locale && `(${locale})`].filter(Boolean).join(' ')
}

function DeleteTemplate({
  templateKey,
  opened,
  onClose,
}: {
  templateKey: string
  opened: boolean
  onClose: () => void
}) {
  const { templates: texts, common } = useTexts()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={texts.deleteTitle}
      action={common.delete}
      onConfirm={async () => {
        await answer(
          api.DELETE('/api/v1/message-templates/{key}', { params: { path: { key: templateKey } } }),
        )
        await queries.invalidateQueries({ queryKey: TEMPLATES_KEY })
        await navigate({ to: '/configuration/templates', ignoreBlocker: true })
      }}
    >
      <Text>{texts.deleteAbout}</Text>
    </Confirm>
  )
}
