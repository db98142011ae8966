import { recordAudit } from '../audit/index.ts'
import { matches } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import type { FileStore } from '../files/index.ts'
import { type Ctx, holdConfiguration } from '../issue-types/index.ts'
import { holdIssue } from './queries.ts'
import { forgetInLinked, goneWith, type IsGone } from './erased-traces.ts'
import { issueTag } from './represent.ts'
import { removeFromSearch } from './search.ts'

export type Forgetting = {
  files: FileStore
  forgetConditions: (tx: Tx, isGone: IsGone) => Promise<void>
  forgetIssue: (issueId: string) => Promise<void>
}

/**
 * Erases an issue with all that belongs to it: messages, files, history, deliveries, sessions, index, kept answers, and all
 * previews of status pages; and what others keep of it: its number in histories of issues that it was linked with, its
 * customer in lists. The audit keeps its id.
 * @param forgetConditions takes what is gone out of the lists that people keep
 * @param forgetIssue removes what others keep of the issue outside of the store, once it is erased there
 */
export async function deleteIssue(
  ctx: Ctx,
  { files, forgetConditions, forgetIssue }: Forgetting,
  number: string,
  ifMatch?: string,
): Promise<void> {
  const { issueId, storageKeys } = await ctx.db.transaction(async (tx) => {
    const configuration = await holdConfiguration(tx, ctx.configuration)
    const issue = await holdIssue(tx, number)
    matches(ifMatch, issueTag(ctx, configuration, issue))
    const rows = await tx.query
      .selectFrom('attachments')
      .select('storage_key')
      .where('issue_id', '=', issue.id)
      .execute()
    await forgetInLinked(tx, issue)
    await forgetConditions(tx, await goneWith(tx, issue, ctx.settings.defaultCountry))
    await removeFromSearch(tx, issue.searchId)
    await tx.query.deleteFrom('issues').where('id', '=', issue.id).execute()
    // Any of them may show the issue, and each is made again as soon as somebody looks.
    await tx.query.deleteFrom('page_previews').execute()
    await recordAudit(tx, ctx.clock(), {
      actor: ctx.actor,
      action: 'issue.deleted',
      target: `issue:${issue.id}`,
    })
    tx.tell({ of: 'erased', number: issue.number })
    return { issueId: issue.id, storageKeys: rows.map((row) => row.storage_key) }
  })
  for (const key of storageKeys) await files.remove(key)
  await forgetIssue(issueId)
}
