import type { Tx } from '../db/index.ts'
import { findWaiting, type RecordedEvent } from '../events/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { holdIssue, type Issue } from '../issues/index.ts'
import { type BulkChange, type BulkOutcome, changeOne, done, outcomeOf } from './change-issues.ts'

export type Tried = { outcomes: BulkOutcome[]; happenings: { issue: Issue; event: RecordedEvent }[] }

/**
 * What changing issues would do, with the events that rules would look at: each change is made, and taken back before
 * anybody can see it.
 */
export async function tryChanges(ctx: Ctx, numbers: readonly string[], change: BulkChange): Promise<Tried> {
  const happenings: Tried['happenings'] = []
  const outcomes: BulkOutcome[] = []
  for (const number of numbers) {
    const outcome = await outcomeOf(number, async () => {
      const { before, after, events } = await takenBack(ctx, async (tx) => {
        const { id } = await holdIssue(tx, number)
        const waiting = new Set((await findWaiting(tx, id)).map((event) => event.id))
        const both = await changeOne(ctx, tx, number, change)
        const all = await findWaiting(tx, id)
        return { ...both, events: all.filter((event) => !waiting.has(event.id)) }
      })
      happenings.push(...events.map((event) => ({ issue: after, event })))
      return done(number, before, after)
    })
    outcomes.push(outcome)
  }
  return { outcomes, happenings }
}

class TakenBack<T> extends Error {
  readonly found: T

  constructor(found: T) {
    super('what was tried is taken back')
    this.found = found
  }
}

/** What work in a transaction found, once the store is as it was before. */
async function takenBack<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await ctx.db.transaction(async (tx): Promise<T> => {
      throw new TakenBack(await work(tx))
    })
  } catch (error) {
    // Nothing else throws one, and this one holds what `work` found.
    if (error instanceof TakenBack) return (error as TakenBack<T>).found
    throw error
  }
}
