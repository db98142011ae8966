import type { LocalText } from '../base/index.ts'
import type { Address, FieldType, Link, Money, Stage, Turn } from '../issue-types/index.ts'

/**
 * All that a status page can show of an issue. It is built from the administrator's choice of fields (an allow-list)
 * and is the only thing that the page's HTML is made from: what is not in here cannot leave the server.
 * Texts are chosen for the page's language, and know when they are in another; values are typed and are formatted by
 * the page.
 */
export type PublicIssue = {
  number: string
  typeName: LocalText
  /** The public name of the step; `null` where neither `step` nor `progress` is shown. */
  headline: LocalText | null
  explanation: LocalText | null
  tone: Tone
  /** In the configured order. Neighbouring plain fields share one `values` part. */
  parts: readonly PublicPart[]
}

/** The mood of the whole answer; `plain` where the state is not shown. */
export type Tone = 'shop' | 'customer' | 'rejected' | 'done' | 'plain'

export type PublicPart =
  | { kind: 'progress'; label: LocalText | null; stages: readonly PublicStage[]; dueDate: string | null }
  | PublicNext
  | { kind: 'values'; items: readonly PublicValue[] }
  | { kind: 'messages'; label: LocalText | null; messages: readonly PublicMessage[] }
  | { kind: 'attachments'; label: LocalText | null; downloads: boolean; files: readonly PublicFile[] }

export type PublicStage = {
  stage: Stage
  state: 'done' | 'current' | 'upcoming' | 'skipped'
  /** UTC milliseconds. */
  at: number | null
}

export type PublicNext = {
  kind: 'next'
  label: LocalText | null
  text: LocalText | null
  turn: Turn
  /** `YYYY-MM-DD` and whole days from today in the shop's time zone; negative when late. */
  due: { date: string; daysLeft: number } | null
  /** Why there is no day: since when the clock stands still, or what it waits for. Days are `YYYY-MM-DD`. */
  clock: { state: 'paused'; since: string } | { state: 'waiting'; step: LocalText | null } | null
  /** The day on which a later one was agreed. */
  agreedOn: string | null
  /** What the deadline rule says to customers, in a line. */
  words: LocalText | null
  /** When a decision or an end was reached, UTC milliseconds; then nobody's turn is shown. */
  settled: { what: 'decided' | 'done'; at: number } | null
}

/** `label` is null where the page's own word for a built-in field is wanted. */
export type PublicValue = { key: string; label: LocalText | null; value: ShownValue }

/** A value by the type of its field, ready to be formatted for a locale and a time zone. */
export type ShownValue =
  | { type: 'text'; text: LocalText }
  /** Of a user only the public name. */
  | { type: 'long-text' | 'email' | 'phone' | 'bank-account' | 'user'; text: string }
  | { type: 'number'; number: number }
  | { type: 'money'; money: Money }
  | { type: 'date'; date: string }
  | { type: 'date-time'; at: number }
  | { type: 'boolean'; yes: boolean }
  | { type: 'choice' | 'multi-choice'; labels: readonly LocalText[] }
  | { type: 'address'; address: Address }
  | { type: 'link'; link: Link }
  /** `href` is `null` while downloads are off. */
  | { type: 'file'; name: string; href: string | null }

export type PublicMessage = { from: 'shop' | 'customer'; body: string; at: number }

export type PublicFile = {
  name: string
  /** The file's extension in capitals: `PDF`. */
  badge: string
  kind: 'photo' | 'document'
  /** Bytes. */
  size: number
  from: 'shop' | 'customer'
  at: number
  /** `null` while downloads are off. */
  href: string | null
}

/** Every own-field type has a shown form (a computed one that of its result); this fails to compile when one is forgotten. */
export type ShownTypes = ShownValue['type'] extends FieldType
  ? Exclude<FieldType, 'computed'> extends ShownValue['type']
    ? true
    : never
  : never
