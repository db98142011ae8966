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
  return rows.map(lineOf)
}

/**
 * The newest lines before a given id (all when null) that name one of the targets or begin with the prefix, but for
 * some actions, newest first.
 */
export async function findAuditOf(
  db: Database,
  of: { prefix: string; target: string | null; without: readonly string[] },
  before: string | null,
  limit: number,
): Promise<AuditLine[]> {
  let query = db.read
    .selectFrom('audit')
    .selectAll()
    .where('action', 'not in', of.without)
    .where((eb) =>
      eb.or([
        eb.and([eb('target', '>=', of.prefix), eb('target', '<', `${of.prefix}${ABOVE}`)]),
        ...(of.target === null ? [] : [eb('target', '=', of.target)]),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(limit)
  if (before) query = query.where('id', '<', before)
  return (await query.execute()).map(lineOf)
}

export async function readAuditLine(db: Database, id: string): Promise<AuditLine | null> {
  const row = await db.read.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? lineOf(row) : null
}

/** Above every text that targets are made of; they are compared byte by byte. */
const ABOVE = '\u{10ffff}'

function lineOf({ actor, data, ...row }: Row): AuditLine {
  return { ...row, actor: parseActor(actor), data: JSON.parse(data) as unknown }
}

type Row = { id: string; actor: string; action: string; target: string; data: string; at: number }

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
