import { MINUTE, newId } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import type { NewNotice } from './notice.ts'
import { readNoticeSettings } from './notice-settings.ts'

/** What happens to an issue within that time makes one mail. */
export const MAILED_AFTER = 10 * MINUTE
const MOST_KEPT = 500

/**
 * Stores a notice as its reader wants it; not one that was stored before, nor more of the same while the last is new and
 * unread.
 * @param number - of the issue
 */
export async function storeNotice(tx: Tx, now: number, notice: NewNotice, number: string): Promise<void> {
  const { userId, issueId, kind } = notice
  const { desk, mail } = (await readNoticeSettings(tx.query, userId))[kind]
  if ((!desk && !mail) || (await isToldAlready(tx, now, notice))) return
  const stored = await tx.query
    .insertInto('notices')
    .values({
      id: newId(now),
      user_id: userId,
      issue_id: issueId,
      kind,
      cause: notice.cause,
      due: notice.due,
      by_id: notice.byId,
      shown: desk ? 1 : 0,
      at: now,
      read_at: null,
      mail_at: mail ? now + MAILED_AFTER : null,
    })
    .onConflict((conflict) => conflict.columns(['user_id', 'cause']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!stored) return
  await forgetOldest(tx, userId)
  if (desk) tx.tell({ of: 'notice', user: userId, kind, number })
  if (mail) tx.signal('notices')
}

/** A customer who writes and sends three files is one piece of news, as is an issue that goes to and fro. */
async function isToldAlready(tx: Tx, now: number, notice: NewNotice): Promise<boolean> {
  const last = await tx.query
    .selectFrom('notices')
    .select('id')
    .where('user_id', '=', notice.userId)
    .where('issue_id', '=', notice.issueId)
    .where('kind', '=', notice.kind)
    .where('read_at', 'is', null)
    .where('at', '>', now - MAILED_AFTER)
    .limit(1)
    .executeTakeFirst()
  return last !== undefined
}

async function forgetOldest(tx: Tx, userId: string): Promise<void> {
  const tooMany = tx.query
    .selectFrom('notices')
    .select('id')
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .limit(1)
    .offset(MOST_KEPT)
  await tx.query.deleteFrom('notices').where('user_id', '=', userId).where('id', '<=', tooMany).execute()
}
