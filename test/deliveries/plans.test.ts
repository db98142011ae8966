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
  for (const statement of new Set(asked.filter((text) => text.includes(`from "${table}"`))))
    all.push(await planOf(statement))
  return all
}

async function planOf(statement: string): Promise<string> {
  const explained = await sql.raw<{ detail: string }>(`explain query plan ${statement}`).execute(app.db.read)
  return explained.rows.map(({ detail }) => detail).join('; ')
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

test('R76 what waits for one webhook is not walked over for the sake of others', async () => {
  // Nobody listens there.
  app.outboundPorts.add(9)
  const webhook = { name: 'Shop', url: 'http://127.0.0.1:9/', events: ['issue.created'] }
  const { json } = await expectCall(201, app, 'POST', '/webhooks', webhook)
  await openTestIssue(app)
  app.takeStatements()
  await app.drain()
  const statements = app.takeStatements().filter((text) => /channel"? = 'webhook'/.test(text))
  const all = await Promise.all([...new Set(statements)].map(planOf))
  expect(all.join()).toContain('deliveries_calls (channel=? AND recipient>?)')
  expect(all.join()).toContain('deliveries_calls (channel=? AND recipient=? AND next_at<?)')
  expect(all.join()).not.toMatch(/TEMP B-TREE|SCAN deliveries/)
  await expectCall(204, app, 'DELETE', `/webhooks/${json.id}`)
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
