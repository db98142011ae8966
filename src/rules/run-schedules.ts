import { DAY, HOUR, MINUTE, Refusal, SYSTEM } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { recordEvent } from '../events/index.ts'
import { holdConfiguration } from '../issue-types/index.ts'
import { holdIssueById, typeOf } from '../issues/index.ts'
import { ticksOf } from './cron.ts'
import { evaluate } from './evaluate.ts'
import type { RuleBook, Rules, Schedule } from './rule-book.ts'
import type { RulesDeps } from './run-rules.ts'
import { NO_BATCH, tickBatch } from './tick-batch.ts'

/** So far ahead a clock was wrong that a schedule does not wait until it is made up for. */
const FAR_AHEAD = 2 * DAY
/** How long a schedule rests that could not be gone by. */
const AGAIN_IN = 10 * MINUTE
/** Later than this after its tick an event says how late it is. */
const LATE = 10 * MINUTE
const IN_BACKGROUND = { isBackground: true }
const FROM_THE_START = ''

/** Lets rules go by the clock. */
export type RunSchedules = {
  /** Begins the tick of one rule, or walks over some of its issues; answers how much there was to do. */
  tickDue: (now: number) => Promise<{ worked: number; fired: number }>
  /** When the next tick is due, UTC milliseconds; `null` where there is none. */
  nextDueAt: () => Promise<number | null>
}

/**
 * A tick walks over the issues that were there and are not done, a batch at a time, and goes on where it was after a kill.
 * Of ticks that were missed the last is made up for, once.
 */
export function openRunSchedules(deps: RulesDeps, book: RuleBook): RunSchedules {
  const { db, log } = deps
  let synced: Rules | null = null

  /** Rows for the schedules that there are, and for no others. */
  const sync = async (): Promise<void> => {
    const { value } = await book.current()
    if (synced === value) return
    await db.transaction(async (tx) => {
      const configuration = await holdConfiguration(tx, deps.configuration)
      const { schedules } = await book.held(tx, configuration)
      const ids = schedules.map(({ rule }) => rule.id)
      let gone = tx.query.deleteFrom('rule_schedules')
      if (ids.length > 0) gone = gone.where('rule_id', 'not in', ids)
      await gone.execute()
      for (const schedule of schedules) await syncOne(tx, schedule)
    })
    synced = value
  }

  const begin = async (ruleId: string, now: number): Promise<number> => {
    const { value } = await book.current()
    const schedule = value.schedules.find(({ rule }) => rule.id === ruleId)
    if (!schedule) return 0
    const { after, upTo } = ticksOf(schedule.cron, schedule.timeZone)
    return db.transaction(async (tx) => {
      const row = await holdSchedule(tx, ruleId)
      if (!row || row.tick_at !== null || row.next_at > now || row.spec !== specOf(schedule)) return 0
      const tick = Math.max(row.next_at, upTo(now) ?? row.next_at)
      const next = after(now)
      await tx.query
        .updateTable('rule_schedules')
        .set({
          tick_at: schedule.isBroken ? null : tick,
          next_at: next ?? NEVER,
          last_issue_id: FROM_THE_START,
        })
        .where('rule_id', '=', ruleId)
        .execute()
      if (tick > row.next_at && !schedule.isBroken)
        tx.onCommit(() =>
          log('warn', `ticks of the schedule ${ruleId} were missed; the last is made up for, once`),
        )
      return 1
    }, IN_BACKGROUND)
  }

  const walkOn = (ruleId: string, now: number): Promise<number> =>
    db.transaction(async (tx) => {
      const configuration = await holdConfiguration(tx, deps.configuration)
      const row = await holdSchedule(tx, ruleId)
      if (!row || row.tick_at === null) return 0
      const rules = await book.held(tx, configuration)
      const schedule = rules.schedules.find(({ rule }) => rule.id === ruleId)
      const batch = schedule
        ? await tickBatch(tx, configuration, schedule, row.last_issue_id, row.tick_at)
        : NO_BATCH
      let fired = 0
      for (const issue of batch.issues) {
        const type = typeOf(configuration, issue)
        const event = { kind: 'schedule' as const, data: { rule: ruleId, tick: row.tick_at } }
        const { timeZone } = deps.settings
        const found = evaluate(rules.compiled, { issue, type, configuration, event, now, timeZone })
        if (found.fired.length === 0) continue
        if (await fire(tx, issue.id, ruleId, row.tick_at, now)) fired++
      }
      await tx.query
        .updateTable('rule_schedules')
        .set({
          last_issue_id: batch.last ?? row.last_issue_id,
          ...(batch.isOver ? { tick_at: null } : {}),
        })
        .where('rule_id', '=', ruleId)
        .execute()
      return fired
    }, IN_BACKGROUND)

  /** A schedule by which a clock went that was far ahead would be silent until the time that it showed. */
  const comeBack = async (now: number): Promise<void> => {
    const { value } = await book.current()
    for (const schedule of value.schedules) {
      const { after, upTo } = ticksOf(schedule.cron, schedule.timeZone)
      await db.transaction(async (tx) => {
        const row = await holdSchedule(tx, schedule.rule.id)
        if (!row || row.next_at === NEVER || row.spec !== specOf(schedule)) return
        const latest = upTo(row.next_at - 1000) ?? 0
        if (latest <= now + FAR_AHEAD) return
        await tx.query
          .updateTable('rule_schedules')
          .set({ next_at: after(now) ?? NEVER })
          .where('rule_id', '=', schedule.rule.id)
          .execute()
        tx.onCommit(() => log('warn', `the schedule ${schedule.rule.id} went by a clock that was far ahead`))
      }, IN_BACKGROUND)
    }
  }

  let lookedAt: number | null = null
  const restingSince = new Map<string, number>()
  const isResting = (ruleId: string, now: number): boolean => {
    const since = restingSince.get(ruleId)
    return since !== undefined && Math.abs(now - since) < AGAIN_IN
  }

  return {
    tickDue: async (now) => {
      await sync()
      if (lookedAt === null || now < lookedAt - HOUR) await comeBack(now)
      lookedAt = now
      const rows = await db.read
        .selectFrom('rule_schedules')
        .select(['rule_id', 'tick_at'])
        .where((eb) => eb.or([eb('tick_at', 'is not', null), eb('next_at', '<=', now)]))
        .orderBy('next_at')
        .execute()
      const row = rows.find(({ rule_id }) => !isResting(rule_id, now))
      if (!row) return { worked: 0, fired: 0 }
      try {
        if (row.tick_at === null) return { worked: await begin(row.rule_id, now), fired: 0 }
        return { worked: 1, fired: await walkOn(row.rule_id, now) }
      } catch (error) {
        if (error instanceof Refusal && error.code === 'unavailable') throw error
        log('error', `the schedule ${row.rule_id} could not be gone by; it is tried again`, error)
        restingSince.set(row.rule_id, now)
        return { worked: 1, fired: 0 }
      }
    },
    nextDueAt: async () => {
      const { next } = await db.read
        .selectFrom('rule_schedules')
        .select((eb) => eb.fn.min('next_at').as('next'))
        .executeTakeFirstOrThrow()
      return next === null || next === NEVER ? null : next
    },
  }
}

const NEVER = Number.MAX_SAFE_INTEGER

/** What a row was made for: a changed schedule, or one that was switched on again, starts anew. */
function specOf({ cron, timeZone, armedAt }: Schedule): string {
  return `${cron} ${timeZone} ${armedAt}`
}

async function syncOne(tx: Tx, schedule: Schedule): Promise<void> {
  const row = await holdSchedule(tx, schedule.rule.id)
  const spec = specOf(schedule)
  if (row?.spec === spec) return
  const next = ticksOf(schedule.cron, schedule.timeZone).after(schedule.armedAt) ?? NEVER
  const fresh = { spec, next_at: next, tick_at: null, last_issue_id: FROM_THE_START }
  await tx.query
    .insertInto('rule_schedules')
    .values({ rule_id: schedule.rule.id, ...fresh })
    .onConflict((conflict) => conflict.column('rule_id').doUpdateSet(fresh))
    .execute()
}

async function holdSchedule(tx: Tx, ruleId: string) {
  let query = tx.query.selectFrom('rule_schedules').selectAll().where('rule_id', '=', ruleId)
  if (tx.traits.kind === 'postgres') query = query.forUpdate()
  return query.executeTakeFirst()
}

/** Answers false where the issue was erased since it was read. */
async function fire(tx: Tx, issueId: string, rule: string, tick: number, now: number): Promise<boolean> {
  try {
    await holdIssueById(tx, issueId)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return false
    throw error
  }
  const late = now - tick > LATE ? { lateBy: now - tick } : {}
  await recordEvent(tx, {
    issueId,
    actor: SYSTEM,
    at: now,
    cause: undefined,
    event: { kind: 'schedule', rule, tick, ...late },
  })
  return true
}
