import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { recordEvent } from '../../src/events/index.ts'
import { holdIssue } from '../../src/issues/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall, openTestIssue, type Reply, valuesFor } from '../support/calls.ts'
import { type Endpoint, type ReceivedCall, startEndpoint, withStatus } from '../support/endpoint.ts'
import { upload } from '../support/uploads.ts'
import { withoutRules } from '../rules/support.ts'

/** What signs a call, worked out from the words of Standard Webhooks alone. */
export function signatureOf(secret: string, { headers, body }: ReceivedCall): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}

export function signaturesIn({ headers }: ReceivedCall): string[] {
  return String(headers['webhook-signature']).split(' ')
}

let made = 0

/** A webhook of its own that calls an endpoint of the test; answers it as it was made, with its secret. */
export async function makeWebhook(
  app: TestApp,
  to: Endpoint | string,
  more: object = {},
): Promise<Reply['json']> {
  const url = typeof to === 'string' ? to : `http://127.0.0.1:${to.port}/hooks`
  const content = { name: `Webhook ${++made}`, url, events: ['*'] }
  return (await expectCall(201, app, 'POST', '/webhooks', { ...content, ...more })).json
}

/** The calls that are on their way, or were made, of a webhook; oldest first. */
export function callsOf(app: TestApp, id: string) {
  return app.db.read.selectFrom('deliveries').selectAll().where('recipient', '=', id).orderBy('id').execute()
}

export async function attemptsOf(app: TestApp, id: string): Promise<Reply['json'][]> {
  return (await expectCall(200, app, 'GET', `/webhooks/${id}/attempts`)).json.items
}

/** A suite on both stores without rules, with an endpoint that takes what comes, and webhooks that end with each test. */
export function onBothStoresWithEndpoint(
  name: string,
  suite: (app: () => TestApp, endpoint: () => Endpoint) => void,
): void {
  onBothStores(name, (app) => {
    let endpoint: Endpoint
    beforeAll(async () => {
      endpoint = await startEndpoint()
      app().outboundPorts.add(endpoint.port)
      await withoutRules(app())
    })
    afterEach(async () => {
      await withoutRules(app())
      const { json } = await expectCall(200, app(), 'GET', '/webhooks')
      for (const { id } of json.items) await expectCall(204, app(), 'DELETE', `/webhooks/${id}`)
      await app().drain()
      endpoint.received.splice(0)
      endpoint.answer(withStatus(204))
    })
    afterAll(() => endpoint.stop())
    suite(app, () => endpoint)
  })
}

export const payloadsOf = (received: readonly ReceivedCall[]) => received.map(({ body }) => JSON.parse(body))
export const typesOf = (received: readonly ReceivedCall[]): string[] =>
  payloadsOf(received).map(({ type }) => type)

const CANARY = 'canary-of-a-customer'
const CANARY_CONTACT = { name: CANARY, email: `${CANARY}@example.com`, phone: '+420601999888' }

/** Does to an issue all that a webhook is told of, and answers its number. */
export async function liveThrough(app: TestApp): Promise<string> {
  const { number } = await openTestIssue(app, { contact: CANARY_CONTACT, values: { defect: CANARY } })
  const url = `/issues/${number}`
  await expectCall(200, app, 'PATCH', url, { due: '2026-12-20', values: { product: CANARY } })
  const { json } = await expectCall(200, app, 'GET', url)
  const step = json.transitions[0].to
  const values = await valuesFor(app, 'warranty', step)
  await expectCall(200, app, 'POST', `${url}/transitions`, { to: step, comment: CANARY, values })
  await expectCall(201, app, 'POST', `${url}/messages`, { body: CANARY })
  await expectCall(201, app, 'POST', `${url}/messages`, { body: CANARY, internal: true })
  await upload(app, `${url}/attachments`, [{ name: 'file', filename: `${CANARY}.txt`, bytes: CANARY }])
  const at = app.clock.now
  const later = [
    { kind: 'issue.step-undone', from: step, to: 'received', since: at },
    {
      kind: 'deadline.moved',
      from: null,
      to: '2026-12-24',
      reason: 'started',
      state: { from: null, to: 'running' },
      rule: { from: null, to: 'some-rule' },
    },
    {
      kind: 'deadline.extended',
      from: '2026-12-24',
      to: '2027-01-07',
      consent: { by: CANARY, at: '2026-12-01', how: 'phone' },
      comment: CANARY,
    },
    { kind: 'deadline.near', due: '2026-12-24', before: '2d', at: '08:00', moment: at },
    { kind: 'deadline.passed', due: '2026-12-24', after: null, moment: at, lateBy: 5 },
    { kind: 'waiting.for-customer', since: at, for: '5d', moment: at },
    { kind: 'schedule', rule: 'some rule', tick: at },
  ] as const
  await app.db.transaction(async (tx) => {
    const { id: issueId } = await holdIssue(tx, number)
    for (const event of later) {
      await recordEvent(tx, { issueId, actor: app.ctx.actor, at, event, cause: undefined })
    }
  })
  await app.drain()
  return number
}
