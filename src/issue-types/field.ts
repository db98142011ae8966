import type { Texts } from '../base/index.ts'
import type { FormulaResult } from './formula.ts'

/** Types of the administrator's own fields. */
export const FIELD_TYPES = [
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
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

export type FieldOption = { key: string; label: Texts }

/** An application field of the administrator's own. */
export type Field = {
  key: string
  type: FieldType
  label: Texts
  /** Whether lists can filter by it; keeps it in the index table `field_values`. */
  filterable: boolean
  /** For `choice` and `multi-choice`. */
  options: readonly FieldOption[]
  /** For `computed`: what it is made of, and what it gives. */
  formula?: string | undefined
  result?: FormulaResult | undefined
}

/** Types whose values lists cannot filter by. */
export const NEVER_FILTERABLE: readonly FieldType[] = ['file', 'computed']

/** Fields that every issue has. */
export const BUILT_IN_FIELDS = [
  'number',
  'type',
  'step',
  'progress',
  'next',
  'created',
  'changed',
  'due',
  'messages',
  'attachments',
  'contact.name',
  'contact.email',
  'contact.phone',
  'locale',
  'handler',
] as const
export type BuiltInField = (typeof BUILT_IN_FIELDS)[number]

/** What conditions of rules call beside the fields: no own field takes such a key. */
export const RESERVED_KEYS: readonly string[] = ['category', 'stage', 'turn']

export const VIEWS = ['list', 'detail', 'form', 'status-page'] as const
export type ViewName = (typeof VIEWS)[number]

/** One line of a view; `label` overrides the field's own, per language. */
export type ViewField = { field: string; label?: Texts | undefined }

/** Stored values of own fields, by type. Money is in minor units. Dates are `YYYY-MM-DD`, instants ISO 8601 UTC. */
export type Money = { amount: number; currency: string }
export type Address = { street?: string; city?: string; postalCode?: string; country?: string }
export type Link = { url: string; label?: string }
export type StoredValue = string | number | boolean | readonly string[] | Money | Address | Link
export type StoredValues = Readonly<Record<string, StoredValue>>
