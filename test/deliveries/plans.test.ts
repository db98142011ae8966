import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp('sqlite')
})
afterAll(() => app.stop())

/** How SQLite means to run what was asked of it since the last call, as far as it chooses among deliveries or events. */
async function plans(table: string): Promise<string[]> {
  const asked = app.takeStatements().filter((statement) => statement.startsWith('select'))
  const all: string[] = []
  for (const statement of new Set(asked.filter((text) => text.includes(`from "${table}"`)))) {
    const explained = await sql
      .raw<{ detail: string }>(`explain query plan ${statement}`)
      .execute(app.db.read)
    all.push(explained.rows.map(({ detail }) => detail).join('; '))
  }
  return all
}

test('what the sender asks does not grow with what waits, nor lists with what was sent', async () => {
  const { number } = await openTestIssue(app)
  app.takeStatements()
  await app.drain()
  const sending = await plans('deliveries')
  expect(sending.length).toBeGreaterThan(2)
  for (const plan of sending) expect(plan).not.toMatch(/TEMP B-TREE|SCAN (?!deliveries USING INDEX)/)
  expect(sending.join()).toContain('deliveries_due (channel=? AND next_at<?)')
  expect(sending.join()).toContain('deliveries_changed')

  for (const state of ['pending', 'failed', 'dead']) {
    await expectCall(200, app, 'GET', `/deliveries?state=${state}`)
    expect((await plans('deliveries')).join()).toContain(`deliveries_${state}`)
    await expectCall(200, app, 'GET', `/deliveries?state=${state}&issue=${number}`)
    expect((await plans('deliveries')).join()).toContain('deliveries_issue (issue_id=?)')
  }
})

test('what a number got lately is found by the number', async () => {
  const { number } = await openTestIssue(app)
  const text = { key: 'text', channel: 'sms', name: 'Text', body: { en: 'Ready.' } }
  await expectCall(201, app, 'POST', '/message-templates', text)
  app.takeStatements()
  await expectCall(201, app, 'POST', `/issues/${number}/status-link`, { template: 'text' })
  expect((await plans('deliveries')).join()).toContain('deliveries_texts (recipient=?)')
})

test('a dry run of a rule whose trigger is rare does not walk all that happened', async () => {
  const { json } = await expectCall(200, app, 'GET', '/business-rules')
  app.takeStatements()
  await expectCall(200, app, 'POST', `/business-rules/${json.items[0].id}/dry-run`)
  expect((await plans('events')).join()).toContain('events_kind_at (kind=? AND at>? AND at<?)')
})
