import { type ExpressionBuilder, sql } from 'kysely'
import { type Actor, earliestId } from '../base/index.ts'
import type { Database, Schema } from '../db/index.ts'

export type AuditLine = {
  id: string
  actor: Actor
  action: string
  target: string
  data: unknown
  at: number
}

export type AuditFilter = {
  /** Who did it: the id of a user or token, or like `cli`. */
  actor?: string | undefined
  /** What an action or a target begins with. */
  action?: string | undefined
  target?: string | undefined
  /** From and before which instant, UTC milliseconds. */
  from?: number | undefined
  to?: number | undefined
}

/** The newest lines before a given id (all when null) that match, newest first. */
export async function findAudit(
  db: Database,
  filter: AuditFilter,
  before: string | null,
  limit: number,
): Promise<AuditLine[]> {
  let query = db.read.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit)
  if (before) query = query.where('id', '<', before)
  const { actor, action, target, from, to } = filter
  if (actor !== undefined) query = query.where(actorId(db), '=', actor)
  if (action !== undefined) query = query.where(beginsWith(db, 'action', action))
  if (target !== undefined) query = query.where(beginsWith(db, 'target', target))
  // An id sorts by the time at which it was made.
  if (from !== undefined) query = query.where('id', '>=', earliestId(from))
  if (to !== undefined) query = query.where('id', '<', earliestId(to))
  const rows = await query.execute()
  return rows.map((row) => ({
    id: row.id,
    actor: parseActor(row.actor),
    action: row.action,
    target: row.target,
    data: JSON.parse(row.data) as unknown,
    at: row.at,
  }))
}

/** The column holds only what `recordAudit` wrote. */
function parseActor(json: string): Actor {
  return JSON.parse(json) as Actor
}

/** As the index over it is written. */
function actorId(db: Database) {
  return db.traits.kind === 'sqlite'
    ? sql<string>`json_extract(actor, '$.id')`
    : sql<string>`(actor::json ->> 'id')`
}

/** Written as a range over bytes, which an index serves on both stores. */
function beginsWith(db: Database, column: 'action' | 'target', prefix: string) {
  const bytes =
    db.traits.kind === 'sqlite'
      ? sql<string>`${sql.ref(column)}`
      : sql<string>`${sql.ref(column)} collate "C"`
  return (eb: ExpressionBuilder<Schema, 'audit'>) =>
    eb.and([eb(bytes, '>=', prefix), eb(bytes, '<', `${prefix}\u{10FFFF}`)])
}
