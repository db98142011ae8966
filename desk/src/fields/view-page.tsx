import { ActionIcon, Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { NotFound } from '../app/not-found'
import { type Answer, api, tagged, type Tagged } from '../api/client'
import { useContentLocales } from '../api/content-locales'
import { type Draft, type Source, useDraft } from '../api/draft'
import { linkSearch } from '../api/search'
import { ifMatch, sourceQuery } from '../api/source'
import { useIssueTypes } from '../issue-types/types'
import { PreviewPane } from '../status-page/preview-pane'
import { useFormat, useTexts } from '../texts'
import { Empty, Loaded, Page, SaveBar, Section, TextsInput, useMessageText, WritingLanguage } from '../ui'
import { Sortable } from '../ui/sortable'
import { FieldTabs } from './field-tabs'
import { BUILT_IN, useFieldNames, useFields, VIEWS, type ViewName } from './fields'

type View = Answer<'/api/v1/issue-types/{key}/views/{view}', 'get'>
type Line = View['fields'][number]

/** What nobody outside should see without a good reason. */
const PRIVATE = new Set(['contact.name', 'contact.email', 'contact.phone', 'handler'])

function viewSource(key: string, view: ViewName): Source<View> {
  const path = { key, view }
  return {
    key: ['issue-types', key, 'views', view],
    read: () => tagged(api.GET('/api/v1/issue-types/{key}/views/{view}', { params: { path } })),
    write: (body, etag) =>
      tagged(
        api.PUT('/api/v1/issue-types/{key}/views/{view}', { params: { path, header: ifMatch(etag) }, body }),
      ),
    touches: [['issue-types', key, 'views', view, 'names']],
  }
}

/** Which fields one place shows, for one type of issues, and in which order. */
export function ViewPage() {
  const { view: named = '' } = useParams({ strict: false }) as { view?: string }
  const { type: chosen } = useSearch({ strict: false }) as { type?: string }
  const texts = useTexts().fields
  const types = useIssueTypes()
  const locales = useContentLocales()
  const view = VIEWS.find((one) => one === named)
  if (!view) return <NotFound />
  return (
    <Page title={texts.title} about={texts.views[view].about} width="100%">
      <FieldTabs type={chosen} />
      <Loaded query={types}>
        {(all) => {
          const type = all.find(({ key }) => key === chosen) ?? all[0]
          if (!type) return <Empty>{texts.noTypes}</Empty>
          return (
            <WritingLanguage locales={locales}>
              <TypeChoice view={view} chosen={type.key} />
              <ViewOf key={`${type.key} ${view}`} typeKey={type.key} view={view} />
            </WritingLanguage>
          )
        }}
      </Loaded>
    </Page>
  )
}

function TypeChoice({ view, chosen }: { view: ViewName; chosen: string }) {
  const texts = useTexts().fields
  const format = useFormat()
  const navigate = useNavigate()
  const types = useIssueTypes()
  return (
    <Select
      label={texts.issueType}
      maw={320}
      allowDeselect={false}
      data={(types.data ?? []).map(({ key, name }) => ({ value: key, label: format.text(name) }))}
      value={chosen}
      onChange={(type) =>
        void navigate({ to: `/configuration/fields/views/${view}`, search: linkSearch({ type: type ?? '' }) })
      }
    />
  )
}

function ViewOf({ typeKey, view }: { typeKey: string; view: ViewName }) {
  const source = useMemo(() => viewSource(typeKey, view), [typeKey, view])
  const query = useQuery(sourceQuery(source))
  return (
    <Loaded query={query}>
      {(loaded) => <Editor source={source} loaded={loaded} typeKey={typeKey} view={view} />}
    </Loaded>
  )
}

type EditorProps = { source: Source<View>; loaded: Tagged<View>; typeKey: string; view: ViewName }

function Editor({ source, loaded, typeKey, view }: EditorProps) {
  const texts = useTexts().fields
  const nameOf = useFieldNames()
  const draft = useDraft(source, loaded)
  const nameOfPath = (path: string) => {
    const line = draft.value.fields[Number(path.split('.')[1])]
    return line ? nameOf(line.field) : texts.shown
  }
  const list = <FieldLines draft={draft} view={view} />
  return (
    <Stack>
      {view === 'status-page' ? (
        <div className="desk-beside">
          {list}
          <PreviewPane typeKey={typeKey} fields={draft.value.fields} />
        </div>
      ) : (
        list
      )}
      <SaveBar draft={draft} nameOf={nameOfPath} />
    </Stack>
  )
}

function FieldLines({ draft, view }: { draft: Draft<View>; view: ViewName }) {
  const texts = useTexts().fields
  const nameOf = useFieldNames()
  const { fields } = draft.value
  const set = (next: readonly Line[]) => draft.patch({ fields: [...next] })
  return (
    <Section title={texts.shown} about={view === 'status-page' ? texts.shownToCustomers : texts.orderHelp}>
      {fields.length === 0 && <Text c="dimmed">{texts.emptyView}</Text>}
      <div data-path="fields">
        <Sortable
          items={fields}
          keyOf={({ field }) => field}
          nameOf={({ field }) => nameOf(field)}
          onChange={set}
        >
          {(line, at) => (
            <FieldLine
              line={line}
              at={at}
              draft={draft}
              isWarned={view === 'status-page' && PRIVATE.has(line.field)}
              onChange={(next) => set(fields.map((one) => (one === line ? next : one)))}
              onRemove={() => set(fields.filter((one) => one !== line))}
            />
          )}
        </Sortable>
      </div>
      <AddField taken={fields} onAdd={(field) => set([...fields, { field }])} />
    </Section>
  )
}

type LineProps = {
  line: Line
  at: number
  draft: Draft<View>
  isWarned: boolean
  onChange: (line: Line) => void
  onRemove: () => void
}

function FieldLine({ line, at, draft, isWarned, onChange, onRemove }: LineProps) {
  const texts = useTexts().fields
  const common = useTexts().common
  const nameOf = useFieldNames()
  const messageText = useMessageText()
  const builtIn: Readonly<Record<string, { about: string }>> = texts.builtIn
  const error = messageText(draft.errorAt(`fields.${at}.field`))
  const [isNamed, setNamed] = useState(line.label !== undefined)
  return (
    <Stack gap={4} data-path={`fields.${at}`}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={600}>{nameOf(line.field)}</Text>
          <Text size="sm" c="dimmed">
            {builtIn[line.field]?.about ?? line.field}
          </Text>
        </div>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={`${common.remove}: ${nameOf(line.field)}`}
          onClick={onRemove}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </Group>
      {isWarned && (
        <Alert color="call" p="xs">
          {texts.privateByNature}
        </Alert>
      )}
      {isNamed ? (
        <TextsInput
          label={texts.ownLabel}
          path={`fields.${at}.label`}
          placeholder={nameOf(line.field)}
          value={line.label ?? {}}
          onChange={(label) =>
            onChange(Object.keys(label).length > 0 ? { field: line.field, label } : { field: line.field })
          }
          errorAt={draft.errorAt}
        />
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setNamed(true)}
        >
          {texts.rename}
        </Button>
      )}
      {error && (
        <Text size="sm" c="bad">
          {error}
        </Text>
      )}
    </Stack>
  )
}

function AddField({ taken, onAdd }: { taken: readonly Line[]; onAdd: (field: string) => void }) {
  const texts = useTexts().fields
  const nameOf = useFieldNames()
  const own = useFields()
  const isFree = (key: string) => !taken.some(({ field }) => field === key)
  const choices = (keys: readonly string[]) =>
    keys.filter(isFree).map((key) => ({ value: key, label: nameOf(key) }))
  return (
    <Select
      label={texts.addField}
      placeholder={texts.addFieldHint}
      searchable
      maw={420}
      nothingFoundMessage={texts.noneFound}
      data={[
        { group: texts.ownFields, items: choices((own.data ?? []).map(({ key }) => key)) },
        { group: texts.builtInFields, items: choices(BUILT_IN) },
      ]}
      value={null}
      onChange={(field) => field && onAdd(field)}
    />
  )
}
