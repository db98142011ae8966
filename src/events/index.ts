export type { Cause } from './cause.ts'
export type { Changes, EventKind, IssueEvent } from './event.ts'
export { eventFromRow, findEvents, recordEvent, type RecordedEvent } from './record-event.ts'
