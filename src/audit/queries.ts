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
