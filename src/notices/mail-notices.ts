import type { Database, Tx } from '../db/index.ts'
import { enqueueForStaff } from '../deliveries/index.ts'
import type { Configuration, Ctx } from '../issue-types/index.ts'
import { composeLetter } from '../messages/index.ts'
import type { NoticeKind } from './notice.ts'
import { letterOf } from './notice-letters.ts'

const BATCH = 50
const IN_BACKGROUND = { isBackground: true }

export type MailNotices = {
  /** Mails what is due and was not read in the desk; answers how many mails that were due are settled. */
  mailDue: () => Promise<number>
  nextAt: () => Promise<number | null>
}

/** Mails each person what happened to an issue, all of it in one letter. */
export function openMailNotices(ctx: Pick<Ctx, 'db' | 'clock' | 'settings' | 'configuration'>): MailNotices {
  const { db, clock, settings } = ctx

  const mailOne = (
    { userById, company, typeById }: Configuration,
    { user_id: userId, issue_id: issueId }: { user_id: string; issue_id: string },
  ): Promise<boolean> =>
    db.transaction(async (tx) => {
      const waiting = await claim(tx, userId, issueId)
      if (waiting.length === 0) return false
      const user = userById.get(userId)
      const unread = waiting.filter(({ read_at }) => read_at === null)
      const issue = await tx.query
        .selectFrom('issues')
        .select(['number', 'issue_type_id'])
        .where('id', '=', issueId)
        .executeTakeFirst()
      if (!user?.active || !issue || unread.length === 0) return true
      const letter = letterOf({
        locale: user.locale ?? settings.defaultLocale,
        number: issue.number,
        type: typeById.get(issue.issue_type_id)?.name ?? {},
        lines: unread.map(({ kind, due, by_id }) => ({
          kind: kind as NoticeKind,
          due,
          by: by_id === null ? null : (userById.get(by_id)?.name ?? null),
        })),
        baseUrl: settings.baseUrl,
      })
      await enqueueForStaff(tx, clock(), {
        to: user.email,
        locale: letter.locale,
        ...composeLetter(letter, company),
      })
      return true
    }, IN_BACKGROUND)

  return {
    mailDue: async () => {
      const due = await dueMails(db, clock())
      if (due.length === 0) return 0
      const configuration = await ctx.configuration.current()
      let settled = 0
      for (const one of due) if (await mailOne(configuration, one)) settled++
      return settled
    },
    nextAt: async () => {
      const { next } = await db.read
        .selectFrom('notices')
        .select((eb) => eb.fn.min('mail_at').as('next'))
        .where('mail_at', 'is not', null)
        .executeTakeFirstOrThrow()
      return next === null ? null : next
    },
  }
}

function dueMails(db: Database, now: number) {
  return db.read
    .selectFrom('notices')
    .select(['user_id', 'issue_id'])
    .distinct()
    .where('mail_at', '<=', now)
    .limit(BATCH)
    .execute()
}

/** All that waits to be mailed to one person about one issue, which then waits no more; none where others have it. */
async function claim(tx: Tx, userId: string, issueId: string) {
  let mine = tx.query
    .selectFrom('notices')
    .selectAll()
    .where('user_id', '=', userId)
    .where('issue_id', '=', issueId)
    .where('mail_at', 'is not', null)
    .orderBy('id')
  if (tx.traits.kind === 'postgres') mine = mine.forUpdate().skipLocked()
  const rows = await mine.execute()
  if (rows.length > 0)
    await tx.query
      .updateTable('notices')
      .set({ mail_at: null })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute()
  return rows
}
