import { setTimeout as delay } from 'node:timers/promises'
import { type Clock, MINUTE, newToken, SECOND } from '../base/index.ts'
import type { Database } from '../db/index.ts'
import { type Channel, SendFailure } from './channel.ts'
import {
  claimDue,
  type Claimed,
  findNextDue,
  forgetOldClock,
  giveBack,
  isStillClaimed,
  type Lane,
  LEASE,
  wasSetBack,
} from './claim.ts'
import type { ChannelName } from './delivery.ts'
import { HeldUp, openTurns } from './last-step.ts'
import { type Outcome, settle, type Settled } from './settle.ts'

/** Messages of one channel on their way at the same time; where each recipient is a line, slow ones must not take all. */
const LANES = 4
const LINES_AT_ONCE = 16
const BATCH = 24
/** Later than this after its claim no message makes its last step: the answer and the settling need the rest. */
const LAST_STEP_WITHIN = LEASE / 2
const STOP_WITHIN = 10 * SECOND
const COMPLAIN_EVERY = 10 * MINUTE

export type DeliveringDeps = {
  db: Database
  name: ChannelName
  channel: Channel
  /**
   * Whether each recipient is a line of its own: one message at a time to each, and no recipient waits for another's
   * answer. Otherwise one message of the whole channel makes its last step at a time.
   */
  byRecipient?: boolean
  clock: Clock
  /** Gets nothing of a message: ids, states and codes. */
  log: (level: 'error' | 'warn', message: string, error?: unknown) => void
  /** 0 to 1; by which attempts are spread. */
  chance?: () => number
}

export type Delivering = {
  /**
   * Sends what is due at `now`, and what is enqueued meanwhile, in the order of each issue, and answers how many attempts
   * came to an end. Takes as long as the other side lets it; calls at the same time are one.
   * @throws Refusal `unavailable` when the store cannot be reached
   */
  deliverDue: (now: number) => Promise<number>
  /** When `deliverDue` has something to do next, in UTC milliseconds; null where nothing waits. */
  nextDueAt: () => Promise<number | null>
  /** Ends: claims nothing more, gives those at work a while, and gives the rest back. */
  close: () => Promise<void>
}

type InHand = Claimed & {
  /** When it was claimed, of the monotonic clock. */
  since: number
}

/** The sender of a process for one channel. On PostgreSQL any number of them share a store; a SQLite store has one. */
export function openDelivering(deps: DeliveringDeps): Delivering {
  const { db, channel, clock, log, byRecipient = false, chance = Math.random } = deps
  const line: Lane = { channel: deps.name, byRecipient }
  const lease = newToken()
  const enterTurn = openTurns()
  const queue: InHand[] = []
  const inHand = new Map<string, InHand>()
  const lanes = new Set<Promise<void>>()
  let due = 0
  let done = 0
  let refilling: Promise<number> | null = null
  let running: Promise<number> | null = null
  const failures: Error[] = []
  let isClosed = false
  let complainedAt = Number.NEGATIVE_INFINITY
  // Who holds leases in a SQLite store when this process starts was killed.
  let isNew = db.traits.kind === 'sqlite'

  const refill = async (): Promise<number> => {
    const now = clock()
    const atHand = [...inHand.values()]
    if (isNew) await db.transaction((tx) => giveBack(tx, now, line, 'all'))
    isNew = false
    if (await wasSetBack(db.read, now, line))
      await db.transaction((tx) => forgetOldClock(tx, now, line, atHand))
    const resting = channel.resting?.() ?? []
    const except = [...atHand, ...resting.map((to) => ({ id: '', to }))]
    const since = performance.now()
    const claimed = await db.transaction(
      (tx) => claimDue(tx, { ...line, due, now, lease, most: BATCH, except }),
      {
        isBackground: true,
      },
    )
    for (const one of claimed) {
      const taken = { ...one, since }
      inHand.set(one.id, taken)
      queue.push(taken)
    }
    return claimed.length
  }

  const next = async (): Promise<InHand | undefined> => {
    // What was looked for before this lane came may not have seen what its last message made way for.
    let isStale = refilling !== null
    while (queue.length === 0) {
      if (isClosed) return undefined
      refilling ??= refill().finally(() => {
        refilling = null
      })
      if ((await refilling) === 0 && !isStale) return undefined
      isStale = false
    }
    return isClosed ? undefined : queue.shift()
  }

  const attempt = async (claimed: InHand): Promise<void> => {
    const turn = byRecipient ? openTurns()() : enterTurn()
    try {
      const outcome = await channel
        .send(claimed, () => turn.take(claimed.since + LAST_STEP_WITHIN))
        .then((): Outcome => ({ kind: 'sent' }), outcomeOf)
      const settled = await untilSettled(claimed, outcome)
      if (settled === 'gone') await channel.forget?.(claimed)
      if (settled === 'failed' || settled === 'dead') {
        log('error', `a delivery ended as ${settled} (${codeOf(outcome)}): ${claimed.id}`)
      }
    } finally {
      turn.release()
    }
  }

  const outcomeOf = (error: unknown): Outcome => {
    if (error instanceof HeldUp) return { kind: 'held-up' }
    if (error instanceof SendFailure) {
      const { message, permanent, code } = error
      if (!permanent && performance.now() - complainedAt > COMPLAIN_EVERY) {
        complainedAt = performance.now()
        log('warn', `a message could not be handed over, and is tried again (${code})`)
      }
      return { kind: 'failed', reason: message, permanent, code }
    }
    log('error', 'unexpected error while sending', error)
    return {
      kind: 'failed',
      reason: 'an unexpected error; the log has it',
      permanent: false,
      code: 'unexpected',
    }
  }

  /** What was sent must be written down before anything else is sent, however long the store is away. */
  const untilSettled = async (claimed: Claimed, outcome: Outcome): Promise<Settled> => {
    for (let wait = 100; ; wait = Math.min(wait * 2, 5 * SECOND)) {
      try {
        return await db.transaction(
          (tx) => settle(tx, clock(), { claimed, lease, outcome, chance: chance() }),
          // The next claim, synced, takes this to the disk too: a power cut repeats a batch at most.
          { outlives: 'kill', isBackground: true },
        )
      } catch (error) {
        if (isClosed) throw error
        if (wait === 100) log('error', 'an attempt could not be settled, and is tried again', error)
        await delay(wait, undefined, { ref: false })
      }
    }
  }

  const lane = async (): Promise<void> => {
    try {
      for (let claimed = await next(); claimed; claimed = await next()) {
        try {
          if (await isStillClaimed(db.read, claimed.id, lease)) await attempt(claimed)
          done++
        } finally {
          inHand.delete(claimed.id)
        }
      }
    } catch (error) {
      failures.push(error instanceof Error ? error : new Error(String(error)))
    }
  }

  const fill = () => {
    while (lanes.size < (byRecipient ? LINES_AT_ONCE : LANES)) {
      const one = lane().finally(() => lanes.delete(one))
      lanes.add(one)
    }
  }

  const run = async (): Promise<number> => {
    done = 0
    failures.length = 0
    // One message that waits for the other side keeps no later one waiting.
    const stop = db.onSignal('deliveries', () => {
      due = clock()
      fill()
    })
    fill()
    while (lanes.size > 0) await Promise.race(lanes)
    stop()
    const [failure] = failures
    if (failure) throw failure
    return done
  }

  return {
    deliverDue: (now) => {
      due = now
      if (running) fill()
      running ??= run().finally(() => {
        running = null
      })
      return running
    },
    nextDueAt: () => findNextDue(db.read, clock(), line),
    close: async () => {
      isClosed = true
      const unbegun = queue.splice(0).map(({ id }) => id)
      await db.transaction((tx) => giveBack(tx, clock(), line, unbegun)).catch(() => {})
      const ended = Promise.allSettled(lanes)
      await Promise.race([ended, delay(STOP_WITHIN, undefined, { ref: false })])
      await channel.close()
      await Promise.race([ended, delay(SECOND, undefined, { ref: false })])
    },
  }
}

function codeOf(outcome: Outcome): string {
  return outcome.kind === 'failed' ? outcome.code : outcome.kind
}
