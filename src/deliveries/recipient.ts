import { parseAddress } from '../base/index.ts'
import type { ChannelName } from './delivery.ts'

const PHONE = /^\+[1-9]\d{7,14}$/
const ID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

const CHECKS: Readonly<Record<ChannelName, { isOne: (to: string) => boolean; problem: string }>> = {
  email: { isOne: (to) => parseAddress(to) !== null, problem: 'the recipient is not one e-mail address' },
  sms: { isOne: (to) => PHONE.test(to), problem: 'the recipient is not one phone number like +420601123456' },
  webhook: { isOne: (to) => ID.test(to), problem: 'the recipient is not the id of a webhook' },
}

/** Why nothing can be sent to a recipient over a channel; `null` where it can. */
export function recipientProblem(channel: ChannelName, to: string): string | null {
  const { isOne, problem } = CHECKS[channel]
  return isOne(to) ? null : problem
}
