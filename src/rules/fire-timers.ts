import { MINUTE, Refusal, SYSTEM } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import { recordEvent } from '../events/index.ts'
import { holdConfiguration } from '../issue-types/index.ts'
import { holdIssueById, typeOf } from '../issues/index.ts'
import { dueTimers, keepTimer, nextTimer, readTimer, setAtOf } from './issue-timers.ts'
import { lookAt, type Moment, momentsOf } from './moments.ts'
import type { RuleBook } from './rule-book.ts'
import type { RulesDeps } from './run-rules.ts'

/** Issues that one turn looks at. */
const BATCH = 50
/** Later than this after its moment an event says how late it is. */
const LATE = 10 * MINUTE
/** How long an issue waits that could not be looked at. */
const AGAIN_IN = 10 * MINUTE
const IN_BACKGROUND = { isBackground: true }

/** Lets time start rules for issues. */
export type FireTimers = {
  /** Looks at issues whose time has come by `now`, in the order of their times; answers how many, and what came of it. */
  fireDue: (now: number) => Promise<{ looked: number; fired: number }>
  /** When the next is due, UTC milliseconds; `null` where none is. */
  nextDueAt: () => Promise<number | null>
}

/**
 * What time starts is an event of the issue, which the rules then look at like at any other. The event and the memory of
 * it are one transaction with the issue held, so that it comes once, whoever dies and however many processes look.
 */
export function openFireTimers(deps: RulesDeps, book: RuleBook): FireTimers {
  const { db, log, settings } = deps

  /** @param until - moments after it wait, so that an issue does not get ahead of others */
  const lookAtOne = (issueId: string, now: number, until: number): Promise<number | null> =>
    db.transaction(async (tx) => {
      const configuration = await holdConfiguration(tx, deps.configuration)
      if (!(await isFree(tx, issueId))) return null
      const issue = await holdIssueById(tx, issueId)
      const { at, since, fired } = await readTimer(tx, issueId)
      // Somebody else was here.
      if (at === null || at > now) return 0
      const { specsOf } = await book.held(tx, configuration)
      const moments = momentsOf(issue, specsOf(typeOf(configuration, issue).key), settings.timeZone)
      const look = lookAt(moments, { fired, setAt: setAtOf(issue, now), since, until })
      for (const moment of look.fire) await fire(tx, issueId, moment, now)
      // Kept when the issue is done, too: it may be opened again.
      await keepTimer(tx, issueId, { at: look.next, since, fired: look.fired })
      return look.fire.length
    }, IN_BACKGROUND)

  const postpone = (issueId: string, now: number) =>
    db.transaction((tx) =>
      tx.query
        .updateTable('issue_timers')
        .set({ at: now + AGAIN_IN })
        .where('issue_id', '=', issueId)
        .execute(),
    )

  /** How many fired; `null` where somebody else has the issue in hand, who may be looking at it, too. */
  const tryOne = async (issueId: string, now: number, until: number): Promise<number | null> => {
    try {
      return await lookAtOne(issueId, now, until)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unavailable') throw error
      // Erased since, and its timer with it.
      if (error instanceof Refusal && error.code === 'not-found') return 0
      log('error', `time could not start what is due for the issue ${issueId}; it is tried again`, error)
      await postpone(issueId, now)
      return 0
    }
  }

  return {
    fireDue: async (now) => {
      const rows = await dueTimers(db.read, now, BATCH)
      const last = rows.length === BATCH ? rows.at(-1) : undefined
      const until = last?.at ?? now
      const tried = await Promise.all(rows.map(({ issue_id }) => tryOne(issue_id, now, until)))
      const counts = tried.filter((count) => count !== null)
      return { looked: counts.length, fired: counts.reduce((sum, count) => sum + count, 0) }
    },
    nextDueAt: () => nextTimer(db.read),
  }
}

/** Takes hold of an issue unless another transaction has it. On SQLite writers exclude each other anyway. */
async function isFree(tx: Tx, issueId: string): Promise<boolean> {
  if (tx.traits.kind !== 'postgres') return true
  const row = await tx.query
    .selectFrom('issues')
    .select('id')
    .where('id', '=', issueId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row !== undefined
}

async function fire(tx: Tx, issueId: string, { at, event }: Moment, now: number): Promise<void> {
  const late = now - at > LATE ? { lateBy: now - at } : {}
  await recordEvent(tx, {
    issueId,
    actor: SYSTEM,
    at: now,
    cause: undefined,
    event: { ...event, moment: at, ...late },
  })
}
