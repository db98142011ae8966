import type { Actor } from '../base/index.ts'
import type { Database } from '../db/index.ts'

export type AuditLine = {
  id: string
  actor: Actor
  action: string
  target: string
  data: unknown
  at: number
}

/** The newest lines before a given id (all when null), newest first. */
export async function findAudit(db: Database, before: string | null, limit: number): Promise<AuditLine[]> {
  let query = db.read.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit)
  if (before) query = query.where('id', '<', before)
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
