import { Checkbox, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { answer, api, type Body, tagged, type Tagged } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { type Draft, type Source, useDraft } from '../api/draft'
import { ifMatch, sourceQuery } from '../api/source'
import { keyFrom } from '../issue-types/key-from'
import { useFormat, useTexts } from '../texts'
import {
  DeletePart,
  Loaded,
  Page,
  SaveBar,
  Section,
  TextsInput,
  useMessageText,
  WritingLanguage,
} from '../ui'
import { type Field, FIELD_TYPES, NEVER_FILTERABLE } from './fields'
import { OptionList } from './option-list'

const RESULTS = ['number', 'text', 'boolean', 'date'] as const

function fieldSource(key: string): Source<Field> {
  const path = { key }
  return {
    key: ['fields', key],
    read: () => tagged(api.GET('/api/v1/fields/{key}', { params: { path } })),
    write: (body, etag) =>
      tagged(
        api.PUT('/api/v1/fields/{key}', { params: { path, header: ifMatch(etag) }, body: forType(body) }),
      ),
    touches: [['fields']],
  }
}

const EMPTY: Field = { key: '', type: 'text', label: {}, filterable: false, options: [] }
const newField: Source<Field> = {
  key: ['new-field'],
  read: () => Promise.resolve({ value: EMPTY, etag: null }),
  write: (body) => tagged(api.POST('/api/v1/fields', { body: forType(body) })),
  touches: [['fields']],
}

/** A field with the members that its type has, and no others. */
function forType({ formula, result, ...field }: Field): Body<'/api/v1/fields', 'post'> {
  if (field.type === 'computed') return { ...field, formula: formula ?? '', result: result ?? 'text' }
  const hasOptions = field.type === 'choice' || field.type === 'multi-choice'
  return hasOptions ? field : { ...field, options: [] }
}

export function NewFieldPage() {
  const texts = useTexts().fields
  const navigate = useNavigate()
  return (
    <FieldFrame title={texts.newField}>
      <Editor
        source={newField}
        loaded={{ value: EMPTY, etag: null }}
        isNew
        onSaved={(key) => void navigate({ to: `/configuration/fields/${key}` })}
      />
    </FieldFrame>
  )
}

export function FieldPage() {
  const { field = '' } = useParams({ strict: false }) as { field?: string }
  const format = useFormat()
  const source = useMemo(() => fieldSource(field), [field])
  const query = useQuery(sourceQuery(source))
  return (
    <FieldFrame title={format.text(query.data?.value.label) || field}>
      <Loaded query={query}>{(loaded) => <Editor key={field} source={source} loaded={loaded} />}</Loaded>
    </FieldFrame>
  )
}

function FieldFrame({ title, children }: { title: string; children: ReactNode }) {
  const shell = useTexts().shell
  const locales = useContentLocales()
  return (
    <Page title={title} crumbs={[{ label: shell.fields, to: '/configuration/fields' }]}>
      <WritingLanguage locales={locales}>{children}</WritingLanguage>
    </Page>
  )
}

type EditorProps = {
  source: Source<Field>
  loaded: Tagged<Field>
  isNew?: boolean
  onSaved?: (key: string) => void
}

function Editor({ source, loaded, isNew = false, onSaved }: EditorProps) {
  const texts = useTexts().fields
  const common = useTexts().common
  const draft = useDraft(source, loaded)
  const names: Readonly<Record<string, unknown>> = texts
  return (
    <Stack>
      <Basics draft={draft} isNew={isNew} />
      {(draft.value.type === 'choice' || draft.value.type === 'multi-choice') && <OptionList draft={draft} />}
      {draft.value.type === 'computed' && <Formula draft={draft} />}
      {!isNew && <DeleteField field={draft.stored} />}
      <SaveBar
        draft={draft}
        {...(isNew ? { action: common.create } : {})}
        nameOf={(path) => nameIn(names, path)}
        onSaved={() => onSaved?.(draft.value.key)}
      />
    </Stack>
  )
}

function Basics({ draft, isNew }: { draft: Draft<Field>; isNew: boolean }) {
  const texts = useTexts().fields
  const common = useTexts().common
  const format = useFormat()
  const messageText = useMessageText()
  const [isTyped, setTyped] = useState(false)
  const { value, patch } = draft
  return (
    <Section title={texts.basics}>
      <TextsInput
        label={texts.label}
        description={texts.labelHelp}
        path="label"
        required
        value={value.label}
        onChange={(label) =>
          patch({
            label,
            ...(isNew && !isTyped ? { key: keyFrom(format.text(label)).replaceAll('-', '_') } : {}),
          })
        }
        errorAt={draft.errorAt}
      />
      <TextInput
        label={texts.key}
        description={common.keyHelp}
        data-path="key"
        maw={420}
        readOnly={!isNew}
        value={value.key}
        onChange={(event) => {
          setTyped(true)
          patch({ key: event.currentTarget.value })
        }}
        error={messageText(draft.errorAt('key'))}
      />
      <Select
        label={texts.type}
        description={isNew ? texts.typeHelp : texts.typeStays}
        data-path="type"
        maw={420}
        allowDeselect={false}
        disabled={!isNew}
        data={FIELD_TYPES.map((type) => ({ value: type, label: texts.types[type] }))}
        value={value.type}
        onChange={(chosen) => {
          const type = FIELD_TYPES.find((one) => one === chosen)
          if (type) patch({ type, ...(NEVER_FILTERABLE.includes(type) ? { filterable: false } : {}) })
        }}
        error={messageText(draft.errorAt('type'))}
      />
      {!NEVER_FILTERABLE.includes(value.type) && (
        <Checkbox
          label={texts.filterable}
          description={texts.filterableHelp}
          data-path="filterable"
          checked={value.filterable}
          onChange={(event) => patch({ filterable: event.currentTarget.checked })}
        />
      )}
    </Section>
  )
}

function Formula({ draft }: { draft: Draft<Field> }) {
  const texts = useTexts().fields
  const messageText = useMessageText()
  const { value, patch } = draft
  return (
    <Section title={texts.formula} about={texts.formulaHelp}>
      <Textarea
        aria-label={texts.formula}
        data-path="formula"
        className="desk-mono"
        autosize
        minRows={2}
        placeholder="addDays(repaired_on, 30)"
        value={value.formula ?? ''}
        onChange={(event) => patch({ formula: event.currentTarget.value })}
        error={messageText(draft.errorAt('formula'))}
      />
      <Select
        label={texts.result}
        data-path="result"
        maw={420}
        allowDeselect={false}
        data={RESULTS.map((result) => ({ value: result, label: texts.results[result] }))}
        value={value.result ?? 'text'}
        onChange={(chosen) => patch({ result: RESULTS.find((one) => one === chosen) ?? 'text' })}
        error={messageText(draft.errorAt('result'))}
      />
    </Section>
  )
}

function DeleteField({ field }: { field: Field }) {
  const texts = useTexts().fields
  const format = useFormat()
  const navigate = useNavigate()
  const queries = useQueryClient()
  return (
    <DeletePart
      title={texts.deleteTitle}
      about={texts.deleteAbout}
      question={texts.deleteQuestion(format.text(field.label))}
      typed={field.key}
      onDelete={async () => {
        await answer(api.DELETE('/api/v1/fields/{key}', { params: { path: { key: field.key } } }))
        await queries.invalidateQueries({ queryKey: ['fields'] })
        await navigate({ to: '/configuration/fields' })
      }}
    />
  )
}

/** The label of a member, by the name that it has in the API. */
function nameIn(texts: Readonly<Record<string, unknown>>, path: string): string {
  const name = texts[path.split('.')[0] ?? '']
  return typeof name === 'string' ? name : path
}
