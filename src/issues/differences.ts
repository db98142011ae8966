import { isDeepStrictEqual } from 'node:util'
import type { Changes } from '../events/index.ts'
import type { Issue } from './issue.ts'

/** What people can change of an issue, and what they changed of it: by field, `null` where there is no value. */
export function differences(before: Issue, after: Issue): Changes {
  const changes: Record<string, { from: unknown; to: unknown }> = {}
  const compare = (field: string, from: unknown, to: unknown) => {
    if (!isDeepStrictEqual(from, to)) changes[field] = { from: from ?? null, to: to ?? null }
  }
  compare('locale', before.locale, after.locale)
  compare('due', before.due, after.due)
  compare('handler', before.handlerId, after.handlerId)
  for (const part of ['name', 'email', 'phone'] as const) {
    compare(`contact.${part}`, before.contact[part], after.contact[part])
  }
  for (const key of new Set([...Object.keys(before.values), ...Object.keys(after.values)])) {
    compare(key, before.values[key], after.values[key])
  }
  return changes
}
