import { useQuery } from '@tanstack/react-query'
import { type Answer, answer, api, type Item } from '../api/client'
import { allPages } from '../api/pages'
import { useUsers } from '../people/users'
import { useTemplates } from '../templates/templates'
import { useFormat, useTexts } from '../texts'
import type { TriggerKind } from './rules'

export type ConditionFields = Answer<'/api/v1/condition-fields', 'get'>
export type ConditionField = ConditionFields['items'][number]
export type Choice = { value: string; label: string }

const cursorOf = (cursor: string | undefined) => ({ limit: 200, ...(cursor ? { cursor } : {}) })

export function useIssueTypes(): readonly Item<'/api/v1/issue-types'>[] {
  const { data } = useQuery({
    queryKey: ['rules', 'issue-types'],
    queryFn: () =>
      allPages((cursor) => answer(api.GET('/api/v1/issue-types', { params: { query: cursorOf(cursor) } }))),
  })
  return data ?? []
}

function useWebhookChoices(): Choice[] {
  const { data } = useQuery({
    queryKey: ['rules', 'webhooks'],
    queryFn: () =>
      allPages((cursor) => answer(api.GET('/api/v1/webhooks', { params: { query: cursorOf(cursor) } }))),
  })
  return (data ?? []).map(({ id, name }) => ({ value: id, label: name }))
}

/** What a rule for a type, or for all, can name: by the names that people gave it. */
export type Surroundings = {
  types: Choice[]
  templates: Choice[]
  textTemplates: ReadonlySet<string>
  webhooks: Choice[]
  people: Choice[]
  steps: Choice[]
  changeable: Choice[]
  fields: readonly ConditionField[]
  fieldOf: (key: string) => ConditionField | undefined
  operatorsOf: (kind: ConditionField['kind']) => readonly string[]
  nameOf: (field: ConditionField) => string
  choicesOf: (field: ConditionField) => Choice[]
}

export function useSurroundings(issueType: string | null): Surroundings {
  const texts = useTexts().rules
  const format = useFormat()
  const types = useIssueTypes()
  const webhooks = useWebhookChoices()
  const templates = useTemplates().data ?? []
  const users = useUsers().data ?? []
  const { data } = useQuery({
    queryKey: ['condition-fields', issueType],
    queryFn: () =>
      answer(api.GET('/api/v1/condition-fields', { params: { query: issueType ? { issueType } : {} } })),
  })
  const fields = data?.items ?? []
  const fieldOf = (key: string) => fields.find((field) => field.key === key)
  const nameOf = (field: ConditionField) => format.text(field.label) || (texts.fields[field.key] ?? field.key)
  const choicesOf = ({ key: field, options }: ConditionField): Choice[] =>
    (options ?? []).map(({ key, label }) => ({
      value: key,
      label: format.text(label) || (texts.choices[field]?.[key] ?? texts.fields[key] ?? key),
    }))
  const choicesIn = (key: string) => {
    const field = fieldOf(key)
    return field ? choicesOf(field) : []
  }
  return {
    types: types.map(({ key, name }) => ({ value: key, label: format.text(name) })),
    templates: templates.map(({ key, name }) => ({ value: key, label: name })),
    textTemplates: new Set(templates.filter(({ channel }) => channel === 'sms').map(({ key }) => key)),
    webhooks,
    people: users
      .filter(({ active }) => active)
      .map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
    steps: choicesIn('step'),
    changeable: choicesIn('event.field'),
    fields,
    fieldOf,
    operatorsOf: (kind) => data?.operators[kind] ?? [],
    nameOf,
    choicesOf,
  }
}

/** The fields that have a value when a trigger happens. */
export function fieldsWith(fields: readonly ConditionField[], trigger: TriggerKind, hasNotes: boolean) {
  return fields.filter(
    ({ key, only }) => (only === null || only === trigger) && (key !== 'message.internal' || hasNotes),
  )
}

/** The name of one of some choices; what is not among them is shown as it is. */
export function labelIn(choices: readonly Choice[], value: string): string {
  if (value === '') return '…'
  return choices.find((choice) => choice.value === value)?.label ?? value
}
