import { SECOND } from '../base/index.ts'
import type { Tx } from '../db/index.ts'
import type { Claimed } from './claim.ts'
import { maskLinkKeys } from './mask-link-keys.ts'
import { waitAfter } from './retry-schedule.ts'

/** What became of an attempt; `code` is what the log may tell of a reason. */
export type Outcome =
  | { kind: 'sent' }
  /** It was not begun, or not to its end, through no fault of its own. */
  | { kind: 'held-up' }
  | { kind: 'failed'; reason: string; permanent: boolean; code: string }

/** `gone`: its issue was erased. `lost`: somebody else had taken it over. */
export type Settled = 'sent' | 'pending' | 'failed' | 'dead' | 'gone' | 'lost'

/**
 * Writes down what became of an attempt.
 * @param chance 0 to 1, by which the next attempt comes a little earlier or later
 */
export async function settle(
  tx: Tx,
  now: number,
  input: { claimed: Claimed; lease: string; outcome: Outcome; chance: number },
): Promise<Settled> {
  const { claimed, lease, outcome } = input
  tx.tell({ of: 'issue', id: claimed.issueId, kind: 'delivery' })
  const row = tx.query.updateTable('deliveries').where('id', '=', claimed.id).where('state', '=', 'pending')
  if (outcome.kind === 'sent') {
    // Whoever holds the lease by now: it was sent.
    const done = await row
      .set({
        state: 'sent',
        attempts: claimed.attempts + 1,
        lease: null,
        changed_at: now,
        settled_at: now,
        last_error: null,
        ...masked(claimed),
      })
      .executeTakeFirst()
    return done.numUpdatedRows > 0n ? 'sent' : missing(tx, claimed.id)
  }
  const next = nextOf(outcome, claimed.attempts, now, input.chance)
  const done = await row
    .where('lease', '=', lease)
    .set({ ...next, lease: null, changed_at: now })
    .executeTakeFirst()
  return done.numUpdatedRows > 0n ? next.state : missing(tx, claimed.id)
}

async function missing(tx: Tx, id: string): Promise<'gone' | 'lost'> {
  const row = await tx.query.selectFrom('deliveries').select('id').where('id', '=', id).executeTakeFirst()
  return row ? 'lost' : 'gone'
}

function nextOf(outcome: Exclude<Outcome, { kind: 'sent' }>, attempts: number, now: number, chance: number) {
  if (outcome.kind === 'held-up') return { state: 'pending' as const, next_at: now + 5 * SECOND }
  const failed = { attempts: attempts + 1, last_error: outcome.reason }
  if (outcome.permanent) return { ...failed, state: 'failed' as const, settled_at: now }
  const wait = waitAfter(attempts + 1, chance)
  if (wait === null) return { ...failed, state: 'dead' as const, settled_at: now }
  return { ...failed, state: 'pending' as const, next_at: now + wait }
}

/** The texts in which there was a key to mask; the others need not be written again. */
function masked(claimed: Claimed): Partial<Pick<Claimed, 'subject' | 'text' | 'html'>> {
  const texts: Partial<Pick<Claimed, 'subject' | 'text' | 'html'>> = {}
  for (const part of ['subject', 'text', 'html'] as const) {
    const after = maskLinkKeys(claimed[part])
    if (after !== claimed[part]) texts[part] = after
  }
  return texts
}
