import { matches } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { type IssueEvent, recordEvent } from '../events/index.ts'
import { type Configuration, type Ctx, holdConfiguration, type IssueType } from '../issue-types/index.ts'
import { changedColumns, type Issue } from './issue.ts'
import { holdIssue, indexIssue, typeOf } from './queries.ts'
import { issueTag } from './represent.ts'

export type Changed = { issue: Issue; configuration: Configuration }

/** `isPublic`: the customer can see the change. */
export type Decision = { next: Issue; event: IssueEvent | null; isPublic: boolean }

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
    matches(ifMatch, issueTag(ctx.settings, configuration, issue))
    const { next, event, isPublic } = await decide(issue, typeOf(configuration, issue), configuration, tx)
    if (!event) return { issue, configuration }
    const changed = { ...next, ...changeMarks(issue, at, isPublic) }
    await tx.query.updateTable('issues').set(changedColumns(changed)).where('id', '=', issue.id).execute()
    if (isFoundElsewhere(issue, changed)) await indexIssue(tx, configuration, changed, false)
    await recordEvent(tx, { issueId: issue.id, actor: ctx.actor, at, event, cause: ctx.cause })
    return { issue: changed, configuration }
  })
}

/** Whether lists and searches must learn of a change; a mere move changes nothing that their indexes hold. */
function isFoundElsewhere(before: Issue, after: Issue): boolean {
  const indexed = ({ number, contact, phoneKey, values }: Issue): string =>
    JSON.stringify([number, contact, phoneKey, values])
  return indexed(before) !== indexed(after)
}

/** Notes in the issue's row that something beside it changed: a message, a file. */
export async function touchIssue(tx: Tx, issue: Issue, at: number, isPublic: boolean): Promise<void> {
  const { version, changedAt, publicChangedAt } = changeMarks(issue, at, isPublic)
  await tx.query
    .updateTable('issues')
    .set({ version, changed_at: changedAt, public_changed_at: publicChangedAt })
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
