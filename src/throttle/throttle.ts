import { type SelectQueryBuilder, sql } from 'kysely'
import { DAY } from '../base/index.ts'
import type { Database, Schema, Tx } from '../db/index.ts'
import { type Bucket, closedWhile, LIMITS, LONGEST_REMEMBERED, rememberedFor, waitOf } from './buckets.ts'

/** An attempt that was counted as a failure, until it is refunded. */
export type Reservation = { counted: readonly CountedBucket[] }
type CountedBucket = { bucket: Bucket; failures: number }

export type Reserved =
  | { allowed: true; reservation: Reservation; alarms: readonly Bucket[] }
  /** `wait` in milliseconds: the longest of all counters that are closed. */
  | { allowed: false; wait: number }

type Row = { bucket: string; failures: number; previous_opens_at: number }

/**
 * Counts an attempt in all its counters at once, before it is looked at: atomically on both stores, durably when this
 * resolves. Where a counter is closed the attempt is not counted at all and nothing is written.
 */
export async function reserve(db: Database, buckets: readonly Bucket[], now: number): Promise<Reserved> {
  // Attempts that share counters take their locks in one order, so that they never wait for each other in a ring.
  const ordered = buckets.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  try {
    return await db.transaction(async (tx) => {
      const rows = await count(tx, ordered, now)
      if (rows.length === 0) return { allowed: false as const, wait: await longestWait(tx, ordered, now) }
      const counted: CountedBucket[] = []
      const alarms: Bucket[] = []
      let wait = 0
      for (const bucket of ordered) {
        const row = rows.find((candidate) => candidate.bucket === bucket.key)
        const still = waitOf(bucket.limit, row?.previous_opens_at ?? 0, now)
        if (bucket.limit.kind !== 'watch') wait = Math.max(wait, still)
        else if (still > 0) alarms.push(bucket)
        counted.push({ bucket, failures: row?.failures ?? 1 })
      }
      // Another attempt closed a counter after this one had looked at it and before it had its turn to count.
      if (wait > 0) throw new Closed(wait)
      return { allowed: true as const, reservation: { counted }, alarms }
    })
  } catch (error) {
    if (error instanceof Closed) return { allowed: false, wait: error.wait }
    throw error
  }
}

/** Rolls a reservation back. */
class Closed extends Error {
  readonly wait: number
  constructor(wait: number) {
    super('a counter is closed')
    this.wait = wait
  }
}

/** One statement for all counters; it counts in none and answers no row where one of them is closed. */
async function count(tx: Tx, buckets: readonly Bucket[], now: number): Promise<Row[]> {
  const greatest = sql.raw(tx.traits.greatest)
  const least = sql.raw(tx.traits.least)
  const given = buckets.map(({ key, limit }) => {
    // A row's own `opens_at` tells its kind below: 0 for waits, now + `every` for rates.
    const opensAt = limit.kind === 'waits' ? 0 : now + limit.every
    const { from, to } = limit.kind === 'watch' ? { from: 0, to: 0 } : closedWhile(limit, now)
    const times = [opensAt, now + rememberedFor(limit), from, to].map((at) => sql`cast(${at} as bigint)`)
    return sql`(${key}, ${sql.join(times)})`
  })
  // Only waits that all share one form fit one statement; there is one such limit.
  const waits = buckets.map(({ limit }) => limit).find((limit) => limit.kind === 'waits')
  const { free, first, longest } = waits?.kind === 'waits' ? waits : { free: 1, first: 1, longest: 1 }
  const time = sql`cast(${now} as bigint)`
  const failures = sql`case when throttle.expires_at <= ${time} then 1 else throttle.failures + 1 end`
  const doublings = sql`${greatest}(0, ${least}((${failures}) - ${sql.lit(free)}, 12))`
  const filled = sql`${greatest}(throttle.opens_at, ${time}) + excluded.opens_at - ${time}`
  // A slow counter fills for longer than the day that others are remembered for; beyond that the clock was set back.
  const opensAt = sql`case
    when excluded.opens_at - ${time} < ${sql.lit(LIMITS.inARow.every)} then ${least}(${filled}, excluded.expires_at)
    when throttle.opens_at > ${time} + ${sql.lit(LONGEST_REMEMBERED)} then excluded.opens_at
    else ${filled} end`
  const wait = sql`${least}(cast(${sql.lit(first)} as bigint) << cast(${doublings} as integer), ${sql.lit(longest)})`
  const result = await sql<Row>`
    with given (bucket, opens_at, expires_at, closed_from, closed_to) as (values ${sql.join(given)})
    insert into throttle (bucket, failures, opens_at, previous_opens_at, expires_at)
    select bucket, 1, opens_at, 0, expires_at from given
    where not exists (
      select 1 from given as asked join throttle as held on held.bucket = asked.bucket
      where held.opens_at > asked.closed_from and held.opens_at <= asked.closed_to)
    on conflict (bucket) do update set
      failures = ${failures},
      previous_opens_at = case when throttle.expires_at <= ${time} then 0 else throttle.opens_at end,
      opens_at = case
        when excluded.opens_at = 0
        then case when (${failures}) < ${sql.lit(free)} then 0 else ${time} + ${wait} end
        else ${opensAt}
      end,
      expires_at = case when excluded.opens_at = 0 then excluded.expires_at
        else ${greatest}(excluded.expires_at, ${opensAt}) end
    returning bucket, failures, previous_opens_at`.execute(tx.query)
  return result.rows
}

async function longestWait(tx: Tx, buckets: readonly Bucket[], now: number): Promise<number> {
  const keys = buckets.map(({ key }) => key)
  const rows = await tx.query
    .selectFrom('throttle')
    .select(['bucket', 'opens_at'])
    .where('bucket', 'in', keys)
    .execute()
  const waits = buckets
    .filter(({ limit }) => limit.kind !== 'watch')
    .map(({ key, limit }) => {
      const row = rows.find((candidate) => candidate.bucket === key)
      return waitOf(limit, row?.opens_at ?? 0, now)
    })
  return Math.max(...waits)
}

/**
 * Takes back what an attempt was counted for, once it turned out to be no failure. Part of the caller's transaction.
 * A counter of waits with less than its free failures is open, whatever others did meanwhile.
 */
export async function refund(tx: Tx, reservation: Reservation): Promise<void> {
  const greatest = sql.raw(tx.traits.greatest)
  const given = reservation.counted.map(({ bucket: { key, limit }, failures }) => {
    // Whoever gets in ends a row of failures; elsewhere only their own count is taken back.
    const taken = limit === LIMITS.inARow ? LONGEST_REMEMBERED : limit.kind === 'waits' ? 0 : limit.every
    const free = limit.kind === 'waits' ? limit.free : 0
    return sql`(${key}, ${failures}, cast(${taken} as bigint), cast(${free} as bigint), 0)`
  })
  // As `count` does it, and so with its order of locks; `excluded` brings along what each counter is to be told.
  await sql`
    insert into throttle (bucket, failures, opens_at, previous_opens_at, expires_at)
    values ${sql.join(given)}
    on conflict (bucket) do update set
      failures = ${greatest}(0, throttle.failures - 1),
      opens_at = case
        when excluded.opens_at > 0 then ${greatest}(0, throttle.opens_at - excluded.opens_at)
        when throttle.failures - 1 < excluded.previous_opens_at then 0
        when throttle.failures = excluded.failures then throttle.previous_opens_at
        else throttle.opens_at
      end`.execute(tx.query)
}

/** Counters kept at most; with their indexes they take about 40 MiB. */
const MAX_COUNTERS = 200_000
/** Counters that one transaction forgets: each holds everyone else up for some milliseconds only. */
const BATCH = 250

/**
 * Forgets counters whose time is over (or lies so far ahead that the clock must have been set back since), and those
 * beyond the bound: first the ones with a single failure, which a flood of made-up numbers consists of.
 */
export async function sweepCounters(db: Database, now: number, most = MAX_COUNTERS): Promise<void> {
  const beyond = async () => {
    const counted = db.read.selectFrom('throttle').select((eb) => eb.fn.countAll<number>().as('n'))
    const { n } = await counted.executeTakeFirstOrThrow()
    return n - most
  }
  await forget(db, Number.POSITIVE_INFINITY, (counters) =>
    counters.where((eb) =>
      eb.or([eb('expires_at', '<=', now), eb('expires_at', '>', now + LONGEST_REMEMBERED + DAY)]),
    ),
  )
  await forget(db, await beyond(), (counters) => counters.where('failures', '<=', 1).orderBy('expires_at'))
  await forget(db, await beyond(), (counters) => counters.orderBy('failures').orderBy('expires_at'))
}

type Counters = SelectQueryBuilder<Schema, 'throttle', { bucket: string }>

/** Forgets as many counters of a choice as it is told to, or all there are. */
async function forget(db: Database, most: number, of: (counters: Counters) => Counters): Promise<void> {
  for (let left = most; left > 0; left -= BATCH) {
    const size = Math.min(left, BATCH)
    const { numDeletedRows } = await db.transaction((tx) => {
      const chosen = of(tx.query.selectFrom('throttle').select('bucket')).limit(size)
      return tx.query.deleteFrom('throttle').where('bucket', 'in', chosen).executeTakeFirst()
    })
    if (numDeletedRows < size) return
  }
}

/** Empties counters, in the caller's transaction. */
export async function clearCounters(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.query.deleteFrom('throttle').where('bucket', 'in', keys).execute()
}
