import { isDeepStrictEqual } from 'node:util'
import { dateIn, matches } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { type IssueEvent, recordEvent } from '../events/index.ts'
import { type Configuration, type Ctx, holdConfiguration, type IssueType } from '../issue-types/index.ts'
import { deadlineBasis, followDeadline } from './follow-deadline.ts'
import { changedColumns, type Issue } from './issue.ts'
import { holdIssue, indexIssue, typeOf } from './queries.ts'
import { issueTag } from './represent.ts'
import { noteTimeFacts, waitingAfterMove } from './time-facts.ts'
import { turningPoints } from './turning-points.ts'

export type Changed = { issue: Issue; configuration: Configuration }

export type Decision = {
  next: Issue
  event: IssueEvent | null
  /** The customer can see the change. */
  isPublic: boolean
  /** Since when the customer is waited for, where that does not follow from the change. */
  waitingSince?: number | null
  /** Rules and webhooks do not learn of it. */
  isQuiet?: boolean
}

/**
 * One change of one issue: held for the transaction, decided by `decide`, written with its event. Where `decide` gives
 * no event, nothing changed and nothing is written.
 * @throws Refusal `not-found`, `version-conflict`, or whatever `decide` refuses.
 */
export async function changeIssue(
  ctx: Ctx,
  number: string,
  ifMatch: string | undefined,
  decide: (issue: Issue, type: IssueType, configuration: Configuration, tx: Tx) => Promise<Decision>,
  at = ctx.clock(),
): Promise<Changed> {
  return ctx.db.transaction(async (tx) => {
    const configuration = await holdConfiguration(tx, ctx.configuration)
    const issue = await holdIssue(tx, number)
    matches(ifMatch, issueTag(ctx, configuration, issue))
    const type = typeOf(configuration, issue)
    const decided = await decide(issue, type, configuration, tx)
    const { event, isPublic } = decided
    if (!event) return { issue, configuration }
    const { waitingSince = waitingAfterMove(issue, decided.next, at) } = decided
    const next = { ...decided.next, waitingSince }
    const followed = followDeadline(issue, next, deadlineBasis(ctx.settings, configuration, type), at)
    const isSeen = isPublic || (followed.event !== null && showsDeadline(type))
    const changed = { ...followed.issue, ...changeMarks(issue, at, isSeen) }
    const points = turningPoints(type, changed.trail)
    const columns = { ...changedColumns(changed), ...points }
    await tx.query.updateTable('issues').set(columns).where('id', '=', issue.id).execute()
    if (isFoundElsewhere(issue, changed)) await indexIssue(tx, configuration, changed, false)
    await noteTimeFacts(ctx, tx, issue, changed)
    await recordEvents(ctx, tx, changed, at, [event, followed.event], decided.isQuiet)
    return { issue: changed, configuration }
  })
}

/** Writes the deadline of an issue where the rules that it came from changed; answers whether it is another one. */
export async function rewriteDeadline(
  ctx: Ctx,
  tx: Tx,
  configuration: Configuration,
  issue: Issue,
): Promise<boolean> {
  const at = ctx.clock()
  const type = typeOf(configuration, issue)
  const basis = deadlineBasis(ctx.settings, configuration, type)
  const followed = followDeadline(issue, issue, basis, at, 'rule-changed')
  const { due, deadline } = followed.issue
  if (isDeepStrictEqual({ due, deadline }, { due: issue.due, deadline: issue.deadline })) return false
  const isSeen = followed.event !== null && showsDeadline(type)
  const changed = { ...followed.issue, ...changeMarks(issue, at, isSeen) }
  await tx.query.updateTable('issues').set(changedColumns(changed)).where('id', '=', issue.id).execute()
  // A new rule must not tell of all that was late before it came.
  const isOver = due !== null && due < dateIn(ctx.settings.timeZone, at)
  await noteTimeFacts(ctx, tx, issue, changed, isOver)
  await recordEvents(ctx, tx, changed, at, [followed.event])
  return true
}

async function recordEvents(
  ctx: Ctx,
  tx: Tx,
  { id }: Issue,
  at: number,
  events: readonly (IssueEvent | null)[],
  isQuiet = false,
): Promise<void> {
  for (const event of events) {
    if (event) await recordEvent(tx, { issueId: id, actor: ctx.actor, at, event, cause: ctx.cause, isQuiet })
  }
}

/** Whether customers see when an issue is due. */
function showsDeadline({ views }: IssueType): boolean {
  return views['status-page'].some(({ field }) => field === 'due' || field === 'next')
}

/** Whether lists and searches must learn of a change; a mere move changes nothing that their indexes hold. */
function isFoundElsewhere(before: Issue, after: Issue): boolean {
  const indexed = ({ number, contact, phoneKey, values }: Issue): string =>
    JSON.stringify([number, contact, phoneKey, values])
  return indexed(before) !== indexed(after)
}

/** Since when one side waits for the other. */
type Waits = Pick<Issue, 'waitingSince' | 'unansweredSince'>

/** Notes in the issue's row that something beside it changed: a message, a file. */
export async function touchIssue(
  ctx: Ctx,
  tx: Tx,
  issue: Issue,
  at: number,
  isPublic: boolean,
  waits: Partial<Waits> = {},
): Promise<void> {
  const { version, changedAt, publicChangedAt } = changeMarks(issue, at, isPublic)
  const { waitingSince, unansweredSince } = { ...issue, ...waits }
  await noteTimeFacts(ctx, tx, issue, { ...issue, waitingSince })
  await tx.query
    .updateTable('issues')
    .set({
      version,
      changed_at: changedAt,
      public_changed_at: publicChangedAt,
      waiting_since: waitingSince,
      unanswered_since: unansweredSince,
    })
    .where('id', '=', issue.id)
    .execute()
}

function changeMarks(issue: Issue, at: number, isPublic: boolean) {
  return {
    version: issue.version + 1,
    changedAt: Math.max(at, issue.changedAt),
    publicChangedAt: isPublic ? Math.max(at, issue.publicChangedAt) : issue.publicChangedAt,
  }
}
