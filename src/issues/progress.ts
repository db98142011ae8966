import { type IssueType, type Outcome, type Stage, STAGES, type Step } from '../issue-types/index.ts'

/** A step that an issue entered, and when (UTC milliseconds). */
export type TrailEntry = readonly [step: string, at: number]
export type Trail = readonly TrailEntry[]

export type StageProgress = {
  stage: Stage
  state: 'done' | 'current' | 'upcoming' | 'skipped'
  /** Latest entry, UTC milliseconds; `null` for a stage not entered, or left backwards. */
  at: number | null
}

/** Where the customer sees an issue. */
export type PublicPosition = {
  /** The last step entered that is not hidden now; `null` while every step so far is. */
  step: Step | null
  /** When it was entered. */
  since: number | null
  progress: readonly StageProgress[]
  /** What was decided and still holds: going back to review takes it back. */
  outcome: Outcome | null
  decidedAt: number | null
}

/**
 * Walks an issue's trail as the customer may know it: hidden steps, and steps that no longer exist, fold into the public
 * one before them; going back to an earlier stage empties the later ones.
 */
export function publicPosition(type: Pick<IssueType, 'stepByKey'>, trail: Trail): PublicPosition {
  const enteredAt = new Map<Stage, number>()
  let current: Step | null = null
  let since: number | null = null
  let outcome: Outcome | null = null
  let decidedAt: number | null = null
  for (const [key, at] of trail) {
    const step = type.stepByKey.get(key)
    if (!step || step.hidden) continue
    if (step.stage !== current?.stage) enteredAt.set(step.stage, at)
    for (let later = STAGES.indexOf(step.stage) + 1; later < STAGES.length; later++)
      enteredAt.delete(STAGES[later] as Stage)
    if (step.outcome) {
      outcome = step.outcome
      decidedAt = at
    } else if (step.stage === 'received' || step.stage === 'review') {
      outcome = null
      decidedAt = null
    }
    current = step
    since = at
  }
  const reached = current ? STAGES.indexOf(current.stage) : -1
  const progress = STAGES.map((stage, index): StageProgress => {
    const at = enteredAt.get(stage) ?? null
    if (index === reached) return { stage, state: 'current', at }
    if (index > reached) return { stage, state: 'upcoming', at: null }
    return { stage, state: at === null ? 'skipped' : 'done', at }
  })
  return { step: current, since, progress, outcome, decidedAt }
}
