import { Anchor, NumberInput, Stack, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Answer, answer, api, tagged, type Tagged } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { type Source, useDraft } from '../api/draft'
import { ifMatch, sourceQuery } from '../api/source'
import { linkSearch } from '../api/search'
import { useFormat, useTexts } from '../texts'
import { DeletePart, Loaded, SaveBar, Section, TextsInput, useMessageText, WritingLanguage } from '../ui'
import { TypeFrame } from './type-frame'

type General = Answer<'/api/v1/issue-types/{key}', 'get'>

function generalSource(key: string): Source<General> {
  const path = { key }
  return {
    key: ['issue-types', key, 'general'],
    read: () => tagged(api.GET('/api/v1/issue-types/{key}', { params: { path } })),
    write: (body, etag) =>
      tagged(api.PUT('/api/v1/issue-types/{key}', { params: { path, header: ifMatch(etag) }, body })),
    touches: [['issue-types']],
  }
}

/** What a kind of issue is called, and its end. */
export function GeneralPage() {
  const { type = '' } = useParams({ strict: false }) as { type?: string }
  const locales = useContentLocales()
  const source = useMemo(() => generalSource(type), [type])
  const query = useQuery(sourceQuery(source))
  return (
    <TypeFrame typeKey={type}>
      <WritingLanguage locales={locales}>
        <Loaded query={query}>{(loaded) => <Editor key={type} source={source} loaded={loaded} />}</Loaded>
      </WritingLanguage>
    </TypeFrame>
  )
}

function Editor({ source, loaded }: { source: Source<General>; loaded: Tagged<General> }) {
  const texts = useTexts().issueTypes
  const common = useTexts().common
  const messageText = useMessageText()
  const draft = useDraft(source, loaded)
  const { value, patch } = draft
  return (
    <Stack>
      <Section title={texts.general}>
        <TextsInput
          label={texts.name}
          description={texts.nameHelp}
          path="name"
          required
          value={value.name}
          onChange={(name) => patch({ name })}
          errorAt={draft.errorAt}
        />
        <TextInput label={texts.key} description={common.keyHelp} value={value.key} readOnly maw={420} />
        <NumberInput
          label={texts.position}
          description={texts.positionHelp}
          data-path="position"
          maw={200}
          min={0}
          max={10_000}
          value={value.position}
          onChange={(position) => typeof position === 'number' && patch({ position })}
          error={messageText(draft.errorAt('position'))}
        />
        <Anchor
          component={Link}
          to="/configuration/history"
          search={linkSearch({ target: `issue-type:${value.key}` })}
          size="sm"
        >
          {common.history}
        </Anchor>
      </Section>
      <DeleteType type={value} />
      <SaveBar draft={draft} nameOf={(path) => (path.startsWith('name') ? texts.name : texts.position)} />
    </Stack>
  )
}

function DeleteType({ type }: { type: General }) {
  const texts = useTexts().issueTypes
  const format = useFormat()
  const navigate = useNavigate()
  const queries = useQueryClient()
  return (
    <DeletePart
      title={texts.deleteTitle}
      about={texts.deleteAbout}
      question={texts.deleteQuestion(format.text(type.name))}
      typed={type.key}
      onDelete={async () => {
        await answer(api.DELETE('/api/v1/issue-types/{key}', { params: { path: { key: type.key } } }))
        await queries.invalidateQueries({ queryKey: ['issue-types'] })
        await navigate({ to: '/configuration/issue-types' })
      }}
    />
  )
}
