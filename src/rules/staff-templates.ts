import type { Rules } from './rule-book.ts'
import { recipientsOf } from './rule.ts'

/** The templates that rules send to people of the shop and none sends to a customer, whether the rules are on or off. */
export function staffTemplates({ all }: Pick<Rules, 'all'>): ReadonlySet<string> {
  const sends = all.flatMap(({ actions }) => actions.filter((action) => action.do === 'send'))
  const forCustomers = new Set(
    sends.filter((action) => recipientsOf(action).includes('customer')).map((action) => action.template),
  )
  return new Set(sends.map(({ template }) => template).filter((template) => !forCustomers.has(template)))
}
