import { languageOf, type Texts } from '../base/index.ts'
import type { StoredValues } from './field.ts'

export const LAWS = ['CZ', 'SK', 'PL', 'EU', 'custom'] as const
export type Law = (typeof LAWS)[number]

/** What ends a deadline: a decision, the goods or the money on their way, or the end. */
export const UNTILS = ['answered', 'settled', 'closed'] as const
export type Until = (typeof UNTILS)[number]

/** What it means by law when nobody answers in time. */
export const SILENCES = ['nothing', 'accepted', 'rejected'] as const
export type Silence = (typeof SILENCES)[number]

export const UNITS = ['calendar', 'working'] as const
export const ROLLS = ['none', 'next-working-day'] as const
export const LONGERS = ['free', 'needs-consent'] as const

/** Holds where the field has one of the values. */
export type DeadlineCondition = { field: string; in: readonly (string | boolean)[] }

/** How long the shop has, for the issues of a type that a rule is for. */
export type DeadlineRule = {
  key: string
  /** For administrators and handlers. */
  name: Texts
  law: Law
  /** All must hold; always, where there is none. */
  when: readonly DeadlineCondition[]
  /** The event whose day does not count. An empty field is the day on which the issue was opened. */
  start: { on: 'created' } | { on: 'field'; field: string } | { on: 'step'; step: string }
  length: { days: number; unit: (typeof UNITS)[number] }
  roll: (typeof ROLLS)[number]
  calendar: string
  /** Whether steps that pause (`Step.pauses`) stop the clock. */
  pauses: boolean
  until: Until
  /** Whether a later day needs the customer's consent. */
  longer: (typeof LONGERS)[number]
  silence: Silence
  /** For the customer, one line. */
  words: Texts
}

/** A rule that asks for nothing, but for what `more` says: 30 calendar days from the beginning to the end. */
export function plainDeadlineRule(key: string, more: Partial<DeadlineRule> = {}): DeadlineRule {
  return {
    key,
    name: { en: key },
    law: 'custom',
    when: [],
    start: { on: 'created' },
    length: { days: 30, unit: 'calendar' },
    roll: 'none',
    calendar: 'none',
    pauses: false,
    until: 'closed',
    longer: 'free',
    silence: 'nothing',
    words: {},
    ...more,
  }
}

/** The first rule that is for an issue; `null` where none is. */
export function deadlineRuleFor(
  rules: readonly DeadlineRule[],
  issue: { locale: string; values: StoredValues },
): DeadlineRule | null {
  return rules.find(({ when }) => when.every((condition) => holds(condition, issue))) ?? null
}

/** `pl` is also for `pl-PL`. */
function holds(condition: DeadlineCondition, issue: { locale: string; values: StoredValues }): boolean {
  if (condition.field === 'locale') {
    return condition.in.includes(issue.locale) || condition.in.includes(languageOf(issue.locale))
  }
  const value = issue.values[condition.field]
  return (typeof value === 'string' || typeof value === 'boolean') && condition.in.includes(value)
}

/** The own fields that a rule names. */
export function fieldsOfRule({ when, start }: DeadlineRule): string[] {
  const own = when.map(({ field }) => field).filter((field) => field !== 'locale')
  return start.on === 'field' ? [...own, start.field] : own
}
