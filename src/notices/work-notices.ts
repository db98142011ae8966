import type { Ctx } from '../issue-types/index.ts'
import { openMailNotices } from './mail-notices.ts'
import { openWatchDeadlines } from './watch-deadlines.ts'

/** What is done for notices without a request. */
export type WorkNotices = {
  /** Answers how much was due and is done. */
  runDue: () => Promise<number>
  /** UTC milliseconds. */
  nextAt: () => Promise<number>
}

export function openWorkNotices(ctx: Pick<Ctx, 'db' | 'clock' | 'settings' | 'configuration'>): WorkNotices {
  const deadlines = openWatchDeadlines(ctx)
  const mails = openMailNotices(ctx)
  return {
    runDue: async () => (await deadlines.lookToday()) + (await mails.mailDue()),
    nextAt: async () => Math.min(await deadlines.nextAt(), (await mails.nextAt()) ?? Number.MAX_SAFE_INTEGER),
  }
}
