import { dateIn, emailKey, isDate, parseInstant } from '../base/index.ts'
import type { RecordedEvent } from '../events/index.ts'
import type { Configuration, IssueType, Money } from '../issue-types/index.ts'
import { computedValues, fold, type Issue } from '../issues/index.ts'
import type { Kind } from './kinds.ts'

/** What rules are judged by: an issue as it was right after an event. `now` is in UTC milliseconds. */
export type Snapshot = {
  issue: Issue
  type: IssueType
  configuration: Configuration
  event: Pick<RecordedEvent, 'kind' | 'data'>
  now: number
  timeZone: string
}

/** A text in the forms in which its whole and its parts are compared. */
export type TextFact = { whole: string; part: string }
/**
 * A value in the form in which it is compared: texts folded, an instant as UTC milliseconds, a date as `YYYY-MM-DD`, a
 * user as id.
 */
export type Fact = TextFact | Money | string | number | boolean | readonly string[]

/** Where a fact comes from; rules that ask for the same share one. */
export type Source = { slot: number; kind: Kind; read: (facts: Facts) => Fact | null }

/** What is known of one snapshot; each source is read once, however many rules ask for it. */
export type Facts = {
  readonly snapshot: Snapshot
  readonly known: (Fact | null | undefined)[]
  today: string | undefined
  computed: ReturnType<typeof computedValues> | undefined
}

export function factsOf(snapshot: Snapshot): Facts {
  return { snapshot, known: [], today: undefined, computed: undefined }
}

/** The value of a source; `null` where there is none, or one that does not fit the field any more. */
export function factOf(facts: Facts, source: Source): Fact | null {
  const known = facts.known[source.slot]
  if (known !== undefined) return known
  const fact = source.read(facts)
  facts.known[source.slot] = fact
  return fact
}

/** The shop's date of a snapshot. */
export function todayOf(facts: Facts): string {
  facts.today ??= dateIn(facts.snapshot.timeZone, facts.snapshot.now)
  return facts.today
}

export function computedOf(facts: Facts): ReturnType<typeof computedValues> {
  const { timeZone, configuration, issue } = facts.snapshot
  facts.computed ??= computedValues(timeZone, configuration, issue)
  return facts.computed
}

/** A stored value as conditions compare it. */
export function factFrom(kind: Kind, stored: unknown): Fact | null {
  if (stored === undefined || stored === null || stored === '') return null
  switch (kind) {
    case 'text':
    case 'phone':
    case 'bank-account':
      return typeof stored === 'string' ? textFact(kind, stored) : null
    case 'email': {
      const whole = typeof stored === 'string' ? emailKey(stored) : null
      return typeof stored !== 'string' || whole === null ? null : { whole, part: fold(stored) }
    }
    case 'number':
      return typeof stored === 'number' ? stored : null
    case 'boolean':
      return typeof stored === 'boolean' ? stored : null
    case 'date':
      return typeof stored === 'string' && isDate(stored) ? stored : null
    case 'date-time':
      return typeof stored === 'string' ? parseInstant(stored) : null
    case 'choice':
    case 'user':
      return typeof stored === 'string' ? stored : null
    case 'multi-choice':
      return Array.isArray(stored) && stored.length > 0 ? textsIn(stored) : null
    case 'money':
      return isMoney(stored) ? stored : null
    case 'address':
      return typeof stored === 'object' ? fold(textsIn(Object.values(stored)).join(' ')) : null
    case 'presence':
      return true
  }
}

/** What is no text there does not fit the field, and may not even be printable. */
function textsIn(parts: readonly unknown[]): string[] {
  return parts.filter((part) => typeof part === 'string')
}

/** Texts are folded as the filters of lists fold them; the others lie in the form in which they are compared. */
function textFact(kind: Kind, text: string): TextFact {
  const form = kind === 'text' ? fold(text) : text
  return { whole: form, part: form }
}

function isMoney(stored: unknown): stored is Money {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'amount' in stored &&
    typeof stored.amount === 'number' &&
    'currency' in stored &&
    typeof stored.currency === 'string'
  )
}
