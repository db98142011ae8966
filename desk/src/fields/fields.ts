import { useQuery } from '@tanstack/react-query'
import { answer, api, type Item } from '../api/client'
import { allPages } from '../api/pages'
import { useFormat, useTexts } from '../texts'

export type Field = Item<'/api/v1/fields'>
export type FieldType = Field['type']

export const VIEWS = ['status-page', 'list', 'detail', 'form'] as const
export type ViewName = (typeof VIEWS)[number]

export const FIELD_TYPES: readonly FieldType[] = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'date-time',
  'boolean',
  'choice',
  'multi-choice',
  'email',
  'phone',
  'address',
  'bank-account',
  'file',
  'link',
  'user',
  'computed',
]

export const BUILT_IN = [
  'number',
  'type',
  'step',
  'progress',
  'next',
  'due',
  'created',
  'changed',
  'messages',
  'attachments',
  'handler',
  'locale',
  'contact.name',
  'contact.email',
  'contact.phone',
] as const

/** Types of which lists cannot filter. */
export const NEVER_FILTERABLE: readonly FieldType[] = ['file', 'computed']

/** All own fields of the installation. */
export function useFields() {
  return useQuery({
    queryKey: ['fields'],
    queryFn: () =>
      allPages((cursor) =>
        answer(
          api.GET('/api/v1/fields', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }),
        ),
      ),
  })
}

/** What a field is called for people: the administrator's own, and the built-in ones. */
export function useFieldNames(): (key: string) => string {
  const texts = useTexts().fields
  const format = useFormat()
  const fields = useFields()
  const builtIn: Readonly<Record<string, { name: string }>> = texts.builtIn
  const own = new Map((fields.data ?? []).map((field) => [field.key, format.text(field.label)]))
  return (key) => own.get(key) || builtIn[key]?.name || key
}
