import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Schema, Tx } from '../db/index.ts'

/** Lines that one transaction chains: few, so that nobody waits for it. */
const BATCH = 200

type Line = Schema['audit']
type Link = { position: number; hash: string }

const BEGINNING: Link = { position: 0, hash: '' }

/**
 * The hash of a line after the one before it, keyed so that nobody can make it who has the store alone.
 * @param secret the process's
 */
function hashOf(secret: string, before: string, line: Line): string {
  const { id, actor, action, target, data, at } = line
  return createHmac('sha256', secret)
    .update(JSON.stringify(['reklamator audit', before, id, actor, action, target, data, at]))
    .digest('base64url')
}

/** Chains all lines that are not chained yet, oldest first. */
export async function chainAudit(db: Database, secret: string): Promise<void> {
  for (;;) {
    const chained = await db.transaction((tx) => chainSome(tx, secret), { isBackground: true })
    if (chained < BATCH) return
  }
}

async function chainSome(tx: Tx, secret: string): Promise<number> {
  const { query } = tx
  // Two processes that chained at the same time would give one place to two lines.
  if (tx.traits.kind === 'postgres')
    await sql`lock table audit_chain in share row exclusive mode`.execute(query)
  const last = await query
    .selectFrom('audit_chain')
    .select(['position', 'hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  // Not by id from the last one on: a line of another process, whose clock is a little behind, may come later.
  const lines = await query
    .selectFrom('audit')
    .selectAll()
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('audit_chain').select('position').whereRef('audit_chain.audit_id', '=', 'audit.id'),
        ),
      ),
    )
    .orderBy('id')
    .limit(BATCH)
    .execute()
  let link: Link = last ?? BEGINNING
  const rows = lines.map((line) => {
    link = { position: link.position + 1, hash: hashOf(secret, link.hash, line) }
    return { ...link, audit_id: line.id }
  })
  if (rows.length > 0) await query.insertInto('audit_chain').values(rows).execute()
  return rows.length
}

export type AuditVerdict = {
  /** Lines that are as they were when they were chained. */
  verified: number
  /** Lines that are too new to be chained. */
  waiting: number
  /** The first that is not, by its place in the chain; `null` where all are. */
  broken: { position: number; line: string; why: 'changed' | 'missing' | 'out of place' } | null
  /** The end of the chain: whoever keeps it elsewhere can tell that nothing was cut off. */
  head: Link
}

/** Walks along the whole chain, and tells where it breaks first. */
export async function verifyAudit(db: Database, secret: string): Promise<AuditVerdict> {
  let head: Link = BEGINNING
  let broken: AuditVerdict['broken'] = null
  for (;;) {
    const rows = await db.read
      .selectFrom('audit_chain')
      .leftJoin('audit', 'audit.id', 'audit_chain.audit_id')
      .selectAll('audit')
      .select(['position', 'hash', 'audit_id'])
      .where('position', '>', head.position)
      .orderBy('position')
      .limit(BATCH)
      .execute()
    for (const row of rows) {
      broken = whyBroken(secret, head, row)
      if (broken) break
      head = { position: row.position, hash: row.hash }
    }
    if (broken || rows.length < BATCH) break
  }
  const { lines } = await db.read
    .selectFrom('audit')
    .select((eb) => eb.fn.countAll<number>().as('lines'))
    .executeTakeFirstOrThrow()
  const { links } = await db.read
    .selectFrom('audit_chain')
    .select((eb) => eb.fn.countAll<number>().as('links'))
    .executeTakeFirstOrThrow()
  return { verified: head.position, waiting: Math.max(0, lines - links), broken, head }
}

type Joined = { [K in keyof Line]: Line[K] | null } & Link & { audit_id: string }

function whyBroken(secret: string, before: Link, row: Joined): AuditVerdict['broken'] {
  const at = { position: row.position, line: row.audit_id }
  if (row.position !== before.position + 1) return { ...at, why: 'out of place' }
  if (!isWhole(row)) return { ...at, why: 'missing' }
  return hashOf(secret, before.hash, row) === row.hash ? null : { ...at, why: 'changed' }
}

function isWhole(row: Joined): row is Joined & Line {
  return row.id !== null
}
