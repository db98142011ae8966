import { enqueue, type NewDelivery } from '../../src/deliveries/index.ts'
import type { TestApp } from '../support/app.ts'
import { openTestIssue } from '../support/calls.ts'

let keys = 0

/** A message to a customer, with a key of its own. */
export function letter(issueId: string, more: Partial<NewDelivery> = {}): NewDelivery {
  keys++
  return {
    issueId,
    eventId: null,
    ruleId: null,
    templateKey: 'claim-received',
    uniqueKey: `test ${keys}`,
    channel: 'email',
    to: `jana${keys}@example.com`,
    locale: 'en',
    subject: `Your claim ${keys}`,
    text: 'We have it.',
    html: '<p>We have it.</p>',
    ...more,
  }
}

/** Enqueues in a transaction of its own, now. */
export function send(app: TestApp, ...rows: NewDelivery[]): Promise<string[]> {
  return app.db.transaction((tx) => enqueue(tx, app.clock.now, rows))
}

/** A new issue: its id and its number. */
export async function newIssue(app: TestApp): Promise<{ id: string; number: string }> {
  const { number } = await openTestIssue(app)
  const row = await app.db.read
    .selectFrom('issues')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return { id: row.id, number }
}

/** A delivery as it is stored. */
export function stored(app: TestApp, id: string) {
  return app.db.read.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
