import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall, type Reply } from '../support/calls.ts'
import { type Endpoint, type ReceivedCall, startEndpoint, withStatus } from '../support/endpoint.ts'
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
export async function makeWebhook(app: TestApp, to: Endpoint | string, more: object = {}): Promise<Reply['json']> {
  const url = typeof to === 'string' ? to : `http://127.0.0.1:${to.port}/hooks`
  const content = { name: `Webhook ${++made}`, url, events: ['*'] }
  return (await expectCall(201, app, 'POST', '/webhooks', { ...content, ...more })).json
}

/** The calls that are on their way, or were made, of a webhook; oldest first. */
export function callsOf(app: TestApp, id: string) {
  return app.db.read
    .selectFrom('deliveries')
    .selectAll()
    .where('recipient', '=', id)
    .orderBy('id')
    .execute()
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
