import { SENT_BY_HAND } from './by-hand.ts'
import type { StarterTemplate } from './parts.ts'
import { RECEIPTS } from './receipts.ts'
import { STAFF_MESSAGES } from './staff.ts'
import { STEP_MESSAGES } from './steps.ts'
import { TIME_MESSAGES } from './time.ts'

export type { StarterTemplate }

/** The message templates of a new installation. */
export const STARTER_TEMPLATES: readonly StarterTemplate[] = [
  ...RECEIPTS,
  ...STEP_MESSAGES,
  ...SENT_BY_HAND,
  ...STAFF_MESSAGES,
  ...TIME_MESSAGES,
]
