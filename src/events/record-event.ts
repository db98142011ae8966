import { type Actor, newId } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import type { EventKind, IssueEvent } from './event.ts'
import { type Cause, mayStartRules } from './cause.ts'

/**
 * Records what happened to an issue, in the transaction in which it happens. Unless it was imported it waits there for
 * the rules, which look at it after the commit.
 * @param input.isQuiet - nobody outside of the issue's history is to learn of it
 */
export async function recordEvent(
  tx: Tx,
  input: {
    issueId: string
    actor: Actor
    at: number
    event: IssueEvent
    cause: Cause | undefined
    isQuiet?: boolean
  },
): Promise<void> {
  const { kind, ...data } = input.event
  const id = newId(input.at)
  await tx.query
    .insertInto('events')
    .values({
      id,
      issue_id: input.issueId,
      kind,
      actor: JSON.stringify(input.actor),
      data: JSON.stringify(data),
      at: input.at,
    })
    .execute()
  tx.tell({ of: 'issue', id: input.issueId, kind })
  if (input.cause === 'import' || input.isQuiet || !mayStartRules(kind)) return
  await tx.query
    .insertInto('pending_events')
    .values({
      event_id: id,
      issue_id: input.issueId,
      depth: input.cause?.depth ?? 0,
      fired: JSON.stringify(input.cause?.fired ?? []),
      attempts: 0,
      next_at: input.at,
    })
    .execute()
  tx.signal('events')
}

export type RecordedEvent = {
  id: string
  kind: EventKind
  actor: Actor
  data: Record<string, unknown>
  at: number
}

/** An issue's history after a given event id: oldest first, or newest first. */
export async function findEvents(
  db: Pick<Database, 'read'>,
  issueId: string,
  after: string | null,
  limit: number,
  order: 'asc' | 'desc' = 'asc',
): Promise<RecordedEvent[]> {
  let query = db.read
    .selectFrom('events')
    .selectAll()
    .where('issue_id', '=', issueId)
    .orderBy('id', order)
    .limit(limit)
  if (after) query = query.where('id', order === 'asc' ? '>' : '<', after)
  return (await query.execute()).map(eventFromRow)
}

/** What happened to an issue that rules have still to look at, oldest first. */
export async function findWaiting(tx: Tx, issueId: string): Promise<RecordedEvent[]> {
  const rows = await tx.query
    .selectFrom('events')
    .selectAll('events')
    .innerJoin('pending_events', 'pending_events.event_id', 'events.id')
    .where('pending_events.issue_id', '=', issueId)
    .orderBy('events.id')
    .execute()
  return rows.map(eventFromRow)
}

/** What was recorded, from its row. */
export function eventFromRow(row: {
  id: string
  kind: string
  actor: string
  data: string
  at: number
}): RecordedEvent {
  return {
    id: row.id,
    kind: row.kind as EventKind,
    actor: JSON.parse(row.actor) as Actor,
    data: JSON.parse(row.data) as Record<string, unknown>,
    at: row.at,
  }
}
