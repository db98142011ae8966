import type { Texts } from '../base/index.ts'
import {
  CATEGORIES,
  type Configuration,
  type IssueType,
  LAWS,
  SILENCES,
  STAGES,
  TURNS,
  type Field,
} from '../issue-types/index.ts'
import { DEADLINE_STATES } from '../issues/index.ts'
import type { Users } from '../staff/index.ts'
import { computedOf, type Fact, factFrom, type Facts, type Snapshot, type Source } from './facts.ts'
import { type Kind, kindOf } from './kinds.ts'
import type { TriggerKind } from './rule.ts'

/** What a rule is read against. */
export type Scope = {
  configuration: Pick<Configuration, 'types' | 'typeByKey' | 'fields' | 'fieldByKey'> & Users
  /** ISO 3166-1 alpha-2; for phone numbers without a country code. */
  defaultCountry: string
  /** The type that a rule is for, `null` where it is for all. */
  type: IssueType | null
  trigger: TriggerKind | undefined
  /** Whether notes start the rule. */
  internal: boolean
  /** By field; shared by all rules that are compiled together. */
  sources: Map<string, Source>
}

/** A field as conditions see it. `options` where its value must be one of them. */
export type ConditionField = {
  kind: Kind
  options?: readonly string[]
  source: Source
}

type BuiltIn = {
  kind: Kind
  /** The only trigger whose events have it. */
  only?: TriggerKind
  options?: (scope: Pick<Scope, 'configuration' | 'type'>) => readonly string[]
  of: (snapshot: Snapshot) => unknown
}

const choice = (options: BuiltIn['options'], of: BuiltIn['of'], only?: TriggerKind): BuiltIn => ({
  kind: 'choice',
  of,
  ...(options ? { options } : {}),
  ...(only ? { only } : {}),
})
const stepOf = ({ issue, type }: Snapshot) => type.stepByKey.get(issue.step)
const deadlineRuleOf = ({ issue, type }: Snapshot) =>
  type.deadlines.find(({ key }) => key === issue.deadline?.rule)
const dataOf =
  (member: string) =>
  ({ event }: Snapshot) =>
    Object.hasOwn(event.data, member) ? event.data[member] : null
const AUTHORS = ['customer', 'shop']

/** Fields that every issue or event has. */
const BUILT_INS: ReadonlyMap<string, BuiltIn> = new Map<string, BuiltIn>([
  ['number', { kind: 'text', of: ({ issue }) => issue.number }],
  [
    'type',
    choice(
      ({ configuration }) => configuration.types.map((type) => type.key),
      ({ type }) => type.key,
    ),
  ],
  ['step', choice(stepKeys, ({ issue }) => issue.step)],
  [
    'category',
    choice(
      () => CATEGORIES,
      ({ issue }) => issue.category,
    ),
  ],
  [
    'stage',
    choice(
      () => STAGES,
      (snapshot) => stepOf(snapshot)?.stage,
    ),
  ],
  [
    'turn',
    choice(
      () => TURNS,
      (snapshot) => stepOf(snapshot)?.turn,
    ),
  ],
  ['locale', { kind: 'text', of: ({ issue }) => issue.locale }],
  ['created', { kind: 'date-time', of: ({ issue }) => issue.createdAt }],
  ['changed', { kind: 'date-time', of: ({ issue }) => issue.changedAt }],
  ['due', { kind: 'date', of: ({ issue }) => issue.due }],
  [
    'deadline.state',
    choice(
      () => DEADLINE_STATES,
      ({ issue }) => issue.deadline?.state,
    ),
  ],
  ['deadline.rule', { kind: 'text', of: ({ issue }) => issue.deadline?.rule }],
  [
    'deadline.law',
    choice(
      () => LAWS,
      (snapshot) => deadlineRuleOf(snapshot)?.law,
    ),
  ],
  [
    'deadline.silence',
    choice(
      () => SILENCES,
      (snapshot) => deadlineRuleOf(snapshot)?.silence,
    ),
  ],
  ['handler', { kind: 'user', of: ({ issue }) => issue.handlerId }],
  ['contact.name', { kind: 'text', of: ({ issue }) => issue.contact.name }],
  ['contact.email', { kind: 'email', of: ({ issue }) => issue.contact.email }],
  ['contact.phone', { kind: 'phone', of: ({ issue }) => issue.phoneKey }],
  ['event.from', choice(stepKeys, dataOf('from'), 'issue.step-changed')],
  ['event.to', choice(stepKeys, dataOf('to'), 'issue.step-changed')],
  [
    'event.field',
    {
      kind: 'multi-choice',
      only: 'issue.field-changed',
      options: ({ configuration }) => changeableFields(configuration),
      of: ({ event }) => changedFields(event.data),
    },
  ],
  ['message.from', choice(() => AUTHORS, dataOf('from'), 'message.received')],
  ['message.internal', { kind: 'boolean', only: 'message.received', of: dataOf('internal') }],
  ['attachment.public', { kind: 'boolean', only: 'attachment.added', of: dataOf('public') }],
])

export const BUILT_IN_CONDITION_FIELDS: readonly { key: string; kind: Kind }[] = [...BUILT_INS].map(
  ([key, { kind }]) => ({ key, kind }),
)

/** A field as an editor of conditions offers it. `options` are null where any value of its kind will do. */
export type OfferedField = {
  key: string
  kind: Kind
  label: Texts | null
  only: TriggerKind | null
  options: { key: string; label: Texts | null }[] | null
}

/** All that conditions can name: built-in fields, then own ones; options of those that have a closed list. */
export function offeredFields(scope: Pick<Scope, 'configuration' | 'type'>): OfferedField[] {
  const named = namesOfOptions(scope)
  const builtIn = [...BUILT_INS].map(([key, { kind, only = null, options }]) => ({
    key,
    kind,
    label: null,
    only,
    options: options?.(scope).map((option) => ({ key: option, label: named(key, option) })) ?? null,
  }))
  const own = scope.configuration.fields.map((field) => ({
    key: field.key,
    kind: kindOf(field),
    label: field.label,
    only: null,
    options:
      field.type === 'choice' || field.type === 'multi-choice'
        ? field.options.map((option) => ({ key: option.key, label: option.label }))
        : null,
  }))
  return [...builtIn, ...own]
}

/** What an option of a built-in field is called where administrators named it: types, steps and fields. */
function namesOfOptions({ configuration, type }: Pick<Scope, 'configuration' | 'type'>) {
  const types = type ? [type] : configuration.types
  const stepName = (key: string) => types.find((one) => one.stepByKey.has(key))?.stepByKey.get(key)?.name
  return (field: string, option: string): Texts | null => {
    if (field === 'type') return configuration.typeByKey.get(option)?.name ?? null
    if (field === 'step' || field === 'event.from' || field === 'event.to') return stepName(option) ?? null
    return configuration.fieldByKey.get(option)?.label ?? null
  }
}

/** A field that a condition names, or why it cannot. */
export function conditionField(key: string, scope: Scope): ConditionField | { problem: string } {
  const builtIn = BUILT_INS.get(key)
  if (builtIn) {
    const { kind, only, options, of } = builtIn
    if (only && scope.trigger !== undefined && scope.trigger !== only) {
      return { problem: `only events of ${only} have ${key}` }
    }
    if (key === 'message.internal' && !scope.internal) {
      return { problem: 'notes do not start this rule, unless internal of its trigger is true' }
    }
    const read = (facts: Facts) => builtInFact(kind, of(facts.snapshot))
    return { kind, source: sourceOf(scope, key, kind, read), ...(options ? { options: options(scope) } : {}) }
  }
  const field = scope.configuration.fieldByKey.get(key)
  if (!field) return { problem: `there is no field ${key}` }
  const kind = kindOf(field)
  const source = sourceOf(scope, key, kind, (facts) => factFrom(kind, valueOf(field, facts)))
  const isChoice = field.type === 'choice' || field.type === 'multi-choice'
  return { kind, source, ...(isChoice ? { options: field.options.map((option) => option.key) } : {}) }
}

/** Keys of the steps that a rule of this scope can meet. */
export function stepKeys({ configuration, type }: Pick<Scope, 'configuration' | 'type'>): string[] {
  const types = type ? [type] : configuration.types
  return [...new Set(types.flatMap((one) => one.steps.map((step) => step.key)))]
}

/** What an event of a changed field can name. */
export function changeableFields(configuration: Pick<Configuration, 'fields'>): string[] {
  const own = configuration.fields.filter((field) => field.type !== 'computed').map((field) => field.key)
  return ['contact.name', 'contact.email', 'contact.phone', 'due', 'handler', 'locale', ...own]
}

/** The fields that an event changed. */
export function changedFields(data: Readonly<Record<string, unknown>>): string[] {
  const { changes } = data
  return typeof changes === 'object' && changes !== null ? Object.keys(changes) : []
}

/** An instant of an issue is a number already. */
function builtInFact(kind: Kind, value: unknown): Fact | null {
  return kind === 'date-time' && typeof value === 'number' ? value : factFrom(kind, value)
}

function valueOf(field: Field, facts: Facts): unknown {
  if (field.type === 'computed') return computedOf(facts).get(field.key)
  const { values } = facts.snapshot.issue
  return Object.hasOwn(values, field.key) ? values[field.key] : null
}

function sourceOf(scope: Scope, key: string, kind: Kind, read: Source['read']): Source {
  const known = scope.sources.get(key)
  if (known) return known
  const source = { slot: scope.sources.size, kind, read }
  scope.sources.set(key, source)
  return source
}
