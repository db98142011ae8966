import { MultiSelect, Select, Stack, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client'
import type { Draft } from '../api/draft'
import { allPages } from '../api/pages'
import { useFormat, useTexts } from '../texts'
import { useMessageText } from '../ui'
import { CHOOSABLE, EVENTS, type Written } from './webhooks'

/** All that is written of a webhook, new or not. */
export function WebhookFields<T extends Written>({ draft }: { draft: Draft<T> }) {
  const texts = useTexts().webhooks
  const messageText = useMessageText()
  const { value } = draft
  const patch = (part: Partial<Written>) => draft.set({ ...value, ...part })
  const error = (path: string, inside = false) => messageText(draft.errorAt(path, inside))
  return (
    <Stack gap="md">
      <TextInput
        label={texts.name}
        description={texts.nameHelp}
        data-path="name"
        value={value.name}
        onChange={(event) => patch({ name: event.currentTarget.value })}
        error={error('name')}
        maw={420}
      />
      <TextInput
        type="url"
        label={texts.url}
        description={texts.urlHelp}
        data-path="url"
        placeholder="https://"
        value={value.url}
        onChange={(event) => patch({ url: event.currentTarget.value })}
        error={error('url')}
        autoComplete="off"
      />
      <MultiSelect
        label={texts.events}
        description={texts.eventsHelp}
        data-path="events"
        data={EVENTS.map((event) => ({ value: event, label: texts.eventNames[event] ?? event }))}
        value={[...value.events]}
        onChange={(chosen) => patch({ events: eventsOf(chosen, value.events) })}
        error={error('events', true)}
      />
      <Scope value={value} patch={patch} error={error} />
      <Switch
        label={texts.enabled}
        data-path="enabled"
        checked={value.enabled}
        onChange={(event) => patch({ enabled: event.currentTarget.checked })}
      />
    </Stack>
  )
}

/** Everything stands alone: who chooses it lets go of single events, and the other way round. */
function eventsOf(chosen: readonly string[], before: Written['events']): Written['events'] {
  const events = EVENTS.filter((event) => chosen.includes(event))
  if (!events.includes('*')) return events
  return before.includes('*') && events.length > 1 ? events.filter((event) => event !== '*') : ['*']
}

type ScopeProps = {
  value: Written
  patch: (part: Partial<Written>) => void
  error: (path: string, inside?: boolean) => string | undefined
}

function Scope({ value, patch, error }: ScopeProps) {
  const texts = useTexts().webhooks
  const format = useFormat()
  const types = useTypes()
  const fields = useOwnFields()
  const own = fields.map(({ key, label }) => ({ value: key, label: format.text(label) || key }))
  const known = new Set([...CHOOSABLE, ...own.map((field) => field.value)] as string[])
  const gone = value.fields.filter((field) => !known.has(field))
  return (
    <>
      <Select
        label={texts.issueType}
        data-path="issueType"
        placeholder={texts.allTypes}
        data={types.map(({ key, name }) => ({ value: key, label: format.text(name) || key }))}
        value={value.issueType}
        onChange={(issueType) => patch({ issueType })}
        error={error('issueType')}
        clearable
        maw={420}
      />
      <MultiSelect
        label={texts.fields}
        description={texts.fieldsHelp}
        data-path="fields"
        data={[
          ...CHOOSABLE.map((field) => ({ value: field as string, label: texts.fieldNames[field] ?? field })),
          ...gone.map((field) => ({ value: field, label: field })),
          ...(own.length > 0 ? [{ group: texts.ownFields, items: own }] : []),
        ]}
        value={[...value.fields]}
        onChange={(chosen) => patch({ fields: chosen })}
        error={error('fields', true)}
        searchable
      />
    </>
  )
}

function useTypes() {
  const { data } = useQuery({
    queryKey: ['issue-types', 'names'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/issue-types', {
            params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } },
          }),
        ),
      ),
  })
  return data ?? []
}

function useOwnFields() {
  const { data } = useQuery({
    queryKey: ['fields', 'all'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/fields', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }),
        ),
      ),
  })
  return data ?? []
}
