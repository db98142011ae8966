import { type Clock, MINUTE, SECOND, type Settings, SYSTEM } from './base/index.ts'
import type { Database, Topic } from './db/index.ts'
import { type Channel, type ChannelName, CHANNELS, openDelivering } from './deliveries/index.ts'
import { type ConfigurationCache, DEADLINES_JOB, TIMERS_JOB } from './issue-types/index.ts'
import { recomputingDeadlines, reindexingIssues, SEARCH_JOB } from './issues/index.ts'
import { openJobs, type Walk } from './jobs/index.ts'
import { openWorkNotices } from './notices/index.ts'
import { openRuleBook, openRunRules, openRunTime, rearming, type RuleBook } from './rules/index.ts'
import { watchBudget } from './sms/index.ts'

/** Without a signal the worker looks at least so often: other processes and clocks make work too. */
const LONGEST_REST = MINUTE
/** With PostgreSQL other processes put work there of which no signal tells. */
const LOOKS_EVERY = 200
/** What cannot be settled yet is not looked at again at once. */
const SHORTEST_REST = SECOND

/** One kind of work: a topic that tells of it, a turn that does what is due and answers how much that was. */
type Work = {
  topic: Topic
  turn: () => Promise<number>
  /** When there is something to do next, UTC milliseconds; `null` where nothing waits. */
  nextAt: () => Promise<number | null>
  close?: () => Promise<void>
}

export type WorkerDeps = {
  db: Database
  configuration: ConfigurationCache
  settings: Settings
  /** The ways out of the house; what has none here waits. */
  channels: Readonly<Partial<Record<ChannelName, Channel>>>
  clock: Clock
  /** Milliseconds that only grow, whatever is done to the clock; the process's own where it is not given. */
  monotonic?: () => number
  log: (level: 'error' | 'warn', message: string, error?: unknown) => void
}

export type Worker = {
  /** Works whenever there is work, until `stop`. */
  start: () => void
  /** Does all that is due now, and what comes of it. */
  drain: () => Promise<void>
  /** Ends what is at hand and takes up nothing more. */
  stop: () => Promise<void>
}

/** Lets the rules look at events, and hands over what they put on its way. No kind of work waits for another. */
export function openWorker(deps: WorkerDeps): Worker {
  const { db, clock, log } = deps
  const book = openRuleBook(db, deps.configuration, deps.settings)
  const works = [
    timeWork(deps, book),
    eventWork(deps, book),
    jobWork(deps, book),
    noticeWork(deps),
    ...deliveryWork(deps),
  ]
  const loops = works.map(openLoop)
  const budget = watchBudget(deps)

  function openLoop(work: Work) {
    let timer: NodeJS.Timeout | null = null
    let working: Promise<void> | null = null
    let signalled = false
    let stopped = false
    let failures = 0

    const isStopped = () => stopped
    const wake = (): void => {
      signalled = true
      if (stopped || working) return
      if (timer) clearTimeout(timer)
      timer = null
      working = run().finally(() => {
        working = null
        if (signalled) wake()
      })
    }
    const run = async (): Promise<void> => {
      let rest = LONGEST_REST
      try {
        let settled = 0
        do {
          signalled = false
          settled = await work.turn()
        } while (!isStopped() && (settled > 0 || signalled))
        rest = await restOf(work.nextAt)
        failures = 0
      } catch (error) {
        // A store that is away comes back; each time it is asked a little later.
        if (failures++ === 0) log('error', `the worker (${work.topic}) stopped, and tries again`, error)
        rest = Math.min(SHORTEST_REST * 2 ** failures, LONGEST_REST)
      }
      if (!stopped) timer = setTimeout(wake, rest).unref()
    }
    return {
      turn: work.turn,
      start: () => {
        const end = db.onSignal(work.topic, wake)
        wake()
        return end
      },
      stop: async () => {
        stopped = true
        if (timer) clearTimeout(timer)
        await working
      },
    }
  }

  async function restOf(nextAt: () => Promise<number | null>): Promise<number> {
    const next = await nextAt()
    const longest = db.traits.kind === 'postgres' ? LOOKS_EVERY : LONGEST_REST
    if (next === null) return longest
    return Math.min(longest, Math.max(SHORTEST_REST, next - clock()))
  }

  const ends: (() => void)[] = []
  return {
    start: () => {
      for (const loop of loops) ends.push(loop.start())
    },
    drain: async () => {
      for (let settled = 1; settled > 0; ) {
        settled = 0
        for (const loop of loops) settled += await loop.turn()
      }
    },
    stop: async () => {
      for (const end of ends) end()
      budget.end()
      await Promise.all([...loops.map((loop) => loop.stop()), ...works.map((work) => work.close?.())])
    },
  }
}

/** What time starts becomes events. */
function timeWork(deps: WorkerDeps, book: RuleBook): Work {
  const time = openRunTime(deps, book)
  return { topic: 'timers', turn: time.runDue, nextAt: time.nextDueAt }
}

function eventWork(deps: WorkerDeps, book: RuleBook): Work {
  const rules = openRunRules(deps, book)
  return { topic: 'events', turn: rules.runDue, nextAt: rules.nextDueAt }
}

/** What walks over many issues, by kind of job. */
function jobWork(deps: WorkerDeps, book: RuleBook): Work {
  const ctx = { ...deps, actor: SYSTEM }
  const kinds: Record<string, Walk> = {
    [DEADLINES_JOB]: recomputingDeadlines(ctx),
    [TIMERS_JOB]: rearming(ctx, book),
    [SEARCH_JOB]: reindexingIssues(ctx),
  }
  const jobs = openJobs({ ...deps, kinds, alsoDone: [SEARCH_JOB] })
  return { topic: 'jobs', turn: jobs.workBatch, nextAt: async () => null }
}

/** Handlers are told of deadlines, and by mail of what they have not read. */
function noticeWork(deps: WorkerDeps): Work {
  const notices = openWorkNotices(deps)
  return { topic: 'notices', turn: notices.runDue, nextAt: notices.nextAt }
}

/** A sender for each way out, so that one that stalls keeps no other waiting. */
function deliveryWork({ db, channels, clock, log }: WorkerDeps): Work[] {
  return CHANNELS.flatMap((name): Work[] => {
    const channel = channels[name]
    if (!channel) return []
    const delivering = openDelivering({ db, name, channel, byRecipient: name === 'webhook', clock, log })
    return [
      {
        topic: 'deliveries',
        turn: () => delivering.deliverDue(clock()),
        nextAt: delivering.nextDueAt,
        close: delivering.close,
      },
    ]
  })
}
