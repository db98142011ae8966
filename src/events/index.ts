export type { Changes, EventKind, IssueEvent } from './event.ts'
export { findEvents, recordEvent, type RecordedEvent } from './record-event.ts'
