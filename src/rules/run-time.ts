import { HOUR, MINUTE } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { beginConfigurationChange } from '../issue-types/index.ts'
import { openClockWatch } from './clock-watch.ts'
import { openFireTimers } from './fire-timers.ts'
import type { RuleBook } from './rule-book.ts'
import type { RulesDeps } from './run-rules.ts'
import { openRunSchedules } from './run-schedules.ts'

/** Longer than this without a worker is told. */
const AWAY = 10 * MINUTE
const NOTED_EVERY = MINUTE
const SEEN = 'time-seen'

export type TimeDeps = RulesDeps & {
  /** Milliseconds that only grow, whatever is done to the clock; the process's own where it is not given. */
  monotonic?: (() => number) | undefined
}

/** What time starts. */
export type RunTime = {
  /** Starts some of what is due, in the order in which it became due; answers how much there was to look at. */
  runDue: () => Promise<number>
  /** When something is due next, UTC milliseconds; `null` where nothing is. */
  nextDueAt: () => Promise<number | null>
}

/** Timers of issues and schedules of rules, by a clock that is watched. */
export function openRunTime(deps: TimeDeps, book: RuleBook): RunTime {
  const { db, clock, log, monotonic = () => performance.now() } = deps
  const watch = openClockWatch({ clock, monotonic, log })
  const timers = openFireTimers(deps, book)
  const schedules = openRunSchedules(deps, book)
  let notedAt: number | null = null
  /** While it catches up: since when nobody worked, and what was started since it began to. */
  let catchingUp: { since: number; fired: number } | null = null

  const noteSeen = async (now: number): Promise<void> => {
    if (notedAt !== null && Math.abs(now - notedAt) < NOTED_EVERY) return
    const seen = await readSeen(db)
    if (notedAt === null && seen !== null && now - seen > AWAY) catchingUp = { since: seen, fired: 0 }
    await writeSeen(db, now)
    notedAt = now
  }

  const tellCaughtUp = (now: number): void => {
    if (!catchingUp) return
    const { since, fired } = catchingUp
    catchingUp = null
    log(
      'warn',
      `no worker ran for ${lengthOfTime(now - since)}; ${fired} time triggers were made up for, in their order`,
    )
  }

  return {
    runDue: async () => {
      const now = watch.look()
      if (now === null) return 0
      await noteSeen(now)
      await armAgain(deps, book, now)
      const looked = await timers.fireDue(now)
      const ticked = await schedules.tickDue(now)
      if (catchingUp) catchingUp.fired += looked.fired + ticked.fired
      const worked = looked.looked + ticked.worked
      if (worked === 0) tellCaughtUp(now)
      return worked
    },
    nextDueAt: async () => {
      const ahead = [await timers.nextDueAt(), await schedules.nextDueAt()].filter((at) => at !== null)
      return ahead.length > 0 ? Math.min(...ahead) : null
    },
  }
}

function lengthOfTime(milliseconds: number): string {
  return milliseconds < 2 * HOUR
    ? `${Math.round(milliseconds / MINUTE)} minutes`
    : `${Math.round(milliseconds / HOUR)} hours`
}

async function readSeen(db: Database): Promise<number | null> {
  const row = await db.read
    .selectFrom('worker_state')
    .select('content')
    .where('key', '=', SEEN)
    .executeTakeFirst()
  return row ? Number(row.content) : null
}

async function writeSeen(db: Database, now: number): Promise<void> {
  const content = String(now)
  await db.transaction(
    (tx) =>
      tx.query
        .insertInto('worker_state')
        .values({ key: SEEN, content })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ content }))
        .execute(),
    { outlives: 'kill', isBackground: true },
  )
}

/** Clocks of processes beside one another differ by less. */
const AHEAD = HOUR

/** Rules that were armed by a clock that ran ahead would wait for nothing until the time that it showed. */
async function armAgain({ db, log }: TimeDeps, book: RuleBook, now: number): Promise<void> {
  const { value } = await book.current()
  const ahead = [...value.armedAt].filter(([, at]) => at > now + AHEAD).map(([id]) => id)
  if (ahead.length === 0) return
  await db.transaction(async (tx) => {
    await beginConfigurationChange(tx)
    await tx.query
      .updateTable('business_rules')
      .set({ armed_at: now })
      .where('id', 'in', ahead)
      .where('armed_at', '>', now)
      .execute()
    tx.onCommit(() =>
      log('warn', `${ahead.length} rules were made by a clock that was ahead; they hold from now on`),
    )
  })
}
