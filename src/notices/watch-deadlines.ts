import { addDays, dateIn, HOUR, instantOf } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import type { Ctx } from '../issue-types/index.ts'
import { type Issue, issueFromRow } from '../issues/index.ts'
import type { NewNotice } from './notice.ts'
import { storeNotice } from './store-notice.ts'

/** When people begin to work, minutes since midnight: then they are told of the day. */
const MORNING = 7 * 60
const NEAR_DAYS = 2
/** What passed before is nothing new. */
const PASSED_DAYS = 7
const BATCH = 200
const WALKED = 'notices-walked'
const IN_BACKGROUND = { isBackground: true }

export type WatchDeadlines = {
  /** Once a day tells handlers of deadlines that are near or passed; answers how many issues it looked at. */
  lookToday: () => Promise<number>
  /** UTC milliseconds. */
  nextAt: () => Promise<number>
}

/** A walk in the morning of each day over the open issues that are due about then: few, and found by their day. */
export function openWatchDeadlines(
  ctx: Pick<Ctx, 'db' | 'clock' | 'settings' | 'configuration'>,
): WatchDeadlines {
  const { db, clock } = ctx
  const { timeZone } = ctx.settings
  /** The day that has begun for people who work. */
  const dayNow = () => dateIn(timeZone, clock() - (MORNING / 60) * HOUR)

  const walkBatch = async (day: string, after: string): Promise<string | null> => {
    const { userById } = await ctx.configuration.current()
    const ids = await dueAround(db, day, after)
    await db.transaction(async (tx) => {
      for (const { id } of ids) {
        const issue = await readOpen(tx, id)
        const notice = issue && noticeFor(issue, day)
        if (notice && userById.get(notice.userId)?.active)
          await storeNotice(tx, clock(), notice, issue.number)
      }
    }, IN_BACKGROUND)
    return ids.length === BATCH ? (ids.at(-1)?.id ?? null) : null
  }

  return {
    lookToday: async () => {
      const day = dayNow()
      if ((await readWalked(db)) === day) return 0
      let batches = 0
      for (let after: string | null = ''; after !== null; batches++) after = await walkBatch(day, after)
      await writeWalked(db, day)
      return batches
    },
    nextAt: async () =>
      (await readWalked(db)) === dayNow() ? instantOf(timeZone, dayNow(), MORNING, 1) : clock(),
  }
}

/** What the handler of an issue is told of its deadline on a day; `null` for nothing. */
export function noticeFor({ id, due, deadline, handlerId }: Issue, day: string): NewNotice | null {
  if (due === null || handlerId === null || deadline?.state === 'met') return null
  const kind = due < day ? 'deadline-passed' : 'deadline-near'
  return { userId: handlerId, issueId: id, kind, cause: `${id} ${kind} ${due}`, due, byId: null }
}

/** Open issues of somebody that are due about a day, by id. */
async function dueAround(db: Database, day: string, after: string): Promise<{ id: string }[]> {
  return db.read
    .selectFrom('issues')
    .select('id')
    .where('handler_id', 'is not', null)
    .where('category', '!=', 'done')
    .where('due', '>=', addDays(day, -PASSED_DAYS) ?? day)
    .where('due', '<=', addDays(day, NEAR_DAYS) ?? day)
    .where('id', '>', after)
    .orderBy('id')
    .limit(BATCH)
    .execute()
}

async function readOpen(tx: Tx, id: string): Promise<Issue | null> {
  const row = await tx.query
    .selectFrom('issues')
    .selectAll()
    .where('id', '=', id)
    .where('category', '!=', 'done')
    .executeTakeFirst()
  return row ? issueFromRow(row) : null
}

async function readWalked(db: Database): Promise<string | null> {
  const row = await db.read
    .selectFrom('worker_state')
    .select('content')
    .where('key', '=', WALKED)
    .executeTakeFirst()
  return row?.content ?? null
}

async function writeWalked(db: Database, content: string): Promise<void> {
  await db.transaction(
    (tx) =>
      tx.query
        .insertInto('worker_state')
        .values({ key: WALKED, content })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ content }))
        .execute(),
    IN_BACKGROUND,
  )
}
