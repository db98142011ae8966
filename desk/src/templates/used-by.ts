import type { Rule } from '../rules/rules'

/** The rules that send a template. */
export function rulesSending(rules: readonly Rule[], key: string): Rule[] {
  return rules.filter(({ actions }) =>
    actions.some((action) => action.do === 'send' && action['template'] === key),
  )
}
