import { Refusal } from '../base/index.ts'
import { type Ctx, holdConfiguration } from '../issue-types/index.ts'
import type { Walk } from '../jobs/index.ts'
import { holdIssueById, indexWhole } from './queries.ts'
import { isIndexed } from './search.ts'

/** The walk over all issues, done ones too, that writes what each is found by. */
export const SEARCH_JOB = 'search'

/** Fills an index that is new; what was opened or changed since is in it already. */
export function reindexingIssues(ctx: Pick<Ctx, 'configuration'>): Walk {
  return async (tx) => {
    const configuration = await holdConfiguration(tx, ctx.configuration)
    return async (issueId) => {
      try {
        const issue = await holdIssueById(tx, issueId)
        if (await isIndexed(tx, issue.searchId)) return false
        await indexWhole(tx, configuration, issue)
        return true
      } catch (error) {
        // Erased after the batch was put together.
        if (error instanceof Refusal && error.code === 'not-found') return false
        throw error
      }
    }
  }
}
