import { Refusal } from '../base/index.ts'
import { joined, type Tx } from '../db/index.ts'
import { problemOf } from '../http/index.ts'
import { type Ctx, holdConfiguration } from '../issue-types/index.ts'
import {
  editIssue,
  foldNumber,
  holdIssue,
  type Issue,
  moveIssue,
  once,
  partKey,
  typeOf,
} from '../issues/index.ts'
import { type Fill, missingOf } from './fill-missing.ts'

/** What is done to each of many issues. */
export type BulkChange = { handler: string | null } | Move

type Move = {
  to: string
  comment?: string | undefined
  values?: Readonly<Record<string, unknown>> | undefined
  fill?: Fill | undefined
}

/** What became of one of them. */
export type BulkOutcome = {
  number: string
  ok: boolean
  /** Whether it is another one now; `false` for one that was so already. */
  changed: boolean
  problem: ReturnType<typeof problemOf> | null
  /** As it was before, for whoever wants to take it back. */
  was: { handler: string | null; step: string } | null
}

/**
 * Changes issues one after another, each in a transaction of its own, so that what one is refused undoes no other. With a
 * key each is changed once, however often the request comes.
 * @throws whatever is no refusal, like a store that is away; those before it are changed then
 */
export async function changeIssues(
  ctx: Ctx,
  numbers: readonly string[],
  change: BulkChange,
  { key, fingerprint }: { key: string | undefined; fingerprint: string },
): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = []
  for (const number of numbers) {
    outcomes.push(
      await outcomeOf(number, async () => {
        const ownKey = partKey(key, foldNumber(number) ?? number)
        const answer = await once(ctx, ownKey, fingerprint, async (inside) => {
          const { before, after } = await inside.db.transaction((tx) => changeOne(inside, tx, number, change))
          return { status: 200, headers: {}, body: done(number, before, after), issueId: after.id }
        })
        // `once` answers what was given to it above, now or before.
        return answer.body as BulkOutcome
      }),
    )
  }
  return outcomes
}

/** One change within a transaction. */
export async function changeOne(ctx: Ctx, tx: Tx, number: string, change: BulkChange) {
  const inside = { ...ctx, db: joined(ctx.db, tx) }
  const before = await holdIssue(tx, number)
  const { issue: after } =
    'to' in change
      ? await moveOne(inside, tx, before, change)
      : await editIssue(inside, number, { handler: change.handler })
  return { before, after }
}

async function moveOne(ctx: Ctx, tx: Tx, issue: Issue, { fill = {}, ...move }: Move) {
  const configuration = await holdConfiguration(tx, ctx.configuration)
  const { members, values } = missingOf(issue, typeOf(configuration, issue), move.to, fill)
  if (Object.keys(members).length > 0) await editIssue(ctx, issue.number, members)
  return moveIssue(ctx, issue.number, { ...move, values: { ...values, ...move.values } })
}

/** What is refused is told of the one issue; all else is no matter of an issue. */
export async function outcomeOf(number: string, work: () => Promise<BulkOutcome>): Promise<BulkOutcome> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'unavailable') throw error
    return { number, ok: false, changed: false, problem: problemOf(error), was: null }
  }
}

export function done(number: string, before: Issue, after: Issue): BulkOutcome {
  const was = { handler: before.handlerId, step: before.step }
  return { number, ok: true, changed: after.version !== before.version, problem: null, was }
}
