import type { EventKind } from './event.ts'

/**
 * What led to a change: nothing but whoever made it (where there is no cause), a rule, or an import, to which no rule
 * reacts.
 */
export type Cause =
  | 'import'
  | {
      /** How many rules, one after another, led here. */
      depth: number
      /** Ids of the rules that have fired on the way. */
      fired: readonly string[]
    }

const STARTS_RULES: Readonly<Record<EventKind, boolean>> = {
  'issue.created': true,
  'issue.step-changed': true,
  // No rule has it as its trigger: a move that was taken back is none.
  'issue.step-undone': true,
  'issue.field-changed': true,
  'issue.linked': false,
  'issue.unlinked': false,
  'message.received': true,
  'attachment.added': true,
  'attachment.changed': false,
  'attachment.deleted': false,
  // No rule has them as its trigger; webhooks tell of them.
  'deadline.moved': true,
  'deadline.extended': true,
  'deadline.near': true,
  'deadline.passed': true,
  'waiting.for-customer': true,
  schedule: true,
}

/** Whether rules and webhooks look at a kind of event. */
export function mayStartRules(kind: EventKind): boolean {
  return STARTS_RULES[kind]
}
