import type { Tx } from '../db/index.ts'
import type { RecordedEvent } from '../events/index.ts'

/**
 * Keeps a change that is taken back from having consequences, as far as it had none yet: rules do not look at it, and
 * messages that have not left do not leave. What calls of webhooks are on their way stay: they are told of its end, too.
 * @param move.isWaiting - whether the rules have still to look at it
 * @returns whether nobody has learnt of it
 */
export async function callBack(
  tx: Tx,
  move: { issueId: string; event: RecordedEvent; isWaiting: boolean },
): Promise<boolean> {
  const { issueId, event } = move
  if (move.isWaiting) {
    await tx.query
      .deleteFrom('pending_events')
      .where('issue_id', '=', issueId)
      .where('event_id', 'in', await causedWith(tx, issueId, event))
      .execute()
    return true
  }
  const withdrawn = await tx.query
    .deleteFrom('deliveries')
    .where('issue_id', '=', issueId)
    .where('event_id', '=', event.id)
    .where('channel', '!=', 'webhook')
    .where('state', '=', 'pending')
    .where('lease', 'is', null)
    .returning('id')
    .execute()
  await forgetRuns(
    tx,
    event.id,
    withdrawn.map(({ id }) => id),
  )
  return false
}

/** How many messages a change has caused that have left, or are about to. */
export async function countSent(tx: Tx, issueId: string, event: RecordedEvent): Promise<number> {
  const { sent } = await tx.query
    .selectFrom('deliveries')
    .select((eb) => eb.fn.countAll<number>().as('sent'))
    .where('issue_id', '=', issueId)
    .where('event_id', '=', event.id)
    .where('channel', '!=', 'webhook')
    .where('state', 'in', ['pending', 'sent'])
    .executeTakeFirstOrThrow()
  return sent
}

/** A change of step, and the deadline that moved with it. */
async function causedWith(tx: Tx, issueId: string, event: RecordedEvent): Promise<string[]> {
  const rows = await tx.query
    .selectFrom('events')
    .select('id')
    .where('issue_id', '=', issueId)
    .where('at', '=', event.at)
    .where('kind', '=', 'deadline.moved')
    .execute()
  return [event.id, ...rows.map(({ id }) => id)]
}

/** A rule that fires once for an issue may do so again where all that it sent was withdrawn. */
async function forgetRuns(tx: Tx, eventId: string, withdrawn: readonly string[]): Promise<void> {
  if (withdrawn.length === 0) return
  const runs = await tx.query
    .selectFrom('rule_runs')
    .select(['id', 'outcome'])
    .where('event_id', '=', eventId)
    .execute()
  const gone = runs.filter(({ outcome }) => {
    const sent = deliveriesIn(outcome)
    return sent.length > 0 && sent.every((id) => withdrawn.includes(id))
  })
  if (gone.length === 0) return
  await tx.query
    .deleteFrom('rule_runs')
    .where(
      'id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute()
}

/** What a run put on its way; the column holds what the rules wrote there. */
function deliveriesIn(outcome: string): string[] {
  return (JSON.parse(outcome) as { deliveries: string[] }[]).flatMap(({ deliveries }) => deliveries)
}
