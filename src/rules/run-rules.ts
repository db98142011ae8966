import { earliestId, HOUR, MINUTE, newId, Refusal, SECOND, SYSTEM } from '../base/index.ts'
import type { Database, Tx } from '../db/index.ts'
import { eventFromRow, type RecordedEvent } from '../events/index.ts'
import { type Ctx, holdConfiguration } from '../issue-types/index.ts'
import { holdIssueById, type Issue, typeOf } from '../issues/index.ts'
import { type Composer, openComposer } from '../messages/index.ts'
import { tellHandler } from '../notices/index.ts'
import { tellWebhooks } from '../webhooks/index.ts'
import { act, type Acting } from './act.ts'
import { evaluate } from './evaluate.ts'
import { messageOf } from './event-message.ts'
import type { RuleBook, Rules } from './rule-book.ts'
import { type ActionOutcome, rulesDoneFor } from './rule-queries.ts'
import type { Rule } from './rule.ts'

/** Rules that may stand behind one another before a chain of them is taken for a loop. */
const MAX_DEPTH = 5
const MAX_ACTIONS_OF_EVENT = 100
/** So often rules fire for one issue within an hour before what they cause starts no further ones. */
const MOST_RUNS_AN_HOUR = 200
const IN_BACKGROUND = { isBackground: true }
/** Events that one turn looks at. */
const BATCH = 50
/** How long an event waits after a try that failed as a whole, by tries. */
const WAITS = [5 * SECOND, MINUTE, 10 * MINUTE, HOUR]

export type RulesDeps = Omit<Ctx, 'actor' | 'cause'> & {
  log: (level: 'error' | 'warn', message: string, error?: unknown) => void
}

/** Lets the rules look at what has happened. */
export type RunRules = {
  /** Looks at events that are due, oldest first, each in one transaction; answers how many are settled. */
  runDue: () => Promise<number>
  /** When the next event is due, UTC milliseconds; `null` where none waits. */
  nextDueAt: () => Promise<number | null>
}

/**
 * Rules run for an event once: what they cause and the end of its waiting are one transaction. Events of one issue are
 * looked at in the order in which they happened, by however many processes.
 */
export function openRunRules(deps: RulesDeps, book: RuleBook): RunRules {
  const { db, clock, log } = deps
  const ctx: Ctx = { ...deps, actor: SYSTEM }

  const settleOne = async (eventId: string, { compose }: Composer): Promise<boolean> => {
    try {
      return await db.transaction(async (tx) => {
        const pending = await claim(tx, eventId)
        if (!pending) return false
        const configuration = await holdConfiguration(tx, deps.configuration)
        const issue = await holdIssueById(tx, pending.event.issueId)
        if (await comesLater(tx, issue, eventId)) return false
        const rules = await book.held(tx, configuration)
        const { event, depth, fired } = pending
        const acting: Acting = {
          ctx,
          tx,
          issue,
          configuration,
          templates: rules.templates,
          webhooks: rules.webhooks,
          event,
          message: await messageOf(tx.query, event),
          depth,
          fired,
          compose,
        }
        // Before any rule acts: what rules make of it are events of their own.
        await tellWebhooks(ctx, tx, rules.webhooks, acting)
        await tellHandler(ctx, tx, acting)
        if (depth >= MAX_DEPTH) tellLoop(acting)
        // Rules that answer one another several times over are few in a row, and still thousands in all.
        else if (depth > 0 && (await runsOfLate(tx, issue, clock())) >= MOST_RUNS_AN_HOUR) tellStorm(acting)
        else await runFor(rules, acting)
        await tx.query.deleteFrom('pending_events').where('event_id', '=', eventId).execute()
        return true
      }, IN_BACKGROUND)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'unavailable') throw error
      log('error', `the rules could not look at the event ${eventId}; it is tried again`, error)
      await postpone(eventId)
      return false
    }
  }

  /** Evaluates the rules and does what they say. */
  const runFor = async (rules: Rules, acting: Acting): Promise<void> => {
    const { tx, issue, configuration, event, fired } = acting
    const type = typeOf(configuration, issue)
    const snapshot = { issue, type, configuration, event, now: clock(), timeZone: deps.settings.timeZone }
    const mayHaveDone = rules.all.filter(
      ({ once, trigger, issueType }) =>
        once && trigger.on === event.kind && (issueType === null || issueType === type.key),
    )
    const done = await rulesDoneFor(
      tx.query,
      issue.id,
      mayHaveDone.map(({ id }) => id),
    )
    const found = evaluate(rules.compiled, snapshot, new Set([...fired, ...done]))
    for (const { rule, problems } of found.broken) {
      const because = problems.map(({ path, message }) => `${path}: ${message}`).join('; ')
      await record(tx, acting, rule, [
        { do: 'none', result: 'failed', because: `the rule is broken: ${because}`, deliveries: [] },
      ])
    }
    let left = MAX_ACTIONS_OF_EVENT
    for (const { rule, actions } of found.fired) {
      const outcomes: ActionOutcome[] = []
      for (const [index, action] of actions.entries()) {
        if (left-- > 0) outcomes.push(await act(acting, rule, action, index))
        else
          outcomes.push({
            do: action.do,
            result: 'failed',
            because: `over ${MAX_ACTIONS_OF_EVENT} actions for one event`,
            deliveries: [],
          })
      }
      await record(tx, acting, rule, outcomes)
      const failed = outcomes.filter(({ result }) => result === 'failed').length
      if (failed > 0)
        tx.onCommit(() => log('warn', `${failed} actions of the rule ${rule.id} failed; its runs say why`))
    }
  }

  const record = async (tx: Tx, { issue, event }: Acting, rule: Rule, outcomes: readonly ActionOutcome[]) => {
    await tx.query
      .insertInto('rule_runs')
      .values({
        id: newId(clock()),
        rule_id: rule.id,
        event_id: event.id,
        issue_id: issue.id,
        outcome: JSON.stringify(outcomes),
        at: clock(),
      })
      .execute()
  }

  const tellLoop = ({ tx, fired, event }: Acting): void => {
    tx.onCommit(() =>
      log(
        'warn',
        `${MAX_DEPTH} rules in a row led to the event ${event.id} (${fired.join(', ')}); no further rule looks at it`,
      ),
    )
  }

  let toldOf = { issue: '', at: Number.NEGATIVE_INFINITY }
  const tellStorm = ({ tx, issue, event }: Acting): void => {
    tx.onCommit(() => {
      if (toldOf.issue === issue.id && Math.abs(clock() - toldOf.at) < HOUR) return
      toldOf = { issue: issue.id, at: clock() }
      log(
        'warn',
        `rules fired ${MOST_RUNS_AN_HOUR} times within an hour for the issue of the event ${event.id}; what rules cause starts no further ones there for now`,
      )
    })
  }

  const postpone = async (eventId: string): Promise<void> => {
    await db.transaction(async (tx) => {
      const row = await tx.query
        .selectFrom('pending_events')
        .select('attempts')
        .where('event_id', '=', eventId)
        .executeTakeFirst()
      if (!row) return
      const wait = WAITS[Math.min(row.attempts, WAITS.length - 1)] ?? HOUR
      await tx.query
        .updateTable('pending_events')
        .set({ attempts: row.attempts + 1, next_at: clock() + wait })
        .where('event_id', '=', eventId)
        .execute()
    })
  }

  return {
    runDue: async () => {
      const due = await dueEvents(db, clock())
      if (due.length === 0) return 0
      const composer = await openComposer()
      let settled = 0
      // Issues side by side, so that they share commits; the events of one issue one after the other.
      const byIssue = Map.groupBy(due, ({ issue_id }) => issue_id)
      await Promise.all(
        [...byIssue.values()].map(async (events) => {
          for (const { event_id } of events) if (await settleOne(event_id, composer)) settled++
        }),
      )
      return settled
    },
    nextDueAt: async () => {
      const { next } = await db.read
        .selectFrom('pending_events')
        .select((eb) => eb.fn.min('next_at').as('next'))
        .executeTakeFirstOrThrow()
      return next === null ? null : next
    },
  }
}

async function dueEvents(db: Database, now: number) {
  return (
    db.read
      .selectFrom('pending_events')
      .select(['event_id', 'issue_id'])
      // What lies further ahead than the longest wait was put there by a clock that has been set back since.
      .where((eb) => eb.or([eb('next_at', '<=', now), eb('next_at', '>', now + HOUR + MINUTE)]))
      .orderBy('event_id')
      .limit(BATCH)
      .execute()
  )
}

type Pending = { event: RecordedEvent & { issueId: string }; depth: number; fired: readonly string[] }

/** The event with what led to it; `null` where another process has it, or has settled it. */
async function claim(tx: Tx, eventId: string): Promise<Pending | null> {
  let query = tx.query.selectFrom('pending_events').selectAll().where('event_id', '=', eventId)
  if (tx.traits.kind === 'postgres') query = query.forUpdate().skipLocked()
  const pending = await query.executeTakeFirst()
  if (!pending) return null
  const row = await tx.query
    .selectFrom('events')
    .selectAll()
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  return {
    event: { ...eventFromRow(row), issueId: row.issue_id },
    depth: pending.depth,
    fired: JSON.parse(pending.fired) as string[],
  }
}

/** How often rules have fired for an issue in the last hour. */
async function runsOfLate(tx: Tx, issue: Issue, now: number): Promise<number> {
  const { runs } = await tx.query
    .selectFrom('rule_runs')
    .select((eb) => eb.fn.countAll<number>().as('runs'))
    .where('issue_id', '=', issue.id)
    .where('id', '>=', earliestId(now - HOUR))
    // What a clock that was wrong dated into the future closes nothing.
    .where('id', '<', earliestId(now + HOUR))
    .executeTakeFirstOrThrow()
  return runs
}

/** Whether something that happened to the issue before still waits; what has failed twice holds nothing up. */
async function comesLater(tx: Tx, issue: Issue, eventId: string): Promise<boolean> {
  const before = await tx.query
    .selectFrom('pending_events')
    .select('event_id')
    .where('issue_id', '=', issue.id)
    .where('event_id', '<', eventId)
    .where('attempts', '<', 2)
    .limit(1)
    .executeTakeFirst()
  return before !== undefined
}
