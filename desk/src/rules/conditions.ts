import type { Condition } from './rules'

type Part = Condition['rules'][number]
/** A group as the editor holds it: with ids, which say nothing about issues. */
export type Group = { combinator: string; not?: boolean; rules: readonly unknown[]; id?: string }

/** What a group of the editor asks for; null where it asks for nothing. */
export function conditionOf(group: Group): Condition | null {
  return group.rules.length === 0 ? null : (plain(group) as Condition)
}

export function groupOf(condition: Condition | null): Group {
  return condition ?? { combinator: 'and', rules: [] }
}

/** Whether a part is a group. */
function isGroup(part: unknown): part is Group {
  return typeof part === 'object' && part !== null && 'rules' in part
}

function plain(part: unknown): Part {
  if (isGroup(part)) {
    const { combinator, not, rules } = part
    return { combinator, ...(not ? { not } : {}), rules: rules.map(plain) } as Part
  }
  const { field, operator, value, muted } = part as Record<string, unknown>
  const hasValue = operator !== 'null' && operator !== 'notNull' && value !== undefined
  return { field, operator, ...(hasValue ? { value } : {}), ...(muted ? { muted } : {}) } as Part
}

/** The same without what only editors keep. */
export function plainCondition(condition: Condition | null): Condition | null {
  return condition === null ? null : conditionOf(condition)
}

/** The path of a part as the API names it: `[0, 2]` is `condition.rules.0.rules.2`. */
export function pathOf(path: readonly number[]): string {
  return ['condition', ...path.flatMap((place) => ['rules', place])].join('.')
}
