import { dateIn, type PageLocale, pickText, type Settings, type Texts } from '../base/index.ts'
import type {
  Address,
  Configuration,
  Field,
  IssueType,
  Link,
  Money,
  StoredValue,
} from '../issue-types/index.ts'
import {
  accountEnd,
  computedValues,
  daysLeft,
  formatPhone,
  type Issue,
  publicPosition,
} from '../issues/index.ts'
import { FRAME_WORDS } from './frame-words.ts'
import { type Comparable, Printed } from './printed.ts'
import { SILENCE_WORDS } from './silence-words.ts'
import type { VariableName } from './variables.ts'
import { unitOf, type Writer } from './writer.ts'

/** Whom a message is about and for; instants are UTC milliseconds. */
export type MessageContext = {
  issue: Issue
  type: IssueType
  configuration: Configuration
  settings: Settings
  /** Customers read the public name of a step and of a handler, staff the own one. */
  audience: 'customer' | 'staff'
  /** Complete, with its key where there is one. */
  statusUrl: string
  /** The text that a handler typed, or that was received. */
  message: string | null
  /** The wanted language: the issue's for customers. */
  locale: string
  now: number
}

type Variables = Record<VariableName, Printed> & { field: Readonly<Record<string, Printed>> }

/** What the variables stand for, in one language. Nothing is formatted before it is printed. */
export function variablesOf(context: MessageContext, locale: PageLocale, writer: Writer): Variables {
  const { issue, type, configuration, settings, audience } = context
  const { company } = configuration
  const texts = (choice: Texts | undefined) =>
    pickText(choice, [locale, issue.locale, settings.defaultLocale])
  const forStaff = audience === 'staff'
  const step = forStaff ? type.stepByKey.get(issue.step) : publicPosition(type, issue.trail).step
  const handler = issue.handlerId
  const left = daysLeft(issue, dateIn(settings.timeZone, context.now))
  const deadlineRule = type.deadlines.find(({ key }) => key === issue.deadline?.rule)

  const text = (name: VariableName, value: string) => new Printed(name, value || null, () => value)
  const keyed = (name: VariableName, key: string | undefined, value: string) =>
    new Printed(name, value && key ? key : null, () => value)
  const date = (name: VariableName, value: string | null) =>
    new Printed(name, value, () => writer.date(value ?? '', 'long') ?? '')
  const phone = (name: VariableName, value: string) =>
    new Printed(name, value || null, () => formatPhone(value))

  return {
    issue_number: text('issue_number', issue.number),
    issue_type: keyed('issue_type', type.key, texts(type.name)),
    issue_status_url: text('issue_status_url', context.statusUrl),
    step: keyed('step', step?.key, texts(forStaff ? step?.name : step?.publicName)),
    step_explanation: text('step_explanation', texts(step?.explanation)),
    what_next: text('what_next', texts(step?.whatNext)),
    due_date: date('due_date', issue.due),
    deadline_days_left: new Printed('deadline_days_left', left, () => writer.format.number(left ?? 0)),
    deadline_start: date('deadline_start', issue.deadline?.start ?? null),
    deadline_words: text('deadline_words', texts(deadlineRule?.words)),
    deadline_silence: keyed(
      'deadline_silence',
      deadlineRule?.silence,
      deadlineRule ? SILENCE_WORDS[locale][deadlineRule.silence] : '',
    ),
    created_date: date('created_date', dateIn(settings.timeZone, issue.createdAt)),
    created_at: new Printed('created_at', new Date(issue.createdAt).toISOString(), () =>
      writer.dateTime(issue.createdAt),
    ),
    customer_name: text('customer_name', issue.contact.name),
    customer_email: text('customer_email', issue.contact.email),
    customer_phone: phone('customer_phone', issue.phoneKey ?? issue.contact.phone),
    handler_name: text('handler_name', handler ? nameOf(configuration, handler, forStaff) : ''),
    company_name: text('company_name', company.name),
    company_phone: phone('company_phone', company.phone),
    company_email: text('company_email', company.email),
    company_website: text('company_website', company.website),
    message: text('message', context.message ?? ''),
    field: fieldsOf(context, locale, writer, texts),
  }
}

/** By key. Loops see none of them, so that a template prints only the fields that it names. */
function fieldsOf(
  { issue, configuration, settings, audience }: MessageContext,
  locale: PageLocale,
  writer: Writer,
  texts: (choice: Texts | undefined) => string,
): Variables['field'] {
  // Customers learn of a change only where they can see it.
  const changedAt = audience === 'staff' ? issue.changedAt : issue.publicChangedAt
  let computed: ReadonlyMap<string, StoredValue> | null = null
  const storedOf = (field: Field): StoredValue | undefined => {
    if (field.type !== 'computed')
      return Object.hasOwn(issue.values, field.key) ? issue.values[field.key] : undefined
    computed ??= computedValues(settings.timeZone, configuration, { ...issue, changedAt })
    return computed.get(field.key)
  }
  const fields: Variables['field'] = Object.create(null) as Variables['field']
  for (const field of configuration.fields) {
    const name = `field.${field.key}`
    const make = (): Printed => {
      const stored = storedOf(field)
      const shown = stored === undefined ? null : shownValue(field, stored)
      return new Printed(name, shown?.value ?? null, shown?.print ?? (() => ''))
    }
    Object.defineProperty(fields, field.key, { get: make, enumerable: false })
  }
  return fields

  type Shown = { value: Comparable; print: () => string }

  /** `null` for what does not fit its field any more. */
  function shownValue(field: Field, stored: StoredValue): Shown | null {
    const plain = (value: string): Shown => ({ value, print: () => value })
    if (typeof stored === 'number') return { value: stored, print: () => writer.format.number(stored) }
    if (typeof stored === 'boolean') {
      return { value: stored, print: () => (stored ? FRAME_WORDS[locale].yes : FRAME_WORDS[locale].no) }
    }
    if (typeof stored === 'string') return shownText(field, stored)
    if (Array.isArray(stored)) {
      const choices = stored.map(
        (key) => new Printed(`field.${field.key}`, String(key), () => labelOf(field, String(key))),
      )
      const print = () => writer.format.list(choices.map((choice) => Printed.textOf(choice)))
      return choices.length > 0 ? { value: choices, print } : null
    }
    if (isMoney(stored)) {
      const unit = unitOf(stored.currency) ?? 100
      return { value: stored.amount / unit, print: () => writer.format.money(stored) }
    }
    if (isLink(stored)) return plain(stored.label ? `${stored.label}: ${stored.url}` : stored.url)
    return plain(writer.format.address(stored as Address).join(', '))
  }

  function shownText(field: Field, stored: string): Shown | null {
    const value = stored
    const type: string = field.type
    if (type === 'user') {
      const name = nameOf(configuration, stored, audience === 'staff')
      return name === '' ? null : { value, print: () => name }
    }
    switch (field.type === 'computed' ? field.result : field.type) {
      case 'date':
        return { value, print: () => writer.date(stored, 'long') ?? stored }
      case 'date-time':
        return Number.isNaN(Date.parse(stored))
          ? null
          : { value, print: () => writer.dateTime(Date.parse(stored)) }
      case 'choice':
        return { value, print: () => labelOf(field, stored) }
      case 'phone':
        return { value, print: () => formatPhone(stored) }
      case 'bank-account': {
        const masked = `•••• ${accountEnd(stored)}`.trim()
        return { value: masked, print: () => masked }
      }
      case 'file':
        return null
      default:
        return { value, print: () => stored }
    }
  }

  function labelOf(field: Field, key: string): string {
    return texts(field.options.find((option) => option.key === key)?.label) || key
  }
}

function nameOf(configuration: Configuration, id: string, forStaff: boolean): string {
  const person = configuration.userById.get(id)
  return (forStaff ? person?.name : person?.publicName) ?? ''
}

function isMoney(value: StoredValue): value is Money {
  return typeof value === 'object' && 'currency' in value
}

function isLink(value: StoredValue): value is Link {
  return typeof value === 'object' && 'url' in value
}
