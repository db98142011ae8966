import type { Category, IssueType, Turn } from '../issue-types/index.ts'

/** A step; of any type that has it where `typeIds` is `null`. */
export type WantedStep = { step: string; typeIds: readonly string[] | null }

type Asked = {
  typeIds?: readonly string[] | undefined
  steps?: readonly string[] | undefined
  categories?: readonly Category[] | undefined
  turn?: Turn | undefined
}

/**
 * The steps at which issues are that a filter asks for, where it asks for steps or whose turn it is. Nobody has to act
 * on what is done. Type, category and turn are known of each step, so nobody needs to ask for them any more.
 */
export function wantedSteps(
  types: readonly Pick<IssueType, 'id' | 'steps'>[],
  { typeIds, steps, categories, turn }: Asked,
): WantedStep[] | undefined {
  if (!steps && !turn) return undefined
  const found = new Map<string, { wanted: string[]; types: number }>()
  for (const type of types) {
    for (const step of type.steps) {
      const entry = found.get(step.key) ?? { wanted: [], types: 0 }
      found.set(step.key, entry)
      entry.types++
      const isWanted =
        (!typeIds || typeIds.includes(type.id)) &&
        (!steps || steps.includes(step.key)) &&
        (!categories || categories.includes(step.category)) &&
        (!turn || (step.turn === turn && step.category !== 'done'))
      if (isWanted) entry.wanted.push(type.id)
    }
  }
  return [...found]
    .filter(([, { wanted }]) => wanted.length > 0)
    .map(([step, { wanted, types: all }]) => ({ step, typeIds: wanted.length === all ? null : wanted }))
}
