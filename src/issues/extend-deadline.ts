import { DAY, type InputError, isDate, parseInstant, Refusal, refuseIfInvalid } from '../base/index.ts'
import type { Consent } from '../events/index.ts'
import type { Sound } from '../http/index.ts'
import { type Ctx, deadlineRuleFor, type IssueType } from '../issue-types/index.ts'
import { type Changed, changeIssue } from './change-issue.ts'
import type { Deadline } from './deadline.ts'
import type { Issue } from './issue.ts'

/** From today. */
const MOST_DAYS = 3650

export type ExtendDeadlineInput = {
  /** `YYYY-MM-DD` */
  to: string
  consent?: Consent | null | undefined
  comment?: string | undefined
}

/**
 * Gives the shop longer than the rule does, with whoever agreed to it.
 * @throws Refusal `conflict` where no clock runs or stands still, `invalid-input` where the day is not later, or where
 * the consent that the rule asks for is missing.
 */
export async function extendDeadline(
  ctx: Ctx,
  number: string,
  input: ExtendDeadlineInput,
  ifMatch?: string,
): Promise<Changed> {
  const at = ctx.clock()
  return changeIssue(
    ctx,
    number,
    ifMatch,
    async (issue, type) => {
      const { deadline, errors } = checkExtension(issue, type, input, at)
      refuseIfInvalid(errors)
      const consent = input.consent ?? null
      return {
        next: { ...issue, deadline: { ...deadline, extension: { to: input.to, at, consent } } },
        event: {
          kind: 'deadline.extended',
          from: deadline.day,
          to: input.to,
          consent,
          comment: input.comment || null,
        },
        isPublic: true,
      }
    },
    at,
  )
}

/**
 * Everything that is wrong with a longer time for an issue.
 * @param now - UTC milliseconds
 * @throws Refusal `conflict`
 */
export function checkExtension(
  issue: Issue,
  type: Pick<IssueType, 'deadlines'>,
  { to, consent }: Sound<ExtendDeadlineInput>,
  now: number,
): { deadline: Deadline; errors: InputError[] } {
  const { deadline } = issue
  if (!deadline || (deadline.state !== 'running' && deadline.state !== 'paused')) {
    const state = deadline ? `the deadline is ${deadline.state}` : 'there is no deadline'
    throw new Refusal('conflict', `Only a deadline that is running or paused is extended; ${state}.`)
  }
  const errors: InputError[] = []
  if (to !== undefined && !isDate(to))
    errors.push({ path: 'to', message: 'a date like 2027-01-15 is needed' })
  else if (to !== undefined && deadline.day !== null && to <= deadline.day) {
    errors.push({ path: 'to', message: `a day after ${deadline.day} is needed` })
  } else if (to !== undefined && Date.parse(to) > now + MOST_DAYS * DAY) {
    errors.push({ path: 'to', message: `at most ${MOST_DAYS} days from now are allowed` })
  }
  if (!consent && deadlineRuleFor(type.deadlines, issue)?.longer === 'needs-consent') {
    errors.push({ path: 'consent', message: 'who agreed, when and how is needed: the rule asks for it' })
  }
  const at = consent?.at === undefined ? null : parseInstant(consent.at)
  if (at !== null && at > now)
    errors.push({ path: 'consent.at', message: 'a time that has passed is needed' })
  return { deadline, errors }
}
