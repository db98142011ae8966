import type { Kysely } from 'kysely'
import { type Clock, dateIn, type Settings } from '../base/index.ts'
import type { Database, Schema, Tx } from '../db/index.ts'

/** `near`: four fifths of the day's budget are used. `spent`: nothing is left, or a message found too little left. */
export const ALARMS = ['near', 'spent'] as const
export type Alarm = (typeof ALARMS)[number]

/** How much of its budget of segments a calendar day of the shop has used. */
export type DayOfTexts = { segments: number; budget: number; alarm: Alarm | null }

const NEAR = 0.8

type Limited = Pick<Settings, 'timeZone' | 'sms'>

/** The day that `now` is in. */
export async function readToday(query: Kysely<Schema>, now: number, settings: Limited): Promise<DayOfTexts> {
  const { segments, asked } = await readDay(query, dayOf(now, settings))
  const budget = settings.sms.dailyBudget
  return { segments, budget, alarm: alarmOf(asked, budget) }
}

/**
 * Takes segments of a message out of the day's budget. Whoever calls it holds the lock of all text messages.
 * @returns why there is no room for it, or `null`
 */
export async function spend(
  tx: Tx,
  now: number,
  settings: Limited,
  segments: number,
): Promise<string | null> {
  const day = dayOf(now, settings)
  const before = await readDay(tx.query, day)
  const budget = settings.sms.dailyBudget
  const wanted = before.segments + segments
  const isStopped = wanted > budget
  const after = {
    segments: isStopped ? before.segments : wanted,
    asked: Math.max(before.asked, wanted),
  }
  await tx.query
    .insertInto('sms_days')
    .values({ day, ...after, told: 0 })
    .onConflict((conflict) => conflict.column('day').doUpdateSet(after))
    .execute()
  if (alarmOf(after.asked, budget) !== alarmOf(before.asked, budget)) tx.signal('sms-budget')
  if (!isStopped) return null
  return `of the day's budget of ${budget} segments ${budget - before.segments} are left, and it needs ${segments}`
}

export type BudgetWatch = {
  /** Looks whether there is an alarm that nobody was told of yet. */
  look: () => Promise<void>
  end: () => void
}

/** Tells of the day's alarms in the log, each once a day, however many processes watch. */
export function watchBudget(deps: {
  db: Database
  clock: Clock
  settings: Limited
  log: (level: 'error' | 'warn', message: string, error?: unknown) => void
}): BudgetWatch {
  const { db, clock, settings, log } = deps
  const look = async (): Promise<void> => {
    const day = dayOf(clock(), settings)
    const { segments, asked, told } = await readDay(db.read, day)
    const { dailyBudget: budget } = settings.sms
    const alarm = alarmOf(asked, budget)
    const level = alarm === null ? 0 : ALARMS.indexOf(alarm) + 1
    if (alarm === null || level <= told) return
    const isFirst = await db.transaction(async (tx) => {
      const done = await tx.query
        .updateTable('sms_days')
        .set({ told: level })
        .where('day', '=', day)
        .where('told', '<', level)
        .executeTakeFirst()
      return done.numUpdatedRows > 0n
    })
    if (isFirst) log('warn', tellingOf(alarm, segments, budget))
  }
  const end = db.onSignal('sms-budget', () => {
    // The next look, at the latest that of the sweep, tells of it.
    look().catch((error: unknown) => log('error', 'the budget of text messages could not be read', error))
  })
  return { look, end }
}

function tellingOf(alarm: Alarm, segments: number, budget: number): string {
  const used = `${segments} of ${budget} segments`
  return alarm === 'near'
    ? `text messages: 80 % of today's budget is used (${used})`
    : `text messages: today's budget is spent (${used}); further ones are kept as failed`
}

function alarmOf(asked: number, budget: number): Alarm | null {
  if (asked >= budget) return 'spent'
  return asked >= budget * NEAR ? 'near' : null
}

async function readDay(query: Kysely<Schema>, day: string) {
  const row = await query
    .selectFrom('sms_days')
    .select(['segments', 'asked', 'told'])
    .where('day', '=', day)
    .executeTakeFirst()
  return row ?? { segments: 0, asked: 0, told: 0 }
}

function dayOf(now: number, { timeZone }: Limited): string {
  return dateIn(timeZone, now)
}
