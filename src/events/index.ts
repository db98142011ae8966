export type { Cause } from './cause.ts'
export type { Changes, Consent, DeadlineReason, EventKind, IssueEvent } from './event.ts'
export { CONSENT_WAYS } from './event.ts'
export { eventFromRow, findEvents, findWaiting, recordEvent, type RecordedEvent } from './record-event.ts'
