import { sql } from 'kysely'
import { earliestId, HOUR, newId, Refusal } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import type { NewDelivery } from './delivery.ts'

/** How many messages an installation sends in an hour for people to see how they arrive. */
export const MOST_TESTS_AN_HOUR = 20

/** Any number; nothing else may lock by it. */
const TESTS_LOCK = 7_354_127

/** A message for whoever wants to see how a template arrives; `issueId` is `null` where its issue is made up. */
export type TestMessage = Pick<
  NewDelivery,
  'channel' | 'to' | 'locale' | 'subject' | 'text' | 'html' | 'templateKey' | 'segments'
> & { issueId: string | null }

/**
 * Stores a test that is to leave once the transaction is committed.
 * @returns its id
 * @throws Refusal `too-many-requests`
 */
export async function enqueueTest(tx: Tx, now: number, test: TestMessage): Promise<string> {
  const { issueId, templateKey, to, segments, ...content } = test
  await refuseTooMany(tx, now)
  const id = newId(now)
  await tx.query
    .insertInto('deliveries')
    .values({
      id,
      issue_id: issueId,
      event_id: null,
      rule_id: null,
      template_key: templateKey,
      unique_key: `test:${id}`,
      recipient: to,
      state: 'pending',
      attempts: 0,
      lease: null,
      next_at: now,
      changed_at: now,
      created_at: now,
      settled_at: null,
      last_error: null,
      segments: segments ?? null,
      ...content,
    })
    .execute()
  tx.signal('deliveries')
  return id
}

async function refuseTooMany(tx: Tx, now: number): Promise<void> {
  // Two who count at the same moment must not both find room.
  if (tx.traits.kind === 'postgres') await sql`select pg_advisory_xact_lock(${TESTS_LOCK})`.execute(tx.query)
  const { sent } = await tx.query
    .selectFrom('deliveries')
    .select((eb) => eb.fn.countAll<number | string>().as('sent'))
    // Ids sort by time. What a clock that was wrong dated into the future closes nothing.
    .where('unique_key', '>=', `test:${earliestId(now - HOUR)}`)
    .where('unique_key', '<', `test:${earliestId(now + HOUR)}`)
    .executeTakeFirstOrThrow()
  if (Number(sent) < MOST_TESTS_AN_HOUR) return
  throw new Refusal(
    'too-many-requests',
    `${MOST_TESTS_AN_HOUR} tests were sent within an hour, and no more are allowed.`,
    { headers: { 'retry-after': String(HOUR / 1000) } },
  )
}
