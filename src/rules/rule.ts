import type { Role } from '../staff/index.ts'
import type { Condition } from './condition.ts'

/** What starts a rule. Steps and fields may be one or several; without any, all of them. */
export type Trigger =
  | { on: 'issue.created' }
  | { on: 'issue.step-changed'; from?: OneOrMore | undefined; to?: OneOrMore | undefined }
  | { on: 'issue.field-changed'; field?: OneOrMore | undefined }
  /** Notes of the shop start a rule only where `internal` is true. */
  | { on: 'message.received'; from?: 'customer' | 'shop' | undefined; internal?: boolean | undefined }
  | { on: 'attachment.added' }
  /** So long before the end of the day on which an issue is due; days at a time of day like `08:00`. */
  | { on: 'deadline.near'; before: Duration; at?: string | undefined }
  | { on: 'deadline.passed'; after?: Duration | undefined }
  | { on: 'waiting.for-customer'; for: Duration }
  /** By the clock, for each issue that is not done and fulfils the condition. */
  | { on: 'schedule'; cron: string; timeZone?: string | undefined }

/** Like `7d`, `48h`, `90m`, `P7D`, `PT48H`, or a number of days. */
export type Duration = string | number

export type OneOrMore = string | readonly string[]

export const TRIGGERS = [
  'issue.created',
  'issue.step-changed',
  'issue.field-changed',
  'message.received',
  'attachment.added',
  'deadline.near',
  'deadline.passed',
  'waiting.for-customer',
  'schedule',
] as const satisfies readonly Trigger['on'][]
export type TriggerKind = (typeof TRIGGERS)[number]

/** Who gets a message: everyone of a role, one mailbox, or one phone number in E.164. */
export type Recipient = 'customer' | 'handler' | { role: Role } | { address: string } | { phone: string }

/** What a rule does, as data; whoever runs the rules carries it out. */
export type Action =
  | { do: 'send'; template: string; to: Recipient | readonly Recipient[] }
  | { do: 'move'; to: string }
  | { do: 'set'; field: string; value: unknown }
  | { do: 'assign'; to: string | null }
  | { do: 'note'; body: string }
  /** By the webhook's id. */
  | { do: 'webhook'; webhook: string }

export const ACTIONS = [
  'send',
  'move',
  'set',
  'assign',
  'note',
  'webhook',
] as const satisfies readonly Action['do'][]

/** What administrators write: when the trigger happens and the condition holds, do the actions in their order. */
export type RuleContent = {
  name: string
  enabled: boolean
  /** Key of an issue type; `null` for all. */
  issueType: string | null
  trigger: Trigger
  /** `null`: always. */
  condition: Condition | null
  actions: readonly Action[]
  /** Whether later rules do not see an event for which this one fired. */
  stop: boolean
  /** Whether it fires once at most for each issue: never again after a run in which an action was done. */
  once: boolean
  /** Rules run in its order, those of one position in the order of their ids. */
  position: number
}

export type Rule = RuleContent & { id: string }

/** The recipients of an action that sends. */
export function recipientsOf(action: Extract<Action, { do: 'send' }>): readonly Recipient[] {
  return isList(action.to) ? action.to : [action.to]
}

/** One or several as a list; `null` where nothing was said. */
export function listOf(oneOrMore: OneOrMore | undefined): readonly string[] | null {
  if (oneOrMore === undefined) return null
  return typeof oneOrMore === 'string' ? [oneOrMore] : oneOrMore
}

function isList(to: Recipient | readonly Recipient[]): to is readonly Recipient[] {
  return Array.isArray(to)
}
