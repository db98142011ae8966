import type { Body } from '../api/client'
import type { WorkField, WorkType } from '../work'

export type LinkKind = 'related' | 'duplicate-of'

/** What somebody writes down of a new issue. */
export type Entry = {
  type: string
  locale: string
  contact: { name: string; email: string; phone: string }
  /** By key, of every type that was looked at: what the chosen type does not ask for is not sent. */
  values: Readonly<Record<string, unknown>>
  handler: string | null
  due: string | null
  /** By number: what the new issue is to issues that are there already. */
  links: Readonly<Record<string, LinkKind>>
}

export function blankEntry(type: string, locale: string, handler: string | null): Entry {
  return {
    type,
    locale,
    contact: { name: '', email: '', phone: '' },
    values: {},
    handler,
    due: null,
    links: {},
  }
}

type FieldsByKey = ReadonlyMap<string, Pick<WorkField, 'key' | 'type'>>

/** The own fields that a type asks for in its form, in its order; what is computed nobody writes. */
export function askedFields(type: WorkType, fields: FieldsByKey): string[] {
  return type.views.form
    .map(({ field }) => field)
    .filter((key) => {
      const own = fields.get(key)
      return own !== undefined && own.type !== 'computed'
    })
}

/** What the API takes: of the values those that the type asks for and that are there. */
export function bodyOf(entry: Entry, type: WorkType, fields: FieldsByKey): Body<'/api/v1/issues', 'post'> {
  const { locale, contact, handler, due } = entry
  const asked = askedFields(type, fields).filter((key) => fields.get(key)?.type !== 'file')
  const values = Object.fromEntries(
    asked.flatMap((key) => (isThere(entry.values[key]) ? [[key, entry.values[key]] as const] : [])),
  )
  return { type: type.key, locale, contact, values, handler, ...(due ? { due } : {}) }
}

/** The members that the first step asks for and that are not there. */
export function missingIn(entry: Entry, type: WorkType): string[] {
  const builtIn: Readonly<Record<string, unknown>> = {
    'contact.name': entry.contact.name.trim(),
    'contact.email': entry.contact.email.trim(),
    'contact.phone': entry.contact.phone.trim(),
    handler: entry.handler,
    due: entry.due,
  }
  return (type.steps[0]?.required ?? [])
    .filter((field) => !isThere(Object.hasOwn(builtIn, field) ? builtIn[field] : entry.values[field]))
    .map((field) => (Object.hasOwn(builtIn, field) ? field : `values.${field}`))
}

/** The fields that are not needed yet, by key, with the key of the step right after the first one that asks for them. */
export function neededSoon(type: WorkType): ReadonlyMap<string, string> {
  const [first, ...others] = type.steps
  const needed = new Map<string, string>()
  for (const key of first?.next ?? []) {
    for (const field of others.find((step) => step.key === key)?.required ?? []) {
      if (!first?.required.includes(field) && !needed.has(field)) needed.set(field, key)
    }
  }
  return needed
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}
