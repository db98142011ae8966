import {
  dateIn,
  daysBetween,
  kept,
  type LocalText,
  parseInstant,
  pickLocalText,
  type Settings,
  type Texts,
} from '../base/index.ts'
import type { Database } from '../db/index.ts'
import type { BuiltInField, Configuration, Field, StoredValue, ViewField } from '../issue-types/index.ts'
import { computedValues, type Issue, type PublicPosition, publicPosition } from '../issues/index.ts'
import type { PublicIssue, PublicNext, PublicPart, PublicValue, ShownValue, Tone } from './public-issue.ts'
import type { OpenIssue } from './customer-sessions.ts'
import { shownValue } from './shown-value.ts'

export type ViewIssue = (
  input: OpenIssue,
  locale: string,
  now: number,
  /** The address of an attachment, by id. */
  hrefOf: (id: string) => string,
) => Promise<PublicIssue>

/**
 * Builds what a customer may see of an issue: the fields of the type's `status-page` view, in its order, and nothing
 * else.
 */
export function openView(db: Database, settings: Settings): ViewIssue {
  const readFile = db.hot<{ name: string }>(
    db.read
      .selectFrom('attachments')
      .select('name')
      .where('issue_id', '=', '')
      .where('id', '=', '')
      .where('public', '=', 1)
      .compile(),
  )
  /** The names of the public files that fields of a view hold, by id. */
  const namesOfFiles = async (issue: Issue, view: readonly ViewField[], configuration: Configuration) => {
    const names = new Map<string, string>()
    for (const line of view) {
      if (configuration.fieldByKey.get(line.field)?.type !== 'file') continue
      const id = issue.values[line.field]
      const [file] = typeof id === 'string' ? await readFile([issue.id, id, 1]) : []
      if (file && typeof id === 'string') names.set(id, file.name)
    }
    return names
  }

  return async ({ issue, type, configuration, lines }, locale, now, hrefOf) => {
    const chain = [locale, issue.locale, settings.defaultLocale]
    const text = (texts: Texts | null | undefined) => pickLocalText(texts, chain)
    const position = publicPosition(type, issue.trail)
    let known: ReadonlyMap<string, StoredValue> | null = null
    const view = type.views['status-page']
    const fileNames = await namesOfFiles(issue, view, configuration)
    const parts: PublicPart[] = []
    let values: PublicValue[] | null = null
    for (const line of view) {
      const label = text(line.label) || null
      const part = partOf(line, label)
      if (part && 'kind' in part) {
        parts.push(part)
        values = null
      } else if (part) {
        if (!values) {
          values = []
          parts.push({ kind: 'values', items: values })
        }
        values.push(part)
      }
    }
    const showsState = view.some((line) => line.field === 'step' || line.field === 'progress')
    return {
      number: issue.number,
      typeName: text(type.name),
      headline: showsState && position.step ? text(position.step.publicName) || null : null,
      explanation: showsState && position.step ? text(position.step.explanation) || null : null,
      tone: showsState ? toneOf(position) : 'plain',
      parts,
    }

    function partOf(line: ViewField, label: LocalText | null): PublicPart | PublicValue | null {
      const field = configuration.fieldByKey.get(line.field)
      if (field) return ownValue(field, label)
      // The view was checked when it was saved: what is no own field is a built-in one.
      const key = line.field as BuiltInField
      switch (key) {
        case 'progress':
          return {
            kind: 'progress',
            label,
            stages: position.progress,
            dueDate: promisesDate(view, position, issue) ? issue.due : null,
          }
        case 'next':
          return nextOf(position, issue, label)
        case 'messages':
          return { kind: 'messages', label, messages: lines.messages }
        case 'attachments': {
          const downloads = type.statusPage.attachmentDownloads
          return {
            kind: 'attachments',
            label,
            downloads,
            files: lines.files.map(({ id, ...file }) => ({ ...file, href: downloads ? hrefOf(id) : null })),
          }
        }
        case 'number':
          return value(key, label, { type: 'text', text: issue.number })
        case 'type':
          return value(key, label, { type: 'text', text: text(type.name) })
        case 'step':
          return value(key, label, { type: 'text', text: text(position.step?.publicName) })
        case 'created':
          return value(key, label, { type: 'date', date: dateIn(settings.timeZone, issue.createdAt) })
        case 'changed':
          return value(key, label, { type: 'date', date: dateIn(settings.timeZone, issue.publicChangedAt) })
        case 'due':
          return issue.due ? value(key, label, { type: 'date', date: issue.due }) : null
        case 'contact.name':
          return value(key, label, { type: 'text', text: issue.contact.name })
        case 'contact.email':
          return value(key, label, { type: 'email', text: issue.contact.email })
        case 'contact.phone':
          return value(key, label, { type: 'phone', text: issue.phoneKey ?? issue.contact.phone })
        case 'locale':
          return value(key, label, { type: 'text', text: languageName(issue.locale, locale) })
        case 'handler':
          return value(key, label, shownUser(issue.handlerId))
      }
    }

    function ownValue(field: Field, label: LocalText | null): PublicValue | null {
      const stored = field.type === 'computed' ? computed().get(field.key) : issue.values[field.key]
      if (stored === undefined) return null
      if (field.type === 'user') return value(field.key, label || text(field.label), shownUser(stored))
      const shown = field.type === 'file' ? shownFile(stored) : shownValue(field, stored, text)
      return shown && { key: field.key, label: label || text(field.label), value: shown }
    }

    /** Customers learn of a change only where they can see it. */
    function computed(): ReadonlyMap<string, StoredValue> {
      known ??= computedValues(settings.timeZone, configuration, {
        ...issue,
        changedAt: issue.publicChangedAt,
      })
      return known
    }

    /** Of a person who works in the shop, nothing but the public name ever leaves. */
    function shownUser(id: StoredValue | null): ShownValue {
      const user = typeof id === 'string' ? configuration.userById.get(id) : undefined
      return { type: 'user', text: user?.publicName ?? '' }
    }

    function shownFile(id: StoredValue): ShownValue | null {
      const name = typeof id === 'string' ? fileNames.get(id) : undefined
      if (typeof id !== 'string' || name === undefined) return null
      return { type: 'file', name, href: type.statusPage.attachmentDownloads ? hrefOf(id) : null }
    }

    function nextOf(at: PublicPosition, of: Issue, label: LocalText | null): PublicNext {
      const today = dateIn(settings.timeZone, now)
      return {
        kind: 'next',
        label,
        text: text(at.step?.whatNext) || null,
        turn: at.step?.turn ?? 'us',
        ...deadlineOf(of, today),
        settled: settledOf(at),
      }
    }

    /** What is met is a matter of the record: customers read of what is still to come. */
    function deadlineOf({ due, deadline }: Issue, today: string): Told {
      const rule = type.deadlines.find(({ key }) => key === deadline?.rule)
      const isMet = deadline?.state === 'met'
      const day = isMet ? null : due
      const words = isMet ? null : text(rule?.words) || null
      // Where the shop took longer by itself, nothing was agreed.
      const consent = day === null ? null : deadline?.extension?.consent
      const agreedAt = consent ? parseInstant(consent.at) : null
      const told: Told = {
        due: day === null ? null : { date: day, daysLeft: daysBetween(today, day) },
        clock: null,
        agreedOn: agreedAt === null ? null : dateIn(settings.timeZone, agreedAt),
        words,
      }
      if (deadline?.state === 'paused' && deadline.since !== null) {
        return { ...told, clock: { state: 'paused', since: deadline.since } }
      }
      if (deadline?.state !== 'waiting') return told
      const start = rule?.start.on === 'step' ? type.stepByKey.get(rule.start.step) : undefined
      return { ...told, clock: { state: 'waiting', step: text(start?.publicName) || null } }
    }
  }
}

type Told = Pick<PublicNext, 'due' | 'clock' | 'agreedOn' | 'words'>

const languageNames = new Map<string, Intl.DisplayNames>()

/** What a language is called in another: `němčina` for `de` in `cs`. */
function languageName(tag: string, locale: string): string {
  return kept(languageNames, locale, () => new Intl.DisplayNames(locale, { type: 'language' })).of(tag) ?? tag
}

function value(key: string, label: LocalText | null, shown: ShownValue): PublicValue | null {
  return 'text' in shown && shown.text === '' ? null : { key, label, value: shown }
}

function toneOf(position: PublicPosition): Tone {
  if (!position.step) return 'plain'
  if (position.outcome === 'rejected') return 'rejected'
  if (position.step.category === 'done') return 'done'
  return position.step.turn === 'customer' ? 'customer' : 'shop'
}

/** A claim whose fate is known has no "whose turn" any more, unless something is still to be done. */
function settledOf(position: PublicPosition): PublicNext['settled'] {
  if (position.step?.category === 'done' && position.since !== null)
    return { what: 'done', at: position.since }
  if (position.outcome === 'rejected' && position.decidedAt !== null)
    return { what: 'decided', at: position.decidedAt }
  return null
}

/** The line of stages says by when only while it is ours to keep, and only what the view shows anyway. */
function promisesDate(
  view: readonly ViewField[],
  position: PublicPosition,
  { deadline }: Pick<Issue, 'deadline'>,
): boolean {
  const shown = view.some((line) => line.field === 'due' || line.field === 'next')
  return shown && position.step?.turn !== 'customer' && deadline?.state !== 'met'
}
