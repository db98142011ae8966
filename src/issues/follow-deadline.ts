import { isDeepStrictEqual } from 'node:util'
import type { Settings } from '../base/index.ts'
import type { DeadlineReason, IssueEvent } from '../events/index.ts'
import type { Configuration, IssueType } from '../issue-types/index.ts'
import type { Deadline } from './deadline.ts'
import { type DeadlineBasis, deadlineOf } from './deadline-of.ts'
import type { Issue } from './issue.ts'

/** What deadlines of a type's issues are computed by. */
export function deadlineBasis(
  settings: Settings,
  configuration: Configuration,
  type: IssueType,
): DeadlineBasis {
  return { type, calendars: configuration.calendars, timeZone: settings.timeZone }
}

/** An issue with the deadline that follows from what it is now, and the event that tells of it. */
export type Followed = { issue: Issue; event: IssueEvent | null }

/**
 * The deadline after a change of an issue, which every change goes through.
 * @param before - as it is stored; `null` where the issue is new
 * @param at - UTC milliseconds
 * @param because - where it is not the issue that changed
 */
export function followDeadline(
  before: Issue | null,
  next: Issue,
  basis: DeadlineBasis,
  at: number,
  because?: DeadlineReason,
): Followed {
  const { due, deadline } = deadlineOf(next, basis)
  const was = before?.deadline ?? null
  const isMoved = due !== (before?.due ?? null) || (deadline?.state ?? null) !== (was?.state ?? null)
  const setAt = isMoved || was === null ? at : was.setAt
  const issue: Issue = { ...next, due, deadline: deadline && { ...deadline, setAt } }
  if (!isMoved || !isTold(before, issue)) return { issue, event: null }
  const reason = because ?? reasonOf(before, next, issue, basis)
  const days = (deadline?.pausedDays ?? 0) - (was?.pausedDays ?? 0)
  const from = was?.state === 'paused' ? was.day : (before?.due ?? null)
  return {
    issue,
    event: {
      kind: 'deadline.moved',
      from,
      to: due,
      reason,
      ...((reason === 'resumed' || reason === 'reopened') && days > 0 ? { days } : {}),
      state: { from: was?.state ?? null, to: deadline?.state ?? null },
      rule: { from: was?.rule ?? null, to: deadline?.rule ?? null },
    },
  }
}

/** Whether something moved: not what an issue begins with, nor a clock that has not started. */
function isTold(before: Issue | null, { deadline }: Issue): boolean {
  if (before === null) return false
  return !(before.deadline === null && before.due === null && deadline?.state === 'waiting')
}

function reasonOf(before: Issue | null, next: Issue, after: Issue, basis: DeadlineBasis): DeadlineReason {
  const was = before?.deadline ?? null
  const is = after.deadline
  if (
    before &&
    !isDeepStrictEqual(was?.extension ?? null, next.deadline?.extension ?? null) &&
    is?.extension
  ) {
    return 'extended'
  }
  if (is?.state === 'by-hand' || (before?.due && was === null) || was?.state === 'by-hand') return 'by-hand'
  if (is === null) return 'no-rule'
  return reasonOfStates(was?.state ?? null, is.state) ?? reasonOfDay(before, basis)
}

function reasonOfStates(from: Deadline['state'] | null, to: Deadline['state']): DeadlineReason | null {
  if (to === 'met') return from === 'met' ? null : 'met'
  if (from === 'met') return 'reopened'
  if (to === 'paused') return from === 'paused' ? null : 'paused'
  if (from === 'paused') return 'resumed'
  return from === null || from === 'waiting' ? 'started' : null
}

/** A change of the rules may not have come to the issue yet, when something else changes it. */
function reasonOfDay(before: Issue | null, basis: DeadlineBasis): DeadlineReason {
  return before && deadlineOf(before, basis).due !== before.due ? 'rule-changed' : 'fields-changed'
}
