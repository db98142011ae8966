import { emailKey } from '../base/index.ts'
import type { RecordedEvent } from '../events/index.ts'
import type { IssueType, StoredValue } from '../issue-types/index.ts'
import { byHand, type Issue, isDeadlineState, phoneKey } from '../issues/index.ts'

type LaterEvent = Pick<RecordedEvent, 'kind' | 'data'> & Partial<Pick<RecordedEvent, 'at'>>

/**
 * An issue as it was before its latest events: right after the event that precedes them. Steps, fields and what follows
 * from them are undone. What the history does not tell stays as near as it can: `version` and `contactVersion` are those
 * of now, `publicChangedAt` is no later than `at`, and values that went with a deleted field stay away.
 *
 * The deadline as the change in question left it is part of it: what moved with it is not undone. Of an earlier deadline
 * the history tells day, state and rule.
 *
 * @param laterEvents - all events after that one, oldest first
 * @param at - when that one happened, UTC milliseconds
 */
export function issueAsOf(
  issue: Issue,
  laterEvents: readonly LaterEvent[],
  { type, defaultCountry, at }: { type: Pick<IssueType, 'stepByKey'>; defaultCountry: string; at: number },
): Issue {
  let before: Issue = { ...issue, changedAt: at, publicChangedAt: Math.min(issue.publicChangedAt, at) }
  const own = laterEvents.findIndex((event) => event.kind !== 'deadline.moved' || event.at !== at)
  const later = own < 0 ? [] : laterEvents.slice(own)
  for (const { kind, data } of later.toReversed()) {
    if (kind === 'deadline.moved') before = withoutMovedDeadline(before, data)
    if (kind === 'deadline.extended' && before.deadline) {
      before = { ...before, deadline: { ...before.deadline, extension: null } }
    }
    if (kind === 'issue.step-changed') before = withoutMove(before, data, type)
    if (kind === 'issue.step-undone') before = withUndoneMove(before, data, type)
    if (CHANGES_FIELDS.has(kind)) before = withoutChanges(before, data)
  }
  const { email, phone } = before.contact
  return {
    ...before,
    emailKey: email === issue.contact.email ? issue.emailKey : emailKey(email),
    phoneKey: phone === issue.contact.phone ? issue.phoneKey : phoneKey(phone, defaultCountry),
  }
}

const CHANGES_FIELDS: ReadonlySet<string> = new Set([
  'issue.step-changed',
  'issue.step-undone',
  'issue.field-changed',
])

type Data = RecordedEvent['data']

/** The move that was taken back, before that. */
function withUndoneMove(issue: Issue, data: Data, type: Pick<IssueType, 'stepByKey'>): Issue {
  const { from, since } = data
  if (typeof from !== 'string' || typeof since !== 'number') return issue
  return {
    ...issue,
    step: from,
    category: type.stepByKey.get(from)?.category ?? issue.category,
    trail: [...issue.trail, [from, since]],
  }
}

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

function withoutMovedDeadline(issue: Issue, data: Data): Issue {
  const due = typeof data['from'] === 'string' ? data['from'] : null
  const state = memberFrom(data['state'])
  if (!isDeadlineState(state)) return { ...issue, due, deadline: null }
  const rule = memberFrom(data['rule'])
  const deadline = issue.deadline ?? byHand(due ?? '', issue.changedAt)
  return {
    ...issue,
    // Of a clock that stood still, the event tells the day that it had before.
    due: state === 'paused' || state === 'waiting' ? null : due,
    deadline: { ...deadline, state, day: due, rule: typeof rule === 'string' ? rule : null },
  }
}

function memberFrom(change: unknown): unknown {
  return typeof change === 'object' && change !== null && 'from' in change ? change.from : null
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
