import type { Configuration } from '../issue-types/index.ts'
import { checkValue, type Issue, typeOf } from '../issues/index.ts'
import { userOf } from '../staff/index.ts'
import type { Action } from './rule.ts'

/**
 * An issue as an action would leave it, for what only tells what would happen: step, value and handler. What the step
 * asks for is not looked at; an action that cannot be done changes nothing.
 */
export function afterAction(
  issue: Issue,
  action: Action,
  means: { configuration: Configuration; defaultCountry: string; at: number },
): Issue {
  const { configuration, defaultCountry, at } = means
  switch (action.do) {
    case 'move': {
      const { stepByKey } = typeOf(configuration, issue)
      const step = stepByKey.get(action.to)
      const leadsThere = stepByKey.get(issue.step)?.next.some(({ to }) => to === action.to)
      if (!step || !leadsThere) return issue
      return { ...issue, step: step.key, category: step.category, trail: [...issue.trail, [step.key, at]] }
    }
    case 'assign':
      return {
        ...issue,
        handlerId: action.to === null ? null : (userOf(configuration, action.to)?.id ?? issue.handlerId),
      }
    case 'set': {
      const field = configuration.fieldByKey.get(action.field)
      const checked = field ? checkValue(field, action.value, defaultCountry, configuration) : null
      if (!checked || 'errors' in checked) return issue
      const { [action.field]: _before, ...others } = issue.values
      return {
        ...issue,
        values: checked.value === null ? others : { ...others, [action.field]: checked.value },
      }
    }
    case 'send':
    case 'note':
    case 'webhook':
      return issue
  }
}
