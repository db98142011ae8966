import { type Actor, newId } from '../base/index.ts'
import type { Tx } from '../db/index.ts'

/** One line of the append-only audit: who did what to which thing. No personal data of customers belongs here. */
export type AuditEntry = {
  actor: Actor
  /** Like `status-page.changed`. */
  action: string
  /** Like `issue-type:warranty`. */
  target: string
  before?: unknown
  after?: unknown
  /** The version that this change puts back; the action says so then. */
  restores?: string | undefined
}

const ABOUT_ACCESS = /^(user|token|security)\b/

/** Records an entry in the transaction of the change that it tells of. */
export async function recordAudit(tx: Tx, now: number, entry: AuditEntry): Promise<void> {
  await tx.query
    .insertInto('audit')
    .values({
      id: newId(now),
      actor: JSON.stringify(entry.actor),
      action: entry.restores ? entry.action.replace(/\.\w+$/, '.restored') : entry.action,
      target: entry.target,
      data: JSON.stringify({
        before: entry.before ?? null,
        after: entry.after ?? null,
        ...(entry.restores ? { restores: entry.restores } : {}),
      }),
      at: now,
    })
    .execute()
  // Whatever ends somebody's rights is audited.
  if (ABOUT_ACCESS.test(entry.target)) tx.tell({ of: 'access' })
}
