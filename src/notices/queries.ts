import type { Database, Tx } from '../db/index.ts'

/** What a user is shown in the desk, newest first, before a given id. */
export async function findNotices(
  { read }: Pick<Database, 'read'>,
  userId: string,
  { before, limit, unread }: { before: string | null; limit: number; unread: boolean },
) {
  let query = read
    .selectFrom('notices')
    .innerJoin('issues', 'issues.id', 'notices.issue_id')
    .select([
      'notices.id',
      'notices.kind',
      'notices.due',
      'notices.by_id',
      'notices.at',
      'notices.read_at',
      'issues.number',
      'issues.issue_type_id',
      'issues.contact_name',
    ])
    .where('user_id', '=', userId)
    .where('shown', '=', 1)
    .orderBy('notices.id', 'desc')
    .limit(limit)
  if (before !== null) query = query.where('notices.id', '<', before)
  if (unread) query = query.where('read_at', 'is', null)
  return query.execute()
}

export type FoundNotice = Awaited<ReturnType<typeof findNotices>>[number]

export async function countUnread(query: Tx['query'], userId: string): Promise<number> {
  const { count } = await query
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('shown', '=', 1)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Which notices are read: some, those of an issue, or all. */
export type Which = { ids: readonly string[] } | { issueId: string } | { all: true }

/** Marks a user's own as read; answers how many were not. Those for mails alone count, too. */
export async function markRead(tx: Tx, now: number, userId: string, which: Which): Promise<number> {
  let query = tx.query
    .updateTable('notices')
    .set({ read_at: now })
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
  if ('ids' in which) query = query.where('id', 'in', which.ids)
  if ('issueId' in which) query = query.where('issue_id', '=', which.issueId)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}
