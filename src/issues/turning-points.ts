import type { IssueType } from '../issue-types/index.ts'
import type { Trail } from './progress.ts'

/**
 * When an issue was first decided, and since when nothing is left to do; `null` where that is not so. Steps that no
 * longer exist tell nothing.
 */
export function turningPoints({ stepByKey }: Pick<IssueType, 'stepByKey'>, trail: Trail) {
  const decided = trail.find(([key]) => {
    const step = stepByKey.get(key)
    return step?.stage === 'decision' || Boolean(step?.outcome)
  })
  const lastOpen = trail.findLastIndex(([key]) => stepByKey.get(key)?.category !== 'done')
  return { decided_at: decided?.[1] ?? null, closed_at: trail[lastOpen + 1]?.[1] ?? null }
}
