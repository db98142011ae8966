import type { InputError } from '../base/index.ts'
import { deadlineRuleFor, type IssueType } from '../issue-types/index.ts'
import { checkDue } from './check-input.ts'
import { byHand } from './deadline.ts'
import type { Issue } from './issue.ts'

type Due = Pick<Issue, 'due' | 'deadline'>

/**
 * The deadline after somebody chose a day, gave it back to the rule (`null`), or did neither. What an issue was read
 * with changes nothing.
 * @param next - the issue with all else that changes
 * @param at - UTC milliseconds
 */
export function checkChosenDue(
  input: string | null | undefined,
  issue: Issue,
  next: Pick<Issue, 'locale' | 'values'>,
  type: Pick<IssueType, 'deadlines'>,
  at: number,
  errors: InputError[],
): Due {
  const asItIs = { due: issue.due, deadline: issue.deadline }
  const found = errors.length
  const due = checkDue(input, issue.due, errors)
  if (due === issue.due || errors.length > found) return asItIs
  const rule = deadlineRuleFor(type.deadlines, next)
  const isByRule = issue.deadline !== null && issue.deadline.state !== 'by-hand'
  if (due === null) return isByRule && rule ? asItIs : { due: null, deadline: null }
  const day = issue.deadline?.day ?? null
  if (isByRule && rule?.longer === 'needs-consent' && day !== null && due > day) {
    errors.push({
      path: 'due',
      message: `the rule ${rule.key} allows no day after ${day} without consent: use POST …/deadline/extensions`,
    })
  }
  return { due, deadline: byHand(due, at) }
}
