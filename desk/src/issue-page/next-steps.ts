import type { WorkStep, WorkType } from '../work'

const STAGES: readonly WorkStep['stage'][] = ['received', 'review', 'solving', 'decision', 'done']

/** The steps that an issue may go to, the likely one first: the first that neither leads back nor waits. */
export function nextSteps(type: WorkType | undefined, step: string, allowed: readonly string[]): WorkStep[] {
  const byKey = new Map(type?.steps.map((one) => [one.key, one]))
  const steps = allowed.flatMap((key) => byKey.get(key) ?? [])
  const now = STAGES.indexOf(byKey.get(step)?.stage ?? 'received')
  const onward = steps.filter(({ stage }) => STAGES.indexOf(stage) >= now)
  const likely = onward.find(({ category }) => category !== 'waiting') ?? onward[0] ?? steps[0]
  return likely ? [likely, ...steps.filter((one) => one !== likely)] : []
}
