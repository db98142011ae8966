import { isDeepStrictEqual } from 'node:util'
import { etagOf, type InputError, matches, refuseIfInvalid } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import type { Sound } from '../http/index.ts'
import { startJob } from '../jobs/index.ts'
import type { Configuration, IssueType } from './configuration.ts'
import type { Ctx } from './context.ts'
import type { DeadlineRule } from './deadline-rule.ts'
import { changeIssueType } from './edit-issue-types.ts'
import type { FieldType } from './field.ts'
import { representDeadlines } from './represent.ts'

/** The kind of job that computes the deadlines of a type's issues anew. */
export const DEADLINES_JOB = 'deadlines'

/** The kind of job that sets anew when issues are looked at because time passed. */
export const TIMERS_JOB = 'timers'

/** Sets how long the shop has; deadlines of issues that are not done follow, a batch at a time. */
export async function setDeadlines(
  ctx: Ctx,
  typeKey: string,
  rules: readonly DeadlineRule[],
  ifMatch?: string,
): Promise<void> {
  await changeIssueType(ctx, typeKey, { part: 'deadlines' }, async (tx, type, configuration) => {
    matches(ifMatch, etagOf(representDeadlines(type)))
    refuseIfInvalid(checkDeadlines(rules, type, configuration))
    await tx.query
      .updateTable('issue_types')
      .set({ deadlines: JSON.stringify(rules) })
      .where('id', '=', type.id)
      .execute()
    if (!isDeepStrictEqual(type.deadlines, rules)) await recomputeDeadlines(ctx, tx, type)
    return { before: type.deadlines, after: rules }
  })
}

/** Has the deadlines of a type's issues computed anew, in the transaction that changes what they come from. */
export function recomputeDeadlines(ctx: Ctx, tx: Tx, type: Pick<IssueType, 'id'>): Promise<void> {
  return startJob(tx, { kind: DEADLINES_JOB, typeId: type.id, at: ctx.clock() })
}

/** Fields by which a rule can tell whether it is for an issue. */
const CONDITION_TYPES: readonly FieldType[] = ['choice', 'boolean', 'text']
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

/** Everything that is wrong with deadline rules as a whole. */
export function checkDeadlines(
  rules: Sound<readonly DeadlineRule[]>,
  type: Pick<IssueType, 'stepByKey'>,
  configuration: Pick<Configuration, 'fieldByKey' | 'calendars'>,
): InputError[] {
  const errors: InputError[] = []
  const refuse = (path: string, message: string) => errors.push({ path: `rules.${path}`, message })
  const seen = new Set<string>()
  rules.forEach((rule, index) => {
    const { key, when, start, calendar } = rule ?? {}
    if (key !== undefined && seen.has(key)) refuse(`${index}.key`, `${key} stands twice`)
    if (key !== undefined) seen.add(key)
    when?.forEach((condition, at) => {
      for (const error of checkCondition(condition ?? {}, configuration)) {
        refuse(`${index}.when.${at}.${error.path}`, error.message)
      }
    })
    if (start?.on === 'field' && start.field !== undefined) {
      const field = configuration.fieldByKey.get(start.field)
      if (!field) refuse(`${index}.start.field`, `there is no field ${start.field}`)
      else if (field.type !== 'date' && field.type !== 'date-time') {
        refuse(
          `${index}.start.field`,
          `a field of type date or date-time is needed, ${field.key} is ${field.type}`,
        )
      }
    }
    if (start?.on === 'step' && start.step !== undefined && !type.stepByKey.has(start.step)) {
      refuse(`${index}.start.step`, `there is no step ${start.step}`)
    }
    if (calendar !== undefined && !configuration.calendars.has(calendar)) {
      const known = [...configuration.calendars.keys()].join(', ')
      refuse(`${index}.calendar`, `there is no calendar ${calendar}; known are ${known}`)
    }
  })
  return errors
}

function checkCondition(
  { field: key, in: values }: Sound<DeadlineRule['when'][number]>,
  { fieldByKey }: Pick<Configuration, 'fieldByKey'>,
): InputError[] {
  if (key === undefined) return []
  const field = fieldByKey.get(key)
  if (key !== 'locale' && !field) return [{ path: 'field', message: `there is no field ${key}` }]
  if (field && !CONDITION_TYPES.includes(field.type)) {
    const needed = 'locale or a field of type choice, boolean or text is needed'
    return [{ path: 'field', message: `${needed}, ${key} is ${field.type}` }]
  }
  const fits = (value: string | boolean): string | null => {
    if (!field)
      return typeof value === 'string' && LANGUAGE.test(value) ? null : 'a language tag like pl is needed'
    if (field.type === 'boolean') return typeof value === 'boolean' ? null : 'true or false is needed'
    if (field.type === 'text') return typeof value === 'string' ? null : 'a text is needed'
    const options = field.options.map((option) => option.key)
    return options.some((option) => option === value) ? null : `one of ${options.join(', ')} is needed`
  }
  return (values ?? []).flatMap((value, at) => {
    const problem = value === undefined ? null : fits(value)
    return problem === null ? [] : [{ path: `in.${at}`, message: problem }]
  })
}
