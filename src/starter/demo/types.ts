import type { Company } from '../../company/index.ts'
import type { Consent } from '../../events/index.ts'
import type { Money, StoredValues } from '../../issue-types/index.ts'
import type { UserInput } from '../../staff/index.ts'
import type { StarterLocale } from '../starter-type.ts'

/** Everything that a demo installation is filled with. The first issue of each type is the one to show. */
export type DemoData = { company: Company; staff: readonly UserInput[]; issues: readonly DemoIssue[] }

/** Instants are UTC milliseconds, none later than `now`; lists are in order of time. */
export type DemoIssue = {
  type: string
  locale: StarterLocale
  contact: { name: string; email: string | null; phone: string | null }
  /** By key of the starter fields; holds what every step of the path requires. */
  values: StoredValues
  /** `YYYY-MM-DD`. */
  due: string | null
  /** Whether it stays when the rules of the type would have it otherwise. */
  dueByHand: boolean
  extensions: readonly DemoExtension[]
  /** E-mail of one of the staff. */
  handler: string | null
  createdAt: number
  /** The steps after the first. */
  path: readonly DemoMove[]
  messages: readonly DemoMessage[]
  attachments: readonly DemoAttachment[]
}

export type DemoMove = { to: string; at: number; comment?: string }
export type DemoExtension = { to: string; at: number; consent: Consent }
export type DemoMessage = { from: 'shop' | 'customer'; internal: boolean; body: string; at: number }

export type DemoAttachment = {
  name: string
  kind: 'pdf' | 'photo'
  public: boolean
  from: 'shop' | 'customer'
  at: number
  subject: FileSubject
}

export type FileSubject = PdfSubject | PhotoSubject

export const PDF_DOCUMENTS = [
  'receipt',
  'claim-confirmation',
  'inspection-report',
  'decision-letter',
  'repair-report',
  'return-confirmation',
  'credit-note',
  'quote',
  'complaint-confirmation',
] as const
export type PdfDocument = (typeof PDF_DOCUMENTS)[number]

/** What a document says. */
export type PdfSubject = {
  kind: 'pdf'
  document: PdfDocument
  locale: StarterLocale
  /** `YYYY-MM-DD`. */
  date: string
  customer: string
  product: string
  serial: string
  order: string
  price: Money
  /** What was claimed, found or decided; may be empty. */
  text: string
}

export const PHOTO_SCENES = [
  'kettle-leak',
  'kettle-ring',
  'seal-crack',
  'pan-scratched',
  'parcel-crushed',
  'basket-worn',
  'blender-cracked',
  'blender-cloudy',
  'espresso-drips',
  'toaster-dark',
  'robot-stuck',
  'parcel-open',
  'packing-steps',
  'burnt-board',
] as const
export type PhotoScene = (typeof PHOTO_SCENES)[number]
export type PhotoSubject = { kind: 'photo'; scene: PhotoScene }
