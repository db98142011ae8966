import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../db/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import type { Issue } from './issue.ts'

/** Since when the shop waits for the customer after a change: a new step asks anew. */
export function waitingAfterMove(before: Issue, next: Issue, at: number): number | null {
  if (next.category !== 'waiting') return null
  return next.trail.length === before.trail.length && next.step === before.step ? before.waitingSince : at
}

/**
 * Since when it waits after a message or file: who answered is not waited for, and whoever is written to while the step
 * asks something of them is asked anew.
 */
export function waitingAfterMessage(
  issue: Issue,
  { from, internal }: { from: 'shop' | 'customer'; internal: boolean },
  at: number,
): number | null {
  if (issue.category !== 'waiting' || internal) return issue.waitingSince
  return from === 'customer' ? null : (issue.waitingSince ?? at)
}

/** Since when the customer waits after a message: since the first that the shop did not answer. Notes answer nobody. */
export function unansweredAfter(
  issue: Issue,
  { from, internal }: { from: 'shop' | 'customer'; internal: boolean },
  at: number,
): number | null {
  if (internal) return issue.unansweredSince
  return from === 'customer' ? (issue.unansweredSince ?? at) : null
}

/** What decides when time has something to start for an issue. */
function timeFacts({ category, due, deadline, waitingSince, typeId }: Issue) {
  return [category === 'done', due, deadline?.state ?? null, waitingSince, typeId]
}

/** Before every time that a clock can tell: what a clock wrote that ran ahead would have to wait for. */
const AT_ONCE = 0

/**
 * Has the issue looked at by whoever lets time start things, where a change may have moved when that is. What lies before
 * an import starts nothing for what was imported.
 * @param startsNothing - whether what lies before now is not to start anything
 */
export async function noteTimeFacts(
  ctx: Pick<Ctx, 'cause' | 'clock'>,
  tx: Tx,
  before: Issue | null,
  after: Issue,
  startsNothing = ctx.cause === 'import',
): Promise<void> {
  if (before === null && after.due === null && after.waitingSince === null) return
  if (before !== null && isDeepStrictEqual(timeFacts(before), timeFacts(after))) return
  const look = { at: AT_ONCE, ...(startsNothing ? { since: ctx.clock() } : {}) }
  await tx.query
    .insertInto('issue_timers')
    .values({ issue_id: after.id, since: 0, fired: '{}', ...look })
    .onConflict((conflict) => conflict.column('issue_id').doUpdateSet(look))
    .execute()
  tx.signal('timers')
}
