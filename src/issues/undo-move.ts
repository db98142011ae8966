import { isDeepStrictEqual } from 'node:util'
import { MINUTE, Refusal } from '../base/index.ts'
import { joined, type Tx } from '../db/index.ts'
import { type Changes, eventFromRow, type IssueEvent, type RecordedEvent } from '../events/index.ts'
import type { Ctx, StoredValue } from '../issue-types/index.ts'
import { callBack, countSent } from './call-back.ts'
import { type Changed, changeIssue } from './change-issue.ts'
import { differences } from './differences.ts'
import type { Issue } from './issue.ts'
import { readIssue } from './queries.ts'

/** How long a change of step can be taken back. */
const UNDO_WITHIN = MINUTE

type Move = Extract<IssueEvent, { kind: 'issue.step-changed' }>
type LastMove = { event: RecordedEvent; move: Move }
export type Undone = Changed & {
  /** Messages that the move has caused and that nothing calls back. */
  sentAlready: number
}

/**
 * Takes the last change of step back: step, trail, values that came along, the wait for the customer and the deadline are
 * as they were. What others changed since stays. Where no rule has looked at the move yet, none will; messages that have
 * not left do not leave.
 * @throws Refusal `conflict` where there is nothing to take back, it is another's, or more than a minute has passed.
 */
export async function undoMove(ctx: Ctx, number: string, ifMatch?: string): Promise<Undone> {
  return ctx.db.transaction(async (tx) => {
    const here = { ...ctx, db: joined(ctx.db, tx) }
    const { id } = await readIssue(here.db, number)
    // Whoever lets rules look at an event holds it before its issue; in the same order nobody waits in a circle.
    const isWaiting = await holdPending(tx, id)
    let undone: RecordedEvent | null = null
    const changed = await changeIssue(here, number, ifMatch, async (issue, type) => {
      const { event, move } = await lastMove(tx, ctx, issue)
      undone = event
      const [, since = event.at] = issue.trail.at(-1) ?? []
      const step = type.stepByKey.get(move.from)
      const left = type.stepByKey.get(move.to)
      if (!step) throw new Refusal('conflict', `The step ${move.from} is there no more.`)
      const category = step.category
      const next: Issue = {
        ...issue,
        step: step.key,
        category,
        values: valuesBefore(issue, move.changes ?? {}),
        trail: issue.trail.slice(0, -1),
      }
      const changes = differences(issue, next)
      const isQuiet = await callBack(tx, { issueId: id, event, isWaiting: isWaiting.has(event.id) })
      return {
        next,
        event: {
          kind: 'issue.step-undone',
          from: move.to,
          to: move.from,
          since,
          ...(Object.keys(changes).length > 0 ? { changes } : {}),
        },
        isPublic: !(left?.hidden ?? false),
        waitingSince: category === 'waiting' ? (move.waitedSince ?? null) : null,
        isQuiet,
      }
    })
    return { ...changed, sentAlready: undone === null ? 0 : await countSent(tx, id, undone) }
  })
}

/** The events of an issue at which the rules have still to look, kept from them until the transaction ends. */
async function holdPending(tx: Tx, issueId: string): Promise<ReadonlySet<string>> {
  let query = tx.query
    .selectFrom('pending_events')
    .select('event_id')
    .where('issue_id', '=', issueId)
    .orderBy('event_id')
  if (tx.traits.kind === 'postgres') query = query.forUpdate()
  return new Set((await query.execute()).map((row) => row.event_id))
}

async function lastMove(tx: Tx, ctx: Ctx, issue: Issue): Promise<LastMove> {
  const row = await tx.query
    .selectFrom('events')
    .selectAll()
    .where('issue_id', '=', issue.id)
    .where('kind', 'in', ['issue.step-changed', 'issue.step-undone'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const refuse = (why: string) => new Refusal('conflict', why)
  if (!row) throw refuse('There is no change of step to take back.')
  const event = eventFromRow(row)
  if (event.kind === 'issue.step-undone') throw refuse('The last change of step has been taken back already.')
  const { kind, id } = event.actor
  if (kind !== ctx.actor.kind || id !== ctx.actor.id)
    throw refuse(`The last change of step was made by ${event.actor.name}; whoever made it can take it back.`)
  // A clock that was set back gives nobody more time than that.
  if (Math.abs(ctx.clock() - event.at) > UNDO_WITHIN)
    throw refuse('A change of step can be taken back within one minute. Move the issue back instead.')
  // Only `moveIssue` writes events of this kind, with these members.
  const move = { kind: event.kind, ...event.data } as unknown as Move
  if (issue.step !== move.to) throw refuse('There is no change of step to take back.')
  return { event, move }
}

/** Values as they were before the move, but for those that were changed again since. */
function valuesBefore(issue: Issue, changes: Changes): Issue['values'] {
  const values = new Map(Object.entries(issue.values))
  for (const [field, { from, to }] of Object.entries(changes)) {
    if (!isDeepStrictEqual(values.get(field) ?? null, to)) continue
    if (from === null) values.delete(field)
    // An event repeats the stored form of what it changed.
    else values.set(field, from as StoredValue)
  }
  return Object.fromEntries(values)
}
