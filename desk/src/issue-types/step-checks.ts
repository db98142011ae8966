import type { Step } from './types'

/** Something about a step that an administrator should look at. */
export type StepFlag = 'unreachable' | 'dead-end' | 'no-public-name' | 'missing-languages'

/** What is to be said of each step, by key. */
export function stepFlags(
  steps: readonly Step[],
  locales: readonly string[],
): ReadonlyMap<string, StepFlag[]> {
  const reached = reachable(steps)
  return new Map(
    steps.map((step) => [
      step.key,
      [
        ...(reached.has(step.key) ? [] : ['unreachable' as const]),
        ...(step.next.length === 0 && step.category !== 'done' ? ['dead-end' as const] : []),
        ...(!step.hidden && !hasText(step.publicName) ? ['no-public-name' as const] : []),
        ...(isMissing(step, locales) ? ['missing-languages' as const] : []),
      ],
    ]),
  )
}

/** The steps that an issue can come to, from the first on. */
function reachable(steps: readonly Step[]): ReadonlySet<string> {
  const byKey = new Map(steps.map((step) => [step.key, step]))
  const found = new Set<string>()
  const queue = steps.slice(0, 1)
  for (let step = queue.shift(); step; step = queue.shift()) {
    if (found.has(step.key)) continue
    found.add(step.key)
    for (const { to } of step.next) {
      const next = byKey.get(to)
      if (next) queue.push(next)
    }
  }
  return found
}

/** Whether a text is there in some languages and not in others that the step's name has. */
function isMissing(step: Step, locales: readonly string[]): boolean {
  const wanted = locales.filter((locale) => step.name[locale])
  const shown = step.hidden ? [step.name] : [step.name, step.publicName, step.explanation, step.whatNext]
  return shown.some((texts) => hasText(texts) && wanted.some((locale) => !texts[locale]))
}

function hasText(texts: Readonly<Record<string, string>>): boolean {
  return Object.values(texts).some(Boolean)
}
