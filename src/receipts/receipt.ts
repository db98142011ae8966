import type { PageLocale } from '../base/index.ts'

/** A line of the receipt: what it is called, and what it says. */
export type ReceiptLine = { label: string; text: string }

/** All that a receipt says, in words of the customer's language. Its pages are made from nothing else. */
export type Receipt = {
  locale: PageLocale
  /** When it was received, UTC milliseconds: also the date of the file, so that its bytes do not depend on the clock. */
  at: number
  title: string
  /** What kind of issue it is. */
  kind: string
  number: ReceiptLine
  /** When it was received, who the customer is, until when it is settled. */
  facts: readonly ReceiptLine[]
  /** What the customer said: the fields that the form asks for. */
  content: { heading: string; lines: readonly ReceiptLine[] }
  /** Where the customer follows it; `null` where the status page is off. */
  follow: { heading: string; about: string; url: string } | null
  /** Who signs, below a line each. */
  signatures: readonly string[]
  company: { name: string; imprint: string; contact: string }
}
