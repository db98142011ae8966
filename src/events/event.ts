/** By field; `null` where there is no value. */
export type Changes = Readonly<Record<string, { from: unknown; to: unknown }>>

/** Everything that can happen to an issue: its history, and later what rules react to. Told apart by `kind`. */
export type IssueEvent =
  | { kind: 'issue.created'; step: string }
  /** `changes`: values that came along, where there were any. */
  | { kind: 'issue.step-changed'; from: string; to: string; comment: string | null; changes?: Changes }
  | { kind: 'issue.field-changed'; changes: Changes }
  | { kind: 'message.received'; message: string; from: 'shop' | 'customer'; internal: boolean }
  | { kind: 'attachment.added'; attachment: string; name: string; public: boolean }
  | { kind: 'attachment.changed'; attachment: string; name: string; public: boolean }
  | { kind: 'attachment.deleted'; attachment: string; name: string }

export type EventKind = IssueEvent['kind']
