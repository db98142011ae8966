import type { Body } from '../api/client'
import type { Issue, useNames, ValueInputProps } from '../work'

export type IssueChange = Body<'/api/v1/issues/{number}', 'patch'>

const CONTACT = 'contact.'
const VALUES = 'values.'

/** The member of an issue that the API calls `path`, like `values.product`; `null` where it has no value. */
export function memberOf(issue: Issue, path: string): unknown {
  if (path.startsWith(VALUES)) return issue.values[path.slice(VALUES.length)] ?? null
  switch (path) {
    case 'contact.name':
      return issue.contact.name || null
    case 'contact.email':
      return issue.contact.email || null
    case 'contact.phone':
      return issue.contact.phone || null
    case 'handler':
      return issue.handler?.id ?? null
    case 'locale':
      return issue.locale
    case 'due':
      return issue.due
    default:
      return null
  }
}

/** The change that gives one member another value, and touches no other. */
export function changeOf(path: string, value: unknown): IssueChange {
  if (path.startsWith(VALUES)) return { values: { [path.slice(VALUES.length)]: value } }
  if (path.startsWith(CONTACT)) return { contact: { [path.slice(CONTACT.length)]: value ?? '' } }
  return { [path]: value }
}

/** How views and histories call a member: `product` for `values.product`. */
export function fieldOf(path: string): string {
  return path.startsWith(VALUES) ? path.slice(VALUES.length) : path
}

const BUILT_IN = new Set(['contact.name', 'contact.email', 'contact.phone', 'handler', 'locale', 'due'])

/** The other way round: the member that a field of a view or a history is. */
export function pathOf(field: string): string {
  return BUILT_IN.has(field) ? field : `${VALUES}${field}`
}

const CONTROLS: Readonly<Record<string, ValueInputProps['field']>> = {
  'contact.name': { type: 'text', options: [] },
  'contact.email': { type: 'email', options: [] },
  'contact.phone': { type: 'phone', options: [] },
  handler: { type: 'user', options: [] },
  due: { type: 'date', options: [] },
}

/** What the control of a member is made of; nothing where the workplace knows no such field. */
export function controlOf(
  names: ReturnType<typeof useNames>,
  path: string,
): ValueInputProps['field'] | undefined {
  return CONTROLS[path] ?? names.fieldOf(fieldOf(path))
}

/** An issue as it would be with another value in a field, for showing what stood there. */
export function withField(
  issue: Issue,
  field: string,
  value: unknown,
  nameOf: (user: string) => string,
): Issue {
  const text = typeof value === 'string' ? value : ''
  switch (field) {
    case 'contact.name':
      return { ...issue, contact: { ...issue.contact, name: text } }
    case 'contact.email':
      return { ...issue, contact: { ...issue.contact, email: text } }
    case 'contact.phone':
      return { ...issue, contact: { ...issue.contact, phone: text } }
    case 'handler':
      return { ...issue, handler: text ? { id: text, name: nameOf(text), email: '' } : null }
    case 'locale':
      return { ...issue, locale: text || issue.locale }
    case 'due':
      return { ...issue, due: text || null }
    default:
      return { ...issue, values: { ...issue.values, [field]: value } }
  }
}
