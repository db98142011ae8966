import { dateOfDay, dayOfDate, isDate, localTime, parseInstant } from '../base/index.ts'
import { type Calendar, lastDay, openCalendar, type Stand, standingDays } from '../calendars/index.ts'
import { type DeadlineRule, deadlineRuleFor, type IssueType, type Until } from '../issue-types/index.ts'
import type { Deadline } from './deadline.ts'
import type { Issue } from './issue.ts'
import type { Trail } from './progress.ts'

/** What deadlines are computed by. */
export type DeadlineBasis = {
  type: Pick<IssueType, 'deadlines' | 'stepByKey'>
  calendars: ReadonlyMap<string, Calendar>
  timeZone: string
}

/** What a deadline is computed from; `deadline` as it was before. */
type Source = Pick<Issue, 'locale' | 'values' | 'trail' | 'category' | 'createdAt' | 'due' | 'deadline'>

export type ComputedDeadline = { due: string | null; deadline: Omit<Deadline, 'setAt'> | null }

/**
 * The deadline of an issue as it is now. A day that was set by hand stays, as does one that was met and still is.
 * The trail remembers some hundred steps; what the clock stood still in those that it forgot does not count.
 */
export function deadlineOf(issue: Source, basis: DeadlineBasis): ComputedDeadline {
  const { due, deadline: before } = issue
  const asItWas = { due, deadline: before }
  const isByHand = before === null ? due !== null : before.state === 'by-hand'
  if (isByHand) return asItWas
  const rule = deadlineRuleFor(basis.type.deadlines, issue)
  if (!rule) return before?.state === 'met' && issue.category === 'done' ? asItWas : NONE
  const dayAt = (at: number) => localTime(at, basis.timeZone).day
  const { state, since, stands } = walk(issue.trail, rule, basis.type, dayAt)
  if (before?.state === 'met' && state === 'met') return asItWas
  const extension = before?.extension ?? null
  const start = startOf(issue, rule, dayAt)
  const told = { rule: rule.key, since: state === 'running' ? null : dateOfDay(since), extension }
  if (start === null) {
    const isMet = state === 'met'
    return {
      due: null,
      deadline: {
        ...told,
        state: isMet ? 'met' : 'waiting',
        start: null,
        since: isMet ? told.since : null,
        day: null,
        pausedDays: 0,
      },
    }
  }
  const counted = { ...rule.length, roll: rule.roll, calendar: calendarOf(rule, basis) }
  const byRule = lastDay(start, counted, stands)
  const last = extension ? Math.max(byRule, extendedDay(extension, stands, dayAt)) : byRule
  const day = dateOfDay(last)
  return {
    due: state === 'paused' ? null : day,
    deadline: {
      ...told,
      state,
      start: dateOfDay(start),
      day,
      pausedDays: standingDays(stands, start, last),
    },
  }
}

const NONE: ComputedDeadline = { due: null, deadline: null }

/** Calendars that a rule counts by cannot be deleted; one without days off serves where a store was tampered with. */
function calendarOf({ calendar }: DeadlineRule, { calendars }: DeadlineBasis): Calendar {
  return (
    calendars.get(calendar) ??
    openCalendar({ key: calendar, name: '', base: null, weekend: [], added: [], removed: [] })
  )
}

type DayAt = (at: number) => number

/** The day whose event starts the clock; `null` while it has not happened. */
function startOf(issue: Source, { start }: DeadlineRule, dayAt: DayAt): number | null {
  if (start.on === 'step') {
    const entered = issue.trail.find(([step]) => step === start.step)
    return entered ? dayAt(entered[1]) : null
  }
  const given = start.on === 'field' ? issue.values[start.field] : null
  // A claim is made at the latest when it is recorded.
  return (typeof given === 'string' ? dayOfValue(given, dayAt) : null) ?? dayAt(issue.createdAt)
}

function dayOfValue(value: string, dayAt: DayAt): number | null {
  if (isDate(value)) return dayOfDate(value)
  const at = parseInstant(value)
  return at === null ? null : dayAt(at)
}

type Walked = {
  state: 'running' | 'paused' | 'met'
  /** The day since which it is in this state. */
  since: number
  /** While it was in another state that stops the clock, and left it again. */
  stands: Stand[]
}

/** Goes along the steps that an issue entered; what the customer does not see, and what is gone, folds. */
function walk(
  trail: Trail,
  rule: DeadlineRule,
  { stepByKey }: Pick<IssueType, 'stepByKey'>,
  dayAt: DayAt,
): Walked {
  const stands: Stand[] = []
  const reached = { answered: false, decided: false, done: false }
  let state: Walked['state'] = 'running'
  let since = dayAt(trail[0]?.[1] ?? 0)
  for (const [key, at] of trail) {
    const step = stepByKey.get(key)
    if (!step) continue
    reached.done = step.category === 'done'
    if (!step.hidden) {
      reached.decided = step.stage === 'decision' || step.stage === 'done'
      if (step.outcome) reached.answered = true
      else if (step.stage === 'received' || step.stage === 'review') reached.answered = false
    }
    const next = isMet(rule.until, reached) ? 'met' : rule.pauses && step.pauses ? 'paused' : 'running'
    if (next === state) continue
    const day = dayAt(at)
    if (state !== 'running') stands.push({ after: since, until: Math.max(since, day) })
    state = next
    since = day
  }
  return { state, since, stands }
}

function isMet(until: Until, { answered, decided, done }: Record<'answered' | 'decided' | 'done', boolean>) {
  if (done) return true
  if (until === 'closed') return false
  return until === 'settled' ? decided : answered || decided
}

/** What was agreed, and what the clock has stood still since. */
function extendedDay(
  { to, at }: NonNullable<Deadline['extension']>,
  stands: readonly Stand[],
  dayAt: DayAt,
): number {
  const agreed = dayAt(at)
  const day = dayOfDate(to) ?? agreed
  if (day <= agreed) return day
  const later = stands.map(({ after, until }) => ({ after: Math.max(after, agreed), until }))
  const everyDay = { isWorkingDay: () => true }
  return lastDay(agreed, { days: day - agreed, unit: 'calendar', roll: 'none', calendar: everyDay }, later)
}
