import { type InputError, Refusal, refuseIfInvalid } from '../base/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { type Changed, changeIssue } from './change-issue.ts'
import { checkValues, missingFor } from './check-input.ts'

export type MoveIssueInput = {
  to: string
  /** For the history; customers do not see it. */
  comment?: string | undefined
  values?: Readonly<Record<string, unknown>> | undefined
  /** UTC milliseconds; now where it is not given. */
  at?: number | undefined
}

/** Steps entered that an issue remembers; the oldest after the first go when there are more. */
const MAX_TRAIL = 300

/**
 * Moves an issue along an allowed transition, with the values that the new step asks for.
 * @throws Refusal `conflict` where the transition is not allowed, `invalid-input` where values are wrong or missing.
 */
export async function moveIssue(
  ctx: Ctx,
  number: string,
  input: MoveIssueInput,
  ifMatch?: string,
): Promise<Changed> {
  const at = input.at ?? ctx.clock()
  return changeIssue(
    ctx,
    number,
    ifMatch,
    (issue, type, configuration) => {
      const from = type.stepByKey.get(issue.step)
      const to = type.stepByKey.get(input.to)
      if (!to) refuseIfInvalid([{ path: 'to', message: `there is no step ${input.to} in ${type.key}` }])
      if (!to || !from?.next.some((transition) => transition.to === to.key)) {
        const allowed = from?.next.map((transition) => transition.to).join(', ') || 'none'
        throw new Refusal(
          'conflict',
          `From ${issue.step} no move leads to ${input.to}; allowed are: ${allowed}.`,
        )
      }
      const errors: InputError[] = []
      const values = checkValues(
        input.values ?? {},
        issue.values,
        configuration,
        ctx.settings.defaultCountry,
        errors,
      )
      const next = { ...issue, step: to.key, category: to.category, values }
      refuseIfInvalid(errors.length > 0 ? errors : missingFor(to, next))
      const [first, ...rest] = issue.trail
      const kept =
        first && rest.length >= MAX_TRAIL ? [first, ...rest.slice(rest.length - MAX_TRAIL + 1)] : issue.trail
      return {
        next: { ...next, trail: [...kept, [to.key, at]] },
        event: { kind: 'issue.step-changed', from: issue.step, to: to.key, comment: input.comment || null },
        isPublic: !to.hidden,
      }
    },
    at,
  )
}
