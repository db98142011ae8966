import type { Body } from '../api/client'
import type { WorkField } from '../work'

/** What somebody gave for a move, by field. */
export type Given = Readonly<Record<string, unknown>>
type Edit = Body<'/api/v1/issues/{number}', 'patch'>

const BUILT_IN: Readonly<Record<string, WorkField['type']>> = {
  'contact.name': 'text',
  'contact.email': 'email',
  'contact.phone': 'phone',
  due: 'date',
  handler: 'user',
}

/** What a field is asked with. */
export function inputFor(key: string, field: WorkField | undefined): Pick<WorkField, 'type' | 'options'> {
  return { type: BUILT_IN[key] ?? field?.type ?? 'text', options: field?.options ?? [] }
}

/** The member of the API that its errors name. */
export function pathOf(key: string): string {
  return Object.hasOwn(BUILT_IN, key) ? key : `values.${key}`
}

/** What goes with the move itself, and what has to be changed of the issue before; `null` where nothing has. */
export function partsOf(given: Given): { values: Record<string, unknown>; edit: Edit | null } {
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined)
  const own = entries.filter(([key]) => !Object.hasOwn(BUILT_IN, key))
  const text = (key: string) => {
    const value = given[key]
    return typeof value === 'string' ? value : undefined
  }
  const part = <K extends string>(name: K, key: string) => {
    const value = text(key)
    return value === undefined ? {} : ({ [name]: value } as Record<K, string>)
  }
  const contact = {
    ...part('name', 'contact.name'),
    ...part('email', 'contact.email'),
    ...part('phone', 'contact.phone'),
  }
  const edit: Edit = {
    ...(Object.keys(contact).length > 0 ? { contact } : {}),
    ...part('due', 'due'),
    ...part('handler', 'handler'),
  }
  return { values: Object.fromEntries(own), edit: Object.keys(edit).length > 0 ? edit : null }
}
