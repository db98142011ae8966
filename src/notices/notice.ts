/** What a handler is told of. */
export const NOTICE_KINDS = ['assigned', 'customer-replied', 'deadline-near', 'deadline-passed'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export type NewNotice = {
  userId: string
  issueId: string
  kind: NoticeKind
  /** What makes it the same notice when it comes again. */
  cause: string
  /** Of a deadline, `YYYY-MM-DD`. */
  due: string | null
  /** The user who did it. */
  byId: string | null
}

/** By which way each kind is told. */
export type NoticeSettings = Readonly<Record<NoticeKind, { desk: boolean; mail: boolean }>>

/** Mails are for those who ask for them: the shop's rules may send some, too. */
export const DEFAULT_SETTINGS: NoticeSettings = {
  assigned: { desk: true, mail: false },
  'customer-replied': { desk: true, mail: false },
  'deadline-near': { desk: true, mail: false },
  'deadline-passed': { desk: true, mail: false },
}
