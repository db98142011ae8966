import type { Issue } from '../work'

/** How a message reaches the customer; on the status page it stands in any case. */
export type How = 'email' | 'sms' | 'page'

/** How the customer of an issue can be written to, the usual way first. */
export function waysTo({ contact }: Pick<Issue, 'contact'>): How[] {
  return [...(contact.email ? ['email' as const] : []), ...(contact.phone ? ['sms' as const] : []), 'page']
}
