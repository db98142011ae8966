import { type Texts, tieShortWords } from '../base/index.ts'
import {
  type Category,
  type DeadlineRule,
  type Field,
  type FieldType,
  type Outcome,
  plainStatusPage,
  type Stage,
  type StatusPageSettings,
  type Step,
  type Transition,
  type Turn,
  type ViewField,
  type ViewName,
} from '../issue-types/index.ts'

/** The languages of the starter configuration. One more here, and the compiler names every text that it lacks. */
export const STARTER_LOCALES = ['en', 'cs', 'sk', 'pl', 'de'] as const
export type StarterLocale = (typeof STARTER_LOCALES)[number]

/** A text in every language of the starter configuration. */
export type Words = Readonly<Record<StarterLocale, string>>

/** An issue type as a new installation gets it. */
export type StarterType = {
  key: string
  name: Words
  numberPattern: string
  /** The first is where an issue begins. */
  steps: readonly Step[]
  deadlines: readonly DeadlineRule[]
  views: Readonly<Record<ViewName, readonly ViewField[]>>
  statusPage: StatusPageSettings
}

/** The text as it stands on a page: no line ends in a one-letter word where a language forbids that. */
export function tied(words: Words): Texts {
  const { cs, sk, pl } = words
  return { ...words, cs: tieShortWords(cs), sk: tieShortWords(sk), pl: tieShortWords(pl) }
}

/** Colours of steps, for handlers: a dot beside the name. */
const COLOURS = {
  grey: '#6f767e',
  blue: '#2d6fb0',
  teal: '#0b7a75',
  violet: '#7557a8',
  amber: '#c07400',
  green: '#2c7d4d',
  red: '#b3403a',
} as const

/** What must be said of every step; the rest has the defaults of {@link step}. */
export type StepDraft = {
  key: string
  name: Words
  publicName: Words
  explanation: Words
  whatNext: Words
  stage: Stage
  colour: keyof typeof COLOURS
  /** Keys of the steps that may follow. */
  next: readonly string[]
  turn?: Turn
  category?: Category
  outcome?: Outcome
  hidden?: boolean
  pauses?: boolean
  required?: readonly string[]
}

/** A step with everything that was not said: open, our turn, public, no outcome, nothing required. */
export function step(draft: StepDraft): Step {
  return {
    key: draft.key,
    name: tied(draft.name),
    publicName: tied(draft.publicName),
    explanation: tied(draft.explanation),
    whatNext: tied(draft.whatNext),
    stage: draft.stage,
    turn: draft.turn ?? 'us',
    category: draft.category ?? 'open',
    outcome: draft.outcome ?? null,
    hidden: draft.hidden ?? false,
    colour: COLOURS[draft.colour],
    pauses: draft.pauses ?? false,
    required: draft.required ?? [],
    next: draft.next.map((key): Transition => ({ to: key, roles: [] })),
  }
}

/** A field with a label in every language; `options` for choices, by key. */
export function field(
  key: string,
  type: FieldType,
  label: Words,
  more: { filterable?: boolean; options?: Readonly<Record<string, Words>> } = {},
): Field {
  const options = Object.entries(more.options ?? {}).map(([option, words]) => ({
    key: option,
    label: tied(words),
  }))
  return { key, type, label: tied(label), filterable: more.filterable ?? false, options }
}

/** The lines of a view, in order. */
export function view(...fields: readonly (string | { field: string; label: Words })[]): ViewField[] {
  return fields.map((line) =>
    typeof line === 'string' ? { field: line } : { ...line, label: tied(line.label) },
  )
}

/** The settings of a public page that is on, with the looks that come with the product. */
export function statusPage(identifier: string, metaTitle: Words): StatusPageSettings {
  return plainStatusPage(identifier, {
    enabled: true,
    attachmentDownloads: true,
    metaTitle: tied(metaTitle),
  })
}
