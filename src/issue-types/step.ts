import type { Texts } from '../base/index.ts'

/** Where the customer sees an issue on its way; shared by all issue types, in this order. */
export const STAGES = ['received', 'review', 'solving', 'decision', 'done'] as const
export type Stage = (typeof STAGES)[number]

/** Who has to act while an issue is at a step. */
export const TURNS = ['us', 'customer', 'partner'] as const
export type Turn = (typeof TURNS)[number]

export const CATEGORIES = ['open', 'waiting', 'done'] as const
export type Category = (typeof CATEGORIES)[number]

/** What a decision step decides; `null` on every other step. */
export const OUTCOMES = ['accepted', 'partly', 'rejected'] as const
export type Outcome = (typeof OUTCOMES)[number]

export type Transition = { to: string; roles: readonly string[] }

/** A state in an issue type's workflow. The first of a type's steps is where an issue begins. */
export type Step = {
  key: string
  /** The name for handlers. */
  name: Texts
  /** The headline of the status page: "We are testing your product". */
  publicName: Texts
  /** The line under the headline. */
  explanation: Texts
  /** The text of "What happens next". */
  whatNext: Texts
  stage: Stage
  turn: Turn
  category: Category
  outcome: Outcome | null
  /** A hidden step folds, for the customer, into the public step before it. */
  hidden: boolean
  /** `#rrggbb`, for handlers. */
  colour: string | null
  /** Whether the deadline stands still at this step. */
  pauses: boolean
  /** Keys of the fields that must have a value before an issue may enter. */
  required: readonly string[]
  next: readonly Transition[]
}

/** An open step of ours that asks for nothing and leads nowhere, but for what `more` says. */
export function plainStep(key: string, more: Partial<Step> = {}): Step {
  return {
    key,
    name: { en: key },
    publicName: {},
    explanation: {},
    whatNext: {},
    stage: 'received',
    turn: 'us',
    category: 'open',
    outcome: null,
    hidden: false,
    colour: null,
    pauses: false,
    required: [],
    next: [],
    ...more,
  }
}
