import { emailKey } from '../base/index.ts'
import type { RecordedEvent } from '../events/index.ts'
import type { IssueType, StoredValue } from '../issue-types/index.ts'
import { type Issue, phoneKey } from '../issues/index.ts'

/**
 * An issue as it was before its latest events: right after the event that precedes them. Steps, fields and what follows
 * from them are undone. What the history does not tell stays as near as it can: `version` and `contactVersion` are those
 * of now, `publicChangedAt` is no later than `at`, and values that went with a deleted field stay away.
 *
 * @param laterEvents - all events after that one, oldest first
 * @param at - when that one happened, UTC milliseconds
 */
export function issueAsOf(
  issue: Issue,
  laterEvents: readonly Pick<RecordedEvent, 'kind' | 'data'>[],
  { type, defaultCountry, at }: { type: Pick<IssueType, 'stepByKey'>; defaultCountry: string; at: number },
): Issue {
  let before: Issue = { ...issue, changedAt: at, publicChangedAt: Math.min(issue.publicChangedAt, at) }
  for (const { kind, data } of laterEvents.toReversed()) {
    if (kind === 'issue.step-changed') before = withoutMove(before, data, type)
    if (kind === 'issue.step-changed' || kind === 'issue.field-changed') before = withoutChanges(before, data)
  }
  const { email, phone } = before.contact
  return {
    ...before,
    emailKey: email === issue.contact.email ? issue.emailKey : emailKey(email),
    phoneKey: phone === issue.contact.phone ? issue.phoneKey : phoneKey(phone, defaultCountry),
  }
}

type Data = RecordedEvent['data']

function withoutMove(issue: Issue, data: Data, type: Pick<IssueType, 'stepByKey'>): Issue {
  const { from } = data
  if (typeof from !== 'string') return issue
  return {
    ...issue,
    step: from,
    category: type.stepByKey.get(from)?.category ?? issue.category,
    trail: issue.trail.length > 1 ? issue.trail.slice(0, -1) : issue.trail,
  }
}

function withoutChanges(issue: Issue, data: Data): Issue {
  const values = new Map(Object.entries(issue.values))
  const contact = { ...issue.contact }
  let { due, locale, handlerId } = issue
  for (const [field, from] of changedFrom(data)) {
    const text = typeof from === 'string' ? from : ''
    if (field === 'due') due = text || null
    else if (field === 'handler') handlerId = text || null
    else if (field === 'locale') locale = text || locale
    else if (field === 'contact.name') contact.name = text
    else if (field === 'contact.email') contact.email = text
    else if (field === 'contact.phone') contact.phone = text
    else if (from === null || from === undefined) values.delete(field)
    else values.set(field, storedBefore(from))
  }
  return { ...issue, contact, due, locale, handlerId, values: Object.fromEntries(values) }
}

function changedFrom({ changes }: Data): [field: string, from: unknown][] {
  if (typeof changes !== 'object' || changes === null) return []
  return Object.entries(changes).flatMap(([field, change]: [string, unknown]) =>
    typeof change === 'object' && change !== null && 'from' in change ? [[field, change.from]] : [],
  )
}

/** An event repeats the stored form of what it changed. */
function storedBefore(from: unknown): StoredValue {
  return from as StoredValue
}
