import { isDeepStrictEqual } from 'node:util'
import { emailKey, type InputError, isDate } from '../base/index.ts'
import type { Configuration, Step, StoredValue, StoredValues } from '../issue-types/index.ts'
import { userOf, type Users } from '../staff/index.ts'
import type { Issue } from './issue.ts'
import { type Contact, phoneKey } from './contact.ts'
import { checkValue } from './values.ts'

export type ContactInput = {
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
}

/** The contact with its comparable forms; a part that did not come in keeps what it was. */
export type CheckedContact = { contact: Contact; emailKey: string | null; phoneKey: string | null }

export function checkContact(
  input: ContactInput,
  before: Contact,
  defaultCountry: string,
  errors: InputError[],
): CheckedContact {
  const contact: Contact = {
    name: (input.name ?? before.name).replace(/\s+/g, ' ').trim(),
    email: (input.email ?? before.email).trim(),
    phone: (input.phone ?? before.phone).trim(),
  }
  const email = contact.email ? emailKey(contact.email) : null
  const phone = contact.phone ? phoneKey(contact.phone, defaultCountry) : null
  if (contact.email && !email) {
    errors.push({ path: 'contact.email', message: 'an e-mail address like jana@example.com is needed' })
  }
  if (contact.phone && !phone) {
    errors.push({ path: 'contact.phone', message: 'a phone number like +420601123456 is needed' })
  }
  return { contact, emailKey: email, phoneKey: phone }
}

/**
 * Merges values into those an issue has; `null` takes one away. A value that stays what it was is not asked whether it
 * would be allowed today, so that an issue can be sent back as it was read; for the same reason computed values are
 * ignored. `files` are ids of the issue's attachments, at least those of them that came in.
 */
export function checkValues(
  input: Readonly<Record<string, unknown>>,
  before: StoredValues,
  configuration: Pick<Configuration, 'fieldByKey'> & Users,
  defaultCountry: string,
  files: ReadonlySet<string>,
  errors: InputError[],
): Record<string, StoredValue> {
  const values: Record<string, StoredValue> = { ...before }
  for (const [key, value] of Object.entries(input)) {
    const field = configuration.fieldByKey.get(key)
    if (!field) {
      errors.push({ path: `values.${key}`, message: 'there is no such field' })
      continue
    }
    if (field.type === 'computed') continue
    if (before[key] !== undefined && isDeepStrictEqual(value, before[key])) continue
    if (field.type === 'user' && typeof value === 'string' && isUser(configuration, value, before[key]))
      continue
    const result = checkValue(field, value, defaultCountry, configuration)
    if ('errors' in result) {
      for (const error of result.errors) {
        errors.push({ path: ['values', key, error.path].filter(Boolean).join('.'), message: error.message })
      }
    } else if (result.value === null) delete values[key]
    else if (field.type === 'file' && !(typeof result.value === 'string' && files.has(result.value))) {
      errors.push({ path: `values.${key}`, message: 'the issue has no such attachment' })
    } else values[key] = result.value
  }
  return values
}

function isUser(users: Users, idOrEmail: string, id: StoredValue | undefined): boolean {
  return id !== undefined && userOf(users, idOrEmail)?.id === id
}

/** By id, by e-mail, or as an issue was read. */
export type HandlerInput = string | { readonly id?: string | undefined } | null | undefined

/** The id of the handler after the input: none where it is `null` or empty, who it was where nothing came in. */
export function checkHandler(
  input: HandlerInput,
  before: string | null,
  users: Users,
  errors: InputError[],
): string | null {
  if (input === undefined) return before
  if (input === null || input === '') return null
  const user = typeof input === 'string' ? userOf(users, input) : users.userById.get(input.id ?? '')
  if (user && (user.active || user.id === before)) return user.id
  errors.push({ path: 'handler', message: HANDLER_NEEDED })
  return before
}

export const HANDLER_NEEDED = 'the id or e-mail of an active user is needed, or null'

/** The deadline after the input: none where it is `null` or empty, what it was where nothing came in. */
export function checkDue(
  input: string | null | undefined,
  before: string | null,
  errors: InputError[],
): string | null {
  if (input === undefined) return before
  if (input && !isDate(input)) {
    errors.push({ path: 'due', message: 'a date like 2026-12-09 is needed, or null' })
  }
  return input || null
}

/** What a step asks for and an issue does not have. */
export function missingFor(
  step: Step,
  issue: Pick<Issue, 'contact' | 'values' | 'due' | 'deadline' | 'handlerId'>,
): InputError[] {
  const builtIn = new Map<string, string | null>(
    Object.entries({
      'contact.name': issue.contact.name,
      'contact.email': issue.contact.email,
      'contact.phone': issue.contact.phone,
      // One whose clock stands still is there, too.
      due: issue.due ?? issue.deadline?.day ?? null,
      handler: issue.handlerId,
    }),
  )
  return step.required
    .filter((field) => (builtIn.has(field) ? !builtIn.get(field) : issue.values[field] === undefined))
    .map((field) => ({
      path: builtIn.has(field) ? field : `values.${field}`,
      message: `is needed before the step ${step.key}`,
    }))
}
