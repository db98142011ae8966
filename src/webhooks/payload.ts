import type { EventKind } from '../events/index.ts'
import type { Configuration, StoredValue } from '../issue-types/index.ts'
import { computedValues, type Issue, typeOf } from '../issues/index.ts'

/** What a payload tells grows within one version: receivers pass over members that they do not know. */
export const PAYLOAD_VERSION = 1
/** A payload in UTF-8 has fewer bytes. */
export const PAYLOAD_BYTES = 20_000
/** Names of changed fields that a payload tells. */
const MOST_CHANGED = 100

export type ToldEvent = {
  id: string
  kind: EventKind
  data: Readonly<Record<string, unknown>>
  /** UTC milliseconds. */
  at: number
}

/**
 * What a webhook is sent of an event, as JSON: what happened, to which issue, where that stands now; of its contents only
 * the fields that were chosen. Never texts of messages, names of files, or values that were there before.
 */
export function payloadOf(
  event: ToldEvent,
  about: { issue: Issue; configuration: Configuration; timeZone: string; fields: readonly string[] },
): string {
  const { issue, configuration } = about
  const data = {
    event: event.id,
    issue: issue.number,
    issueType: typeOf(configuration, issue).key,
    step: issue.step,
    category: issue.category,
    ...DETAILS[event.kind](event.data),
  }
  const chosen = chosenFields(about)
  const cut: string[] = []
  for (;;) {
    const text = written(event.kind, event.at, {
      ...data,
      ...(about.fields.length > 0 ? { fields: Object.fromEntries(chosen) } : {}),
      ...(cut.length > 0 ? { cut } : {}),
    })
    const longest = [...chosen].toSorted(([, one], [, other]) => sizeOf(other) - sizeOf(one))[0]?.[0]
    if (Buffer.byteLength(text) < PAYLOAD_BYTES || longest === undefined) return text
    chosen.delete(longest)
    cut.push(longest)
  }
}

/** What the button that tries a webhook sends. */
export function testPayload(at: number): string {
  return written('webhook.test', at, {})
}

function written(type: string, at: number, data: object): string {
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), version: PAYLOAD_VERSION, data })
}

type Told = Readonly<Record<string, unknown>>

/** What a payload tells of each kind of event; what is not named here stays in the shop. */
const DETAILS: Readonly<Record<EventKind, (data: Told) => Told>> = {
  'issue.created': () => ({}),
  'issue.step-changed': ({ from, to }) => ({ from, to }),
  'issue.step-undone': ({ from, to }) => ({ from, to }),
  'issue.linked': () => ({}),
  'issue.unlinked': () => ({}),
  'issue.field-changed': ({ changes }) => ({ changed: Object.keys(changes ?? {}).slice(0, MOST_CHANGED) }),
  'message.received': ({ from, internal }) => ({ from, internal }),
  'attachment.added': ({ public: isPublic }) => ({ public: isPublic }),
  'attachment.changed': ({ public: isPublic }) => ({ public: isPublic }),
  'attachment.deleted': () => ({}),
  'deadline.moved': ({ from, to, reason }) => ({ from, to, reason }),
  'deadline.extended': ({ from, to }) => ({ from, to }),
  'deadline.near': ({ due, before, at }) => ({ due, before, ...(at === undefined ? {} : { at }) }),
  'deadline.passed': ({ due, after }) => ({ due, after }),
  'waiting.for-customer': ({ since, for: period }) => ({ since: instant(since), for: period }),
  schedule: ({ tick }) => ({ tick: instant(tick) }),
}

function instant(at: unknown): string {
  return new Date(Number(at)).toISOString()
}

type Value = StoredValue | null

/** The chosen fields of an issue; `null` where there is no value. One that was deleted since is left out. */
function chosenFields(about: Parameters<typeof payloadOf>[1]): Map<string, Value> {
  const { issue, configuration, timeZone, fields } = about
  if (fields.length === 0) return new Map()
  const computed = computedValues(timeZone, configuration, issue)
  const valueOf = (name: string): Value | undefined => {
    switch (name) {
      case 'contact.name':
        return issue.contact.name || null
      case 'contact.email':
        return issue.contact.email || null
      case 'contact.phone':
        return issue.contact.phone || null
      case 'due':
        return issue.due
      default:
        if (!configuration.fieldByKey.has(name)) return undefined
        return computed.get(name) ?? issue.values[name] ?? null
    }
  }
  const values = new Map<string, Value>()
  for (const name of fields) {
    const value = valueOf(name)
    if (value !== undefined) values.set(name, value)
  }
  return values
}

function sizeOf(value: Value): number {
  return Buffer.byteLength(JSON.stringify(value))
}
