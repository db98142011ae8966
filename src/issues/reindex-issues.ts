import { Refusal } from '../base/index.ts'
import { type Ctx, holdConfiguration } from '../issue-types/index.ts'
import type { Walk } from '../jobs/index.ts'
import { holdIssueById, indexText } from './queries.ts'

/** The walk over all issues, done ones too, that writes anew what each is found by. */
export const SEARCH_JOB = 'search'

/** Has each issue found as this program finds them, where an earlier one wrote the index. */
export function reindexingIssues(ctx: Pick<Ctx, 'configuration'>): Walk {
  return async (tx) => {
    const configuration = await holdConfiguration(tx, ctx.configuration)
    return async (issueId) => {
      try {
        await indexText(tx, configuration, await holdIssueById(tx, issueId))
        return true
      } catch (error) {
        // Erased after the batch was put together.
        if (error instanceof Refusal && error.code === 'not-found') return false
        throw error
      }
    }
  }
}
