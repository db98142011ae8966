import type { TestApp } from '../support/app.ts'
import { expectCall } from '../support/calls.ts'

/** Removes what the starter configuration brings, so that a test sees its own rules alone. */
export async function withoutRules(app: TestApp): Promise<void> {
  await app.drain()
  const { json } = await expectCall(200, app, 'GET', '/business-rules?limit=200')
  for (const { id } of json.items) await expectCall(204, app, 'DELETE', `/business-rules/${id}`)
}

let made = 0

/** A template of its own; answers its key. */
export async function makeTemplate(
  app: TestApp,
  texts: { subject?: Record<string, string>; body?: Record<string, string> } = {},
): Promise<string> {
  const key = `test-template-${++made}`
  await expectCall(201, app, 'POST', '/message-templates', {
    key,
    channel: 'email',
    name: key,
    subject: { en: 'Your claim {{issue_number}}', cs: 'Reklamace {{issue_number}}' },
    body: { en: 'Follow it here: {{issue_status_url}}', cs: 'Sledujte ji zde: {{issue_status_url}}' },
    ...texts,
  })
  return key
}

/** A rule of its own; answers its id. */
export async function makeRule(app: TestApp, rule: object): Promise<string> {
  const content = {
    name: 'A rule',
    enabled: true,
    issueType: null,
    trigger: { on: 'issue.created' },
    condition: null,
  }
  return (await expectCall(201, app, 'POST', '/business-rules', { ...content, ...rule })).json.id
}

export async function runsOf(app: TestApp, id: string) {
  return (await expectCall(200, app, 'GET', `/business-rules/${id}/runs`)).json.items
}

/** What is on its way, or was sent, about an issue; oldest first. */
export async function deliveriesOf(app: TestApp, number: string) {
  return app.db.read
    .selectFrom('deliveries')
    .innerJoin('issues', 'issues.id', 'deliveries.issue_id')
    .selectAll('deliveries')
    .where('issues.number', '=', number)
    .orderBy('deliveries.id')
    .execute()
}

export async function makeUser(app: TestApp, more: object = {}): Promise<{ id: string; email: string }> {
  const email = `user${++made}@shop.example`
  const user = { email, name: `Person ${made}`, publicName: 'Service team', role: 'handler', ...more }
  return { id: (await expectCall(201, app, 'POST', '/users', user)).json.id, email }
}
