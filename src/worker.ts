import { MINUTE, SECOND } from './base/index.ts'
import type { Database } from './db/index.ts'
import type { Delivering } from './deliveries/index.ts'
import type { RunRules } from './rules/index.ts'

/** Without a signal the worker looks at least so often: other processes and clocks make work too. */
const LONGEST_REST = MINUTE
/** With PostgreSQL other processes put work there of which no signal tells. */
const LOOKS_EVERY = 200
/** What cannot be settled yet is not looked at again at once. */
const SHORTEST_REST = SECOND

export type WorkerDeps = {
  db: Database
  rules: RunRules
  delivering: Delivering
  clock: () => number
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

/** Lets the rules look at events, and hands over what they put on its way. The two never wait for each other. */
export function openWorker(deps: WorkerDeps): Worker {
  const { db, rules, delivering, clock, log } = deps
  const loops = [
    openLoop({ topic: 'events', turn: rules.runDue, nextAt: rules.nextDueAt }),
    openLoop({
      topic: 'deliveries',
      turn: () => delivering.deliverDue(clock()),
      nextAt: delivering.nextDueAt,
    }),
  ]

  function openLoop(work: {
    topic: 'events' | 'deliveries'
    turn: () => Promise<number>
    nextAt: () => Promise<number | null>
  }) {
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
      await Promise.all([...loops.map((loop) => loop.stop()), delivering.close()])
    },
  }
}
