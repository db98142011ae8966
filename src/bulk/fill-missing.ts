import type { IssueType } from '../issue-types/index.ts'
import { type Issue, missingFor } from '../issues/index.ts'

/** What a step may ask for that can be the same in many issues; a customer's name and address never are. */
export type Fill = {
  values?: Readonly<Record<string, unknown>> | undefined
  due?: string | undefined
  handler?: string | undefined
}

/**
 * What of `fill` an issue gets on its way to a step: only what that step asks for and the issue lacks. Members of the
 * issue go before the move, values along with it.
 */
export function missingOf(
  issue: Issue,
  type: IssueType,
  to: string,
  fill: Fill,
): { members: Pick<Fill, 'due' | 'handler'>; values: Record<string, unknown> } {
  const step = type.stepByKey.get(to)
  const paths = new Set(step ? missingFor(step, issue).map(({ path }) => path) : [])
  return {
    members: {
      ...(fill.due !== undefined && paths.has('due') ? { due: fill.due } : {}),
      ...(fill.handler !== undefined && paths.has('handler') ? { handler: fill.handler } : {}),
    },
    values: Object.fromEntries(
      Object.entries(fill.values ?? {}).filter(([key]) => paths.has(`values.${key}`)),
    ),
  }
}
