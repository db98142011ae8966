import { etagOf, type InputError, matches, Refusal, refuseIfInvalid } from '../base/index.ts'
import type { Sound } from '../http/index.ts'
import type { Configuration } from './configuration.ts'
import type { Ctx } from './context.ts'
import { startJob } from '../jobs/index.ts'
import { recomputeDeadlines, TIMERS_JOB } from './edit-deadlines.ts'
import { changeIssueType } from './edit-issue-types.ts'
import { representSteps } from './represent.ts'
import type { Step } from './step.ts'

/**
 * Replaces the steps of an issue type; the first is where an issue begins.
 * @throws Refusal `conflict` when issues are at a step that would go.
 */
export async function setSteps(
  ctx: Ctx,
  typeKey: string,
  steps: readonly Step[],
  ifMatch?: string,
): Promise<void> {
  await changeIssueType(ctx, typeKey, { part: 'steps' }, async (tx, type, configuration) => {
    matches(ifMatch, etagOf(representSteps(type)))
    refuseIfInvalid(checkSteps(steps, configuration))
    const kept = new Set(steps.map((step) => step.key))
    const gone = type.steps.filter((step) => !kept.has(step.key)).map((step) => step.key)
    const started = type.deadlines.find(({ start }) => start.on === 'step' && gone.includes(start.step))
    if (started?.start.on === 'step') {
      throw new Refusal(
        'conflict',
        `The step ${started.start.step} cannot go: the deadline rule ${started.key} starts at it.`,
      )
    }
    if (gone.length > 0) {
      const issue = await tx.query
        .selectFrom('issues')
        .select(['number', 'step'])
        .where('issue_type_id', '=', type.id)
        .where('step', 'in', gone)
        .limit(1)
        .executeTakeFirst()
      if (issue) {
        throw new Refusal(
          'conflict',
          `The step ${issue.step} cannot go: issues are at it, like ${issue.number}.`,
        )
      }
    }
    await tx.query
      .updateTable('issue_types')
      .set({ steps: JSON.stringify(steps) })
      .where('id', '=', type.id)
      .execute()
    const recast = steps.filter((step) => isRecast(type.stepByKey.get(step.key), step))
    for (const step of recast) {
      await tx.query
        .updateTable('issues')
        .set({ category: step.category })
        .where('issue_type_id', '=', type.id)
        .where('step', '=', step.key)
        .execute()
    }
    if (type.deadlines.length > 0 && clockOf(type.steps) !== clockOf(steps)) {
      await recomputeDeadlines(ctx, tx, type)
    }
    // What is done is looked at no more, what is not done any more is looked at again.
    if (recast.length > 0) await startJob(tx, { kind: TIMERS_JOB, typeId: type.id, at: ctx.clock() })
    return { before: type.steps, after: steps }
  })
}

/** Whether the issues at a step are of another category from now on. */
function isRecast(before: Step | undefined, after: Step): boolean {
  return before !== undefined && before.category !== after.category
}

/** What deadlines come from, whatever the order of the steps. */
function clockOf(steps: readonly Step[]): string {
  const inOrder = steps.toSorted((one, two) => (one.key < two.key ? -1 : 1))
  return JSON.stringify(
    inOrder.map(({ key, stage, category, outcome, hidden, pauses }) => [
      key,
      stage,
      category,
      outcome,
      hidden,
      pauses,
    ]),
  )
}

/** Everything that is wrong with a list of steps as a whole. */
export function checkSteps(
  steps: Sound<readonly Step[]>,
  configuration: Pick<Configuration, 'fieldByKey'>,
): InputError[] {
  const errors: InputError[] = []
  const refuse = (path: string, message: string) => errors.push({ path: `steps.${path}`, message })
  const keys = new Set(steps.map((step) => step?.key))
  const seen = new Set<string>()
  steps.forEach((step, index) => {
    if (step?.key !== undefined && seen.has(step.key)) refuse(`${index}.key`, `${step.key} stands twice`)
    if (step?.key !== undefined) seen.add(step.key)
    step?.next?.forEach((transition, at) => {
      const to = transition?.to
      if (to !== undefined && !keys.has(to)) refuse(`${index}.next.${at}.to`, `there is no step ${to}`)
    })
    step?.required?.forEach((field, at) => {
      if (field === undefined || REQUIRABLE.has(field)) return
      const own = configuration.fieldByKey.get(field)
      if (!own) refuse(`${index}.required.${at}`, `there is no field ${field}`)
      else if (own.type === 'computed')
        refuse(`${index}.required.${at}`, `${field} is computed, nobody gives it`)
    })
  })
  return errors
}

/** Built-in fields that a step may ask for. */
const REQUIRABLE = new Set(['contact.name', 'contact.email', 'contact.phone', 'due', 'handler'])
