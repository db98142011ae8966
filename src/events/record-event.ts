import { type Actor, newId } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import type { EventKind, IssueEvent } from './event.ts'

/** Records what happened to an issue, in the transaction in which it happens. */
export async function recordEvent(
  tx: Tx,
  input: { issueId: string; actor: Actor; at: number; event: IssueEvent },
): Promise<void> {
  const { kind, ...data } = input.event
  await tx.query
    .insertInto('events')
    .values({
      id: newId(input.at),
      issue_id: input.issueId,
      kind,
      actor: JSON.stringify(input.actor),
      data: JSON.stringify(data),
      at: input.at,
    })
    .execute()
}

export type RecordedEvent = {
  id: string
  kind: EventKind
  actor: Actor
  data: Record<string, unknown>
  at: number
}

/** An issue's history, oldest first, after a given event id. */
export async function findEvents(
  db: Database,
  issueId: string,
  after: string | null,
  limit: number,
): Promise<RecordedEvent[]> {
  let query = db.read
    .selectFrom('events')
    .selectAll()
    .where('issue_id', '=', issueId)
    .orderBy('id')
    .limit(limit)
  if (after) query = query.where('id', '>', after)
  return (await query.execute()).map((row) => ({
    id: row.id,
    kind: row.kind as EventKind,
    actor: JSON.parse(row.actor) as Actor,
    data: JSON.parse(row.data) as Record<string, unknown>,
    at: row.at,
  }))
}
