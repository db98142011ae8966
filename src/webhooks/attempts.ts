import { DAY, MINUTE, newId, Refusal } from '../base/index.ts'
import type { Database, Schema } from '../db/index.ts'
import type { Reply } from './call-endpoint.ts'

/** One call of an endpoint, and what became of it. */
export type Attempt = {
  id: string
  /** `null` where somebody tried the webhook. */
  delivery: string | null
  /** Type of the payload. */
  event: string
  outcome: Reply['outcome']
  /** Like `4xx`; `null` where no answer came. */
  statusClass: string | null
  /** Milliseconds until the answer came; `null` where none did, since that would tell a closed port from a silent one. */
  duration: number | null
  at: number
}

const KEPT_FOR = 30 * DAY
const BATCH = 500
const MOST_TESTS_A_MINUTE = 10
const TEST_EVENT = 'webhook.test'

/** The newest attempts of a webhook before a given id (all when null), newest first. */
export async function findAttempts(
  db: Database,
  webhookId: string,
  before: string | null,
  limit: number,
): Promise<Attempt[]> {
  let query = db.read
    .selectFrom('webhook_attempts')
    .select([
      'id',
      'delivery_id as delivery',
      'event',
      'outcome',
      'status_class as statusClass',
      'duration',
      'at',
    ])
    .where('webhook_id', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(limit)
  if (before) query = query.where('id', '<', before)
  return query.execute()
}

/** Keeps an attempt; where its webhook was deleted meanwhile this fails. */
export async function keepAttempt(
  db: Database,
  now: number,
  attempt: { webhookId: string; delivery: string; event: string; reply: Reply },
): Promise<void> {
  const { webhookId, delivery, event, reply } = attempt
  await db.transaction(
    (tx) =>
      tx.query
        .insertInto('webhook_attempts')
        .values(rowOf(now, { webhookId, delivery, event }, reply))
        .execute(),
    { outlives: 'kill', isBackground: true },
  )
}

/**
 * Counts a try, before it is made: as one to which no answer came, until {@link endTest} says otherwise.
 * @throws Refusal `too-many-requests` for the eleventh of all webhooks within a minute
 */
export async function beginTest(db: Database, now: number, webhookId: string): Promise<string> {
  return db.transaction(async (tx) => {
    // Those who count at the same time wait for one another.
    if (tx.traits.kind === 'postgres')
      await tx.query.selectFrom('webhooks').select('id').orderBy('id').forNoKeyUpdate().execute()
    const { tests } = await tx.query
      .selectFrom('webhook_attempts')
      .select((eb) => eb.fn.countAll<number>().as('tests'))
      .where('event', '=', TEST_EVENT)
      .where('at', '>', now - MINUTE)
      // What a clock that was wrong dated into the future closes nothing.
      .where('at', '<', now + MINUTE)
      .executeTakeFirstOrThrow()
    if (tests >= MOST_TESTS_A_MINUTE) {
      throw new Refusal(
        'too-many-requests',
        `Webhooks are tried at most ${MOST_TESTS_A_MINUTE} times a minute.`,
        { headers: { 'retry-after': '60' } },
      )
    }
    const row = rowOf(now, { webhookId, delivery: null, event: TEST_EVENT }, NO_REPLY)
    await tx.query.insertInto('webhook_attempts').values(row).execute()
    return row.id
  })
}

/** Writes down what became of a try. */
export async function endTest(
  db: Database,
  id: string,
  { outcome, statusClass, duration }: Reply,
): Promise<void> {
  await db.transaction((tx) =>
    tx.query
      .updateTable('webhook_attempts')
      .set({ outcome, status_class: statusClass, duration })
      .where('id', '=', id)
      .execute(),
  )
}

/** Forgets attempts that are older than 30 days, some at a time, so that nobody waits long for their turn to write. */
export async function sweepAttempts(db: Database, now: number): Promise<void> {
  for (let deleted = BATCH; deleted >= BATCH; ) {
    const { numDeletedRows } = await db.transaction((tx) => {
      const old = tx.query
        .selectFrom('webhook_attempts')
        .select('id')
        .where('at', '<', now - KEPT_FOR)
        .limit(BATCH)
      return tx.query.deleteFrom('webhook_attempts').where('id', 'in', old).executeTakeFirst()
    })
    deleted = Number(numDeletedRows)
  }
}

const NO_REPLY: Reply = { outcome: 'failed', statusClass: null, duration: null, reason: null, code: 'none' }

function rowOf(
  now: number,
  { webhookId, delivery, event }: { webhookId: string; delivery: string | null; event: string },
  { outcome, statusClass, duration }: Reply,
): Schema['webhook_attempts'] {
  return {
    id: newId(now),
    webhook_id: webhookId,
    delivery_id: delivery,
    event,
    outcome,
    status_class: statusClass,
    duration,
    at: now,
  }
}
