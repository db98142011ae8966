import { dateIn, daysBetween, etagOf, nearestPageLocale, pickText } from '../base/index.ts'
import type { RecordedEvent } from '../events/index.ts'
import { type Configuration, type Ctx, type IssueType, STAGE_NAMES, statusUrl } from '../issue-types/index.ts'
import type { Attachment } from './attach-file.ts'
import { computedValues } from './computed-values.ts'
import type { Issue } from './issue.ts'
import { publicPosition } from './progress.ts'
import { typeOf } from './queries.ts'
import type { Message } from './reply-to-issue.ts'

/** What an answer depends on besides the issue: the settings, and what day it is. */
type Moment = Pick<Ctx, 'settings' | 'clock'>

/** An issue as the API answers it; texts in the issue's language. */
export function representIssue({ settings, clock }: Moment, configuration: Configuration, issue: Issue) {
  const type = typeOf(configuration, issue)
  const position = publicPosition(type, issue.trail)
  const stageNames = STAGE_NAMES[nearestPageLocale(issue.locale, settings.defaultLocale)]
  const locales = [issue.locale, settings.defaultLocale]
  const stored = Object.entries(issue.values).filter(([key]) => configuration.fieldByKey.has(key))
  const values = {
    ...Object.fromEntries(stored),
    ...Object.fromEntries(computedValues(settings.timeZone, configuration, issue)),
  }
  return {
    number: issue.number,
    type: type.key,
    step: issue.step,
    category: issue.category,
    locale: issue.locale,
    contact: issue.contact,
    values,
    handler: handlerOf(configuration, issue),
    due: issue.due,
    deadline: representDeadline(issue, type, dateIn(settings.timeZone, clock()), locales),
    created: instant(issue.createdAt),
    changed: instant(issue.changedAt),
    statusUrl: statusUrl(settings, type, issue.locale, issue.number),
    progress: position.progress.map(({ stage, state, at }) => ({
      stage,
      label: stageNames[stage],
      state,
      at: at === null ? null : instant(at),
    })),
    next: {
      text: pickText(position.step?.whatNext, locales),
      turn: position.step?.turn ?? ('us' as const),
      due: issue.due,
    },
    transitions: (type.stepByKey.get(issue.step)?.next ?? []).map(({ to }) => ({
      to,
      name: pickText(type.stepByKey.get(to)?.name, locales),
    })),
  }
}

/**
 * Days until an issue is due, negative when it is late; `null` where there is no day, or it does not matter any more.
 * @param today - in the shop's time zone
 */
export function daysLeft(
  { deadline, due, category }: Pick<Issue, 'deadline' | 'due' | 'category'>,
  today: string,
): number | null {
  const isOver = category === 'done' || deadline?.state === 'met'
  return due === null || isOver ? null : daysBetween(today, due)
}

function representDeadline(
  { deadline, due, category }: Issue,
  { deadlines }: Pick<IssueType, 'deadlines'>,
  today: string,
  locales: readonly string[],
) {
  if (deadline === null) return null
  const { rule: key, state, start, since, pausedDays, extension, day } = deadline
  const rule = deadlines.find((candidate) => candidate.key === key)
  const isOver = state === 'met' || category === 'done'
  // A clock that stands still is as late as it was then.
  const lookedAt = since ?? today
  return {
    rule: key,
    law: rule?.law ?? null,
    state,
    start,
    due,
    since,
    pausedDays,
    daysLeft: daysLeft({ deadline, due, category }, today),
    late: day !== null && lookedAt > day && !(isOver && since === null),
    silence: rule?.silence ?? null,
    extension: extension && { ...extension, at: instant(extension.at) },
    words: pickText(rule?.words, locales),
  }
}

function handlerOf({ userById }: Configuration, { handlerId }: Issue) {
  const user = handlerId === null ? undefined : userById.get(handlerId)
  return user ? { id: user.id, name: user.name, email: user.email } : null
}

/** The entity tag of an issue: it changes with the issue and with whatever of the configuration its answer shows. */
export function issueTag(moment: Moment, configuration: Configuration, issue: Issue): string {
  return etagOf([issue.version, representIssue(moment, configuration, issue)])
}

export function representMessage(message: Message) {
  return { ...message, at: instant(message.at) }
}

export function representAttachment(attachment: Attachment) {
  const { storageKey: _storageKey, extension: _extension, ...shown } = attachment
  return { ...shown, at: instant(attachment.at) }
}

export function representEvent(event: RecordedEvent) {
  return { ...event, actor: { kind: event.actor.kind, name: event.actor.name }, at: instant(event.at) }
}

function instant(at: number): string {
  return new Date(at).toISOString()
}
