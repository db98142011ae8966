export type { Cause } from './cause.ts'
export type { Changes, Consent, DeadlineReason, EventKind, IssueEvent, LinkRole } from './event.ts'
export { CONSENT_WAYS, LINK_ROLES } from './event.ts'
export { eventFromRow, findEvents, findWaiting, recordEvent, type RecordedEvent } from './record-event.ts'
