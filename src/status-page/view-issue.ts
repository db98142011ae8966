import { sql } from 'kysely'
import {
  dateIn,
  daysBetween,
  kept,
  type LocalText,
  pickLocalText,
  type Settings,
  type Texts,
} from '../base/index.ts'
import type { Database } from '../db/index.ts'
import type {
  BuiltInField,
  Configuration,
  Field,
  IssueType,
  StoredValue,
  ViewField,
} from '../issue-types/index.ts'
import { computedValues, type Issue, type PublicPosition, publicPosition } from '../issues/index.ts'
import type {
  PublicFile,
  PublicIssue,
  PublicMessage,
  PublicNext,
  PublicPart,
  PublicValue,
  ShownValue,
  Tone,
} from './public-issue.ts'
import { shownValue } from './shown-value.ts'

/** Newest messages and files that a page shows; older ones a handler can still send. */
const MAX_LINES = 200

export type ViewIssue = (
  input: { issue: Issue; type: IssueType; configuration: Configuration },
  locale: string,
  now: number,
  /** The address of an attachment, by id. */
  hrefOf: (id: string) => string,
) => Promise<PublicIssue>

/**
 * Builds what a customer may see of an issue: the fields of the type's `status-page` view, in its order, and nothing
 * else. Messages and attachments are only read where the view has them; internal ones never are.
 */
export function openView(db: Database, settings: Settings): ViewIssue {
  const readMessages = db.hot<{ author: string; body: string; created_at: number }>(
    db.read
      .selectFrom('messages')
      .select(['author', 'body', 'created_at'])
      .where('issue_id', '=', '')
      .where('internal', '=', sql.lit(0))
      .orderBy('id', 'desc')
      .limit(sql.lit(MAX_LINES))
      .compile(),
  )
  const readFiles = db.hot<{
    id: string
    name: string
    media_type: string
    extension: string
    size: number
    author: string
    created_at: number
  }>(
    db.read
      .selectFrom('attachments')
      .select(['id', 'name', 'media_type', 'extension', 'size', 'author', 'created_at'])
      .where('issue_id', '=', '')
      .where('public', '=', sql.lit(1))
      .orderBy('id', 'desc')
      .limit(sql.lit(MAX_LINES))
      .compile(),
  )
  const readFile = db.hot<{ name: string }>(
    db.read
      .selectFrom('attachments')
      .select('name')
      .where('issue_id', '=', '')
      .where('id', '=', '')
      .where('public', '=', 1)
      .compile(),
  )
  const messagesOf = async (issueId: string): Promise<PublicMessage[]> => {
    const rows = await readMessages([issueId])
    return rows.map((row) => ({ from: authorOf(row.author), body: row.body, at: row.created_at }))
  }
  const filesOf = async (issueId: string, hrefOf: ((id: string) => string) | null): Promise<PublicFile[]> => {
    const rows = await readFiles([issueId])
    return rows.map((row) => ({
      name: row.name,
      badge: row.extension.toUpperCase(),
      kind: row.media_type.startsWith('image/') ? 'photo' : 'document',
      size: row.size,
      from: authorOf(row.author),
      at: row.created_at,
      href: hrefOf ? hrefOf(row.id) : null,
    }))
  }

  return async ({ issue, type, configuration }, locale, now, hrefOf) => {
    const chain = [locale, issue.locale, settings.defaultLocale]
    const text = (texts: Texts | null | undefined) => pickLocalText(texts, chain)
    const position = publicPosition(type, issue.trail)
    let known: ReadonlyMap<string, StoredValue> | null = null
    const view = type.views['status-page']
    const parts: PublicPart[] = []
    let values: PublicValue[] | null = null
    for (const line of view) {
      const label = text(line.label) || null
      const part = await partOf(line, label)
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

    async function partOf(
      line: ViewField,
      label: LocalText | null,
    ): Promise<PublicPart | PublicValue | null> {
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
            dueDate: promisesDate(view, position) ? issue.due : null,
          }
        case 'next':
          return nextOf(position, issue, label)
        case 'messages':
          return { kind: 'messages', label, messages: await messagesOf(issue.id) }
        case 'attachments': {
          const downloads = type.statusPage.attachmentDownloads
          return {
            kind: 'attachments',
            label,
            downloads,
            files: await filesOf(issue.id, downloads ? hrefOf : null),
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

    async function ownValue(field: Field, label: LocalText | null): Promise<PublicValue | null> {
      const stored = field.type === 'computed' ? computed().get(field.key) : issue.values[field.key]
      if (stored === undefined) return null
      if (field.type === 'user') return value(field.key, label || text(field.label), shownUser(stored))
      const shown = field.type === 'file' ? await shownFile(stored) : shownValue(field, stored, text)
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

    async function shownFile(id: StoredValue): Promise<ShownValue | null> {
      if (typeof id !== 'string') return null
      const [file] = await readFile([issue.id, id, 1])
      const href = type.statusPage.attachmentDownloads ? hrefOf(id) : null
      return file ? { type: 'file', name: file.name, href } : null
    }

    function nextOf(at: PublicPosition, of: Issue, label: LocalText | null): PublicNext {
      const today = dateIn(settings.timeZone, now)
      return {
        kind: 'next',
        label,
        text: text(at.step?.whatNext) || null,
        turn: at.step?.turn ?? 'us',
        due: of.due ? { date: of.due, daysLeft: daysBetween(today, of.due) } : null,
        settled: settledOf(at),
      }
    }
  }
}

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
function promisesDate(view: readonly ViewField[], position: PublicPosition): boolean {
  const shown = view.some((line) => line.field === 'due' || line.field === 'next')
  return shown && position.step?.turn !== 'customer'
}

function authorOf(author: string): 'shop' | 'customer' {
  return author === 'customer' ? 'customer' : 'shop'
}
