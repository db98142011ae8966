import { Refusal } from '../base/index.ts'
import { type Ctx, holdConfiguration } from '../issue-types/index.ts'
import type { Walk } from '../jobs/index.ts'
import { rewriteDeadline } from './change-issue.ts'
import { holdIssueById } from './queries.ts'

/** Computes deadlines anew after their rules changed; what is met or done keeps what it had. */
export function recomputingDeadlines(ctx: Ctx): Walk {
  return async (tx) => {
    const configuration = await holdConfiguration(tx, ctx.configuration)
    return async (issueId) => {
      try {
        const issue = await holdIssueById(tx, issueId)
        if (issue.category === 'done' || issue.deadline?.state === 'met') return false
        return await rewriteDeadline(ctx, tx, configuration, issue)
      } catch (error) {
        // Erased after the batch was put together.
        if (error instanceof Refusal && error.code === 'not-found') return false
        throw error
      }
    }
  }
}
