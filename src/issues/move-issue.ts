import { type InputError, Refusal, refuseIfInvalid } from '../base/index.ts'
import type { Sound } from '../http/index.ts'
import type { Configuration, Ctx, IssueType } from '../issue-types/index.ts'
import { type Changed, changeIssue } from './change-issue.ts'
import { checkValues, missingFor } from './check-input.ts'
import { differences } from './differences.ts'
import type { Issue } from './issue.ts'
import { namedFiles } from './queries.ts'

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
    async (issue, type, configuration, tx) => {
      const files = await namedFiles(tx.query, configuration, issue, input.values)
      const { errors, values, to } = checkMove(ctx, configuration, type, issue, input, files)
      refuseIfInvalid(errors)
      if (!to) throw new Error('unreachable: a missing step is among the errors')
      const next = { ...issue, step: to.key, category: to.category, values }
      const changes = differences(issue, next)
      const [first, ...rest] = issue.trail
      const kept =
        first && rest.length >= MAX_TRAIL ? [first, ...rest.slice(rest.length - MAX_TRAIL + 1)] : issue.trail
      return {
        next: { ...next, trail: [...kept, [to.key, at]] },
        event: {
          kind: 'issue.step-changed',
          from: issue.step,
          to: to.key,
          comment: input.comment || null,
          ...(Object.keys(changes).length > 0 ? { changes } : {}),
          ...(issue.waitingSince === null ? {} : { waitedSince: issue.waitingSince }),
        },
        isPublic: !to.hidden,
      }
    },
    at,
  )
}

/**
 * Everything that is wrong with a move of an issue, and what is right of it.
 * @throws Refusal `conflict` where the transition is not allowed.
 */
export function checkMove(
  ctx: Ctx,
  configuration: Configuration,
  type: IssueType,
  issue: Issue,
  input: Sound<MoveIssueInput>,
  files: ReadonlySet<string>,
) {
  const errors: InputError[] = []
  const to = type.stepByKey.get(input.to ?? '')
  const allowed = type.stepByKey.get(issue.step)?.next.map((transition) => transition.to) ?? []
  if (!to) errors.push({ path: 'to', message: `there is no step ${input.to} in ${type.key}` })
  else if (!allowed.includes(to.key)) {
    throw new Refusal(
      'conflict',
      `From ${issue.step} no move leads to ${to.key}; allowed are: ${allowed.join(', ') || 'none'}.`,
    )
  }
  const country = ctx.settings.defaultCountry
  const values = checkValues(input.values ?? {}, issue.values, configuration, country, files, errors)
  const wrong = new Set(errors.map((error) => error.path))
  const missing = to ? missingFor(to, { ...issue, values }) : []
  return { errors: [...errors, ...missing.filter(({ path }) => !wrong.has(path))], values, to }
}
