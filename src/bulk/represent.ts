import type { Foreseen, RuleBook } from '../rules/index.ts'

type Names = Awaited<ReturnType<RuleBook['current']>>

/** What a rule would do, with the name of what its action names. */
export function representForeseen({ rule, place, action, count, messages, inVain }: Foreseen, names: Names) {
  return { rule: { ...rule }, place, do: action.do, name: nameOf(action, names), count, messages, inVain }
}

function nameOf(action: Foreseen['action'], { configuration, value }: Names): string {
  switch (action.do) {
    case 'send':
      return value.templates.get(action.template)?.name ?? action.template
    case 'webhook':
      return value.webhooks.find(({ id }) => id === action.webhook)?.name ?? ''
    case 'move':
      return action.to
    case 'set':
      return action.field
    case 'assign':
      return typeof action.to === 'string' ? (configuration.userById.get(action.to)?.name ?? action.to) : ''
    case 'note':
      return ''
  }
}
