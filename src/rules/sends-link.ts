import { namesTheLink } from '../messages/index.ts'
import type { Rules } from './rule-book.ts'
import { recipientsOf } from './rule.ts'

/** Whether a rule that is on sends customers of a type a message with the address of their issue. */
export function sendsLink({ all, templates }: Pick<Rules, 'all' | 'templates'>, typeKey: string): boolean {
  return all.some(
    ({ enabled, issueType, actions }) =>
      enabled &&
      (issueType === null || issueType === typeKey) &&
      actions.some((action) => {
        if (action.do !== 'send' || !recipientsOf(action).includes('customer')) return false
        const template = templates.get(action.template)
        return template !== undefined && namesTheLink(template)
      }),
  )
}
