import type { Consent } from '../../events/index.ts'
import type { Money, StoredValue } from '../../issue-types/index.ts'
import type { StarterLocale } from '../starter-type.ts'
import type { ProductKey } from './products.ts'
import type { PdfDocument, PhotoScene } from './types.ts'

/** A day so many days before the demo's today. */
export type DaysAgo = { daysAgo: number }
export type DraftValue = StoredValue | DaysAgo

/**
 * One customer's story. Days count back from the demo's today; 0 is the last hours, and only customers act then,
 * since they write at any hour. Dates, times, phones and numbers are filled in when the demo is made.
 */
export type Case = {
  type: 'warranty' | 'return' | 'repair' | 'service'
  locale: StarterLocale
  name: string
  reach: 'both' | 'email' | 'phone'
  product: ProductKey
  boughtAgo: number
  /** The day on which the issue begins. */
  madeAgo: number
  /** Days from that day to the deadline. */
  dueAfter: number | null
  /** The shop set the deadline itself; otherwise the rules of the type count, and that many days are what comes out. */
  dueByHand?: true
  /** The last part of the order number, where it is not left to chance. */
  order?: string
  values: Readonly<Record<string, DraftValue>>
  story: readonly StoryEvent[]
}

type Author = 'shop' | 'customer'

export type StoryEvent = { day: number } & (
  | { kind: 'move'; to: string; comment: string | null }
  | { kind: 'message'; from: Author; internal: boolean; body: string }
  | { kind: 'pdf'; from: Author; public: boolean; name: string; document: PdfDocument; text: string }
  | { kind: 'agreed'; from: 'shop'; after: number; how: Consent['how'] }
  | { kind: 'photo'; from: Author; public: boolean; name: string; scene: PhotoScene }
)

export function move(day: number, to: string, comment: string | null = null): StoryEvent {
  return { kind: 'move', day, to, comment }
}

/** The customer agrees to a deadline so many days after the beginning. */
export function agreed(day: number, after: number, how: Consent['how']): StoryEvent {
  return { kind: 'agreed', day, from: 'shop', after, how }
}

/** A message of the shop that the customer can read. */
export function shop(day: number, body: string): StoryEvent {
  return { kind: 'message', day, from: 'shop', internal: false, body }
}

export function customer(day: number, body: string): StoryEvent {
  return { kind: 'message', day, from: 'customer', internal: false, body }
}

/** A note among handlers. */
export function note(day: number, body: string): StoryEvent {
  return { kind: 'message', day, from: 'shop', internal: true, body }
}

/** A document of the shop for the customer. */
export function letter(day: number, name: string, document: PdfDocument, text = ''): StoryEvent {
  return { kind: 'pdf', day, from: 'shop', public: true, name, document, text }
}

/** The customer's proof of purchase; `{order}` in the name becomes the order number. */
export function receipt(day: number, name: string): StoryEvent {
  return { kind: 'pdf', day, from: 'customer', public: true, name, document: 'receipt', text: '' }
}

export function photo(day: number, name: string, scene: PhotoScene): StoryEvent {
  return { kind: 'photo', day, from: 'customer', public: true, name, scene }
}

/** A file of the shop that the customer does not see. */
export function ownPhoto(day: number, name: string, scene: PhotoScene): StoryEvent {
  return { kind: 'photo', day, from: 'shop', public: false, name, scene }
}

export function ownDocument(day: number, name: string, document: PdfDocument, text: string): StoryEvent {
  return { kind: 'pdf', day, from: 'shop', public: false, name, document, text }
}

export function ago(days: number): DaysAgo {
  return { daysAgo: days }
}

export function czk(crowns: number): Money {
  return { amount: crowns * 100, currency: 'CZK' }
}
