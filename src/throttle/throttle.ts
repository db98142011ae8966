import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../db/index.ts'
import { type Bucket, rememberedFor, waitOf } from './buckets.ts'

/** An attempt that was counted as a failure, until it is refunded. */
export type Reservation = { buckets: readonly CountedBucket[] }
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
  try {
    return await db.transaction(async (tx) => {
      const rows = await count(tx, buckets, now)
      const counted: CountedBucket[] = []
      const alarms: Bucket[] = []
      let wait = 0
      for (const bucket of buckets) {
        const row = rows.find((candidate) => candidate.bucket === bucket.key)
        const still = waitOf(bucket.limit, row?.previous_opens_at ?? 0, now)
        if (bucket.limit.kind !== 'watch') wait = Math.max(wait, still)
        else if (still > 0) alarms.push(bucket)
        counted.push({ bucket, failures: row?.failures ?? 1 })
      }
      if (wait > 0) throw new Closed(wait)
      return { allowed: true as const, reservation: { buckets: counted }, alarms }
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

/** One statement for all counters. Sorted, so that attempts that share some take their locks in one order. */
async function count(tx: Tx, buckets: readonly Bucket[], now: number): Promise<Row[]> {
  const { greatest, least } = tx.traits
  const rows = [...buckets]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, limit }): RawBuilder<unknown> => {
      // A row's own `opens_at` tells its kind below: 0 for waits, now + `every` for rates.
      const opensAt = limit.kind === 'waits' ? 0 : now + limit.every
      return sql`(${key}, 1, cast(${opensAt} as bigint), 0, cast(${now + rememberedFor(limit)} as bigint))`
    })
  // Only waits that all share one form fit one statement; there is one such limit.
  const waits = buckets.map(({ limit }) => limit).find((limit) => limit.kind === 'waits')
  const [free, first, longest] =
    waits?.kind === 'waits' ? [waits.free, waits.first, waits.longest] : [1, 1, 1]
  const time = sql`cast(${now} as bigint)`
  const failures = sql`case when throttle.expires_at <= ${time} then 1 else throttle.failures + 1 end`
  const doublings = sql`${sql.raw(greatest)}(0, ${sql.raw(least)}((${failures}) - ${sql.lit(free)}, 12))`
  const wait = sql`${sql.raw(least)}(cast(${sql.lit(first)} as bigint) << cast(${doublings} as integer), ${sql.lit(longest)})`
  const result = await sql<Row>`
    insert into throttle (bucket, failures, opens_at, previous_opens_at, expires_at)
    values ${sql.join(rows)}
    on conflict (bucket) do update set
      failures = ${failures},
      previous_opens_at = case when throttle.expires_at <= ${time} then 0 else throttle.opens_at end,
      opens_at = case
        when excluded.opens_at = 0
        then case when (${failures}) < ${sql.lit(free)} then 0 else ${time} + ${wait} end
        else ${sql.raw(least)}(${sql.raw(greatest)}(throttle.opens_at, ${time}), excluded.expires_at)
             + (excluded.opens_at - ${time})
      end,
      expires_at = excluded.expires_at
    returning bucket, failures, previous_opens_at`.execute(tx.query)
  return result.rows
}

/** Takes back what an attempt was counted for, once it turned out to be no failure. Part of the caller's transaction. */
export async function refund(tx: Tx, reservation: Reservation): Promise<void> {
  const greatest = sql.raw(tx.traits.greatest)
  const cases = reservation.buckets.map(({ bucket, failures }) =>
    bucket.limit.kind === 'waits'
      ? sql`when ${bucket.key} then case when failures = ${failures} then previous_opens_at else opens_at end`
      : sql`when ${bucket.key} then ${greatest}(0, opens_at - ${bucket.limit.every})`,
  )
  const keys = reservation.buckets.map(({ bucket }) => bucket.key)
  await sql`update throttle set
      failures = ${greatest}(0, failures - 1),
      opens_at = case bucket ${sql.join(cases, sql` `)} else opens_at end
    where bucket in (${sql.join(keys)})`.execute(tx.query)
}

/** Counters kept at most; past them those with a single failure go first. Bounds what an attack can make us store. */
const MAX_COUNTERS = 200_000

/** Forgets counters whose time is over, and any beyond the bound. */
export async function sweepCounters(db: Database, now: number): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query.deleteFrom('throttle').where('expires_at', '<=', now).execute()
    const { n } = await tx.query
      .selectFrom('throttle')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    const beyond = Number(n) - MAX_COUNTERS
    if (beyond <= 0) return
    await tx.query
      .deleteFrom('throttle')
      .where(
        'bucket',
        'in',
        tx.query
          .selectFrom('throttle')
          .select('bucket')
          .orderBy('failures')
          .orderBy('expires_at')
          .limit(beyond),
      )
      .execute()
  })
}
