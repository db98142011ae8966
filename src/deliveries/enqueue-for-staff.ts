import { DAY, newId } from '../base/index.ts'
import type { Tx } from '../db/index.ts'

const KEPT_FOR = 30 * DAY

/** A mail for somebody of the staff, about no issue. */
export type StaffMail = { to: string; locale: string; subject: string; text: string; html: string }

/** Stores a mail that is to leave once the transaction is committed. The API shows it to nobody. */
export async function enqueueForStaff(tx: Tx, now: number, mail: StaffMail): Promise<void> {
  const { to, ...content } = mail
  const id = newId(now)
  // What they held is over.
  await tx.query
    .deleteFrom('deliveries')
    .where('issue_id', 'is', null)
    .where('created_at', '<', now - KEPT_FOR)
    .execute()
  await tx.query
    .insertInto('deliveries')
    .values({
      id,
      issue_id: null,
      event_id: null,
      rule_id: null,
      template_key: null,
      unique_key: `staff:${id}`,
      channel: 'email',
      recipient: to,
      state: 'pending',
      attempts: 0,
      lease: null,
      next_at: now,
      changed_at: now,
      created_at: now,
      settled_at: null,
      last_error: null,
      ...content,
    })
    .execute()
  tx.signal('deliveries')
}
