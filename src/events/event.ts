/** By field; `null` where there is no value. */
export type Changes = Readonly<Record<string, { from: unknown; to: unknown }>>

/** Everything that can happen to an issue: its history, and later what rules react to. Told apart by `kind`. */
export type IssueEvent =
  | { kind: 'issue.created'; step: string }
  /** `changes`: values that came along, where there were any. */
  | {
      kind: 'issue.step-changed'
      from: string
      to: string
      comment: string | null
      changes?: Changes
      /** Since when the shop waited for the customer in the step that was left, UTC milliseconds; where it did. */
      waitedSince?: number
    }
  /** A change of step was taken back: `from` is the step that it had led to, entered at `since` (UTC milliseconds). */
  | { kind: 'issue.step-undone'; from: string; to: string; since: number; changes?: Changes }
  | { kind: 'issue.field-changed'; changes: Changes }
  /** Two issues belong together, or do so no more: `other` is the number of the other one, `as` what it is to this one. */
  /** `other` is a number; `null` since that issue was erased. */
  | { kind: 'issue.linked'; other: string | null; as: LinkRole }
  | { kind: 'issue.unlinked'; other: string | null; as: LinkRole }
  | { kind: 'message.received'; message: string; from: 'shop' | 'customer'; internal: boolean }
  | { kind: 'attachment.added'; attachment: string; name: string; public: boolean }
  | { kind: 'attachment.changed'; attachment: string; name: string; public: boolean }
  | { kind: 'attachment.deleted'; attachment: string; name: string }
  /** Days are `YYYY-MM-DD`, `null` where there is none; `days` that the clock stood still, where that is the reason. */
  | {
      kind: 'deadline.moved'
      from: string | null
      to: string | null
      reason: DeadlineReason
      days?: number
      /** Where its clock stood before and stands now, and by which rule: `Deadline` of the issue. */
      state: { from: string | null; to: string | null }
      rule: { from: string | null; to: string | null }
    }
  /** Somebody agreed to a longer time: who, when and how. */
  | {
      kind: 'deadline.extended'
      from: string | null
      to: string
      consent: Consent | null
      comment: string | null
    }
  /**
   * `moment`: when it was to be told; `lateBy`: by how many milliseconds that was later, where it was long. `before`,
   * `after` and `for` as rules name them.
   */
  | { kind: 'deadline.near'; due: string; before: string; at?: string; moment: number; lateBy?: number }
  | { kind: 'deadline.passed'; due: string; after: string | null; moment: number; lateBy?: number }
  | { kind: 'waiting.for-customer'; since: number; for: string; moment: number; lateBy?: number }
  | { kind: 'schedule'; rule: string; tick: number; lateBy?: number }

/** What another issue is to an issue. */
export const LINK_ROLES = ['related', 'duplicate-of', 'duplicated-by', 'follows', 'followed-by'] as const
export type LinkRole = (typeof LINK_ROLES)[number]

/** Why a deadline is another day now than before. */
export type DeadlineReason =
  | 'started'
  | 'paused'
  | 'resumed'
  | 'met'
  | 'reopened'
  | 'extended'
  | 'fields-changed'
  | 'by-hand'
  | 'rule-changed'
  | 'no-rule'

/** How a customer can have agreed to a longer time. */
export const CONSENT_WAYS = ['phone', 'e-mail', 'in-person', 'letter', 'other'] as const

/** `at` is an ISO 8601 instant. */
export type Consent = { by: string; at: string; how: (typeof CONSENT_WAYS)[number] }

export type EventKind = IssueEvent['kind']
