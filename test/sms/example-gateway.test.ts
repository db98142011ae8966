import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SECOND } from '../../src/base/index.ts'
import { signatureHeaders } from '../../src/outbound/index.ts'
import { stateOf } from '../deliveries/support.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { expectCall } from '../support/calls.ts'
import { type Endpoint, startEndpoint, withStatus } from '../support/endpoint.ts'
import { SMS_SECRET } from '../support/sms.ts'
import { newNumber, sendText } from './support.ts'

const PROGRAM = fileURLToPath(new URL('../../examples/sms-gateway/gateway.mjs', import.meta.url))
const AUTH_TOKEN = 'token-of-the-account'

let twilio: Endpoint
let gateway: { url: string; child: ChildProcess }
let app: TestApp

beforeAll(async () => {
  twilio = await startEndpoint()
  gateway = await startGateway()
  const port = await freePort()
  app = await startTestApp('sqlite', {
    baseUrl: `http://127.0.0.1:${port}`,
    smsGateway: { url: `${gateway.url}/send`, secret: SMS_SECRET },
  })
  // The program has the clock of this machine.
  app.clock.now = Date.now()
  await app.app.listen({ port, host: '127.0.0.1' })
})
afterAll(async () => {
  gateway.child.kill()
  await app.stop()
  await twilio.stop()
})
beforeEach(() => {
  twilio.received.length = 0
  twilio.answer(withStatus(201))
})

async function startGateway(): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      PORT: '0',
      SMS_WEBHOOK_SECRET: SMS_SECRET,
      TWILIO_ACCOUNT_SID: 'AC123',
      TWILIO_AUTH_TOKEN: AUTH_TOKEN,
      TWILIO_FROM: '+420555010203',
      TWILIO_API: `http://127.0.0.1:${twilio.port}`,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return { url: /http:\S+/.exec(said.toString())?.[0] ?? '', child }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** What Twilio was sent, in its order. */
function sent(): Record<string, string>[] {
  return twilio.received.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))
}

/** Calls back as Twilio does; answers the status. */
async function callBack(
  callback: string,
  fields: Record<string, string>,
  token = AUTH_TOKEN,
): Promise<number> {
  const sorted = Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1))
  const signed = `${callback}${sorted.map((pair) => pair.join('')).join('')}`
  const signature = createHmac('sha1', token).update(signed).digest('base64')
  const headers = { 'x-twilio-signature': signature }
  const answer = await fetch(callback, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return answer.status
}

const reportOf = async (id: string) => (await expectCall(200, app, 'GET', `/deliveries/${id}`)).json.report

test('a text message goes to Twilio, and its delivery comes back', async () => {
  const to = newNumber()
  const id = await sendText(app, to, { text: 'Až přijdete & 1+1 [ok]' })
  await app.drain()
  expect(await stateOf(app, id)).toBe('sent after 1')
  const [call] = twilio.received
  expect(call).toMatchObject({ method: 'POST', url: '/2010-04-01/Accounts/AC123/Messages.json' })
  expect(call?.headers.authorization).toBe(`Basic ${Buffer.from(`AC123:${AUTH_TOKEN}`).toString('base64')}`)
  const [{ StatusCallback = '', ...message } = {}] = sent()
  expect(message).toEqual({ To: to, From: '+420555010203', Body: 'Až přijdete & 1+1 [ok]' })

  expect(await callBack(StatusCallback, { MessageSid: 'SM1', MessageStatus: 'sent' })).toBe(204)
  const delivered = { MessageSid: 'SM1', MessageStatus: 'delivered' }
  expect(await callBack(StatusCallback, delivered, 'another token')).toBe(403)
  expect(await reportOf(id)).toBeNull()
  expect(await callBack(StatusCallback, delivered)).toBe(204)
  await expect.poll(() => reportOf(id)).toMatchObject({ state: 'delivered', reason: null })
})

test('one that does not arrive says why', async () => {
  const id = await sendText(app, newNumber())
  await app.drain()
  const [{ StatusCallback = '' } = {}] = sent()
  const failed = { MessageStatus: 'undelivered', ErrorCode: '30003', MessageSid: 'SM2' }
  expect(await callBack(StatusCallback, failed)).toBe(204)
  await expect.poll(() => reportOf(id)).toMatchObject({ state: 'undelivered', reason: 'Twilio error 30003' })
})

test('what Twilio refuses is final, and what it cannot do now is tried again', async () => {
  twilio.answer(withStatus(400))
  const refused = await sendText(app, newNumber())
  await app.drain()
  expect(await stateOf(app, refused)).toBe('failed after 1')
  twilio.answer(withStatus(503))
  const later = await sendText(app, newNumber())
  await app.drain()
  expect(await stateOf(app, later)).toBe('pending after 1')
  twilio.answer(withStatus(201))
  app.clock.advance(10 * SECOND)
  await app.drain()
  expect(await stateOf(app, later)).toBe('sent after 2')
})

test('R56 a stranger sends nothing, and the same message leaves once', async () => {
  const data = { id: 'one', to: '+420601999888', text: 'Hello', reportUrl: 'http://127.0.0.1:1/' }
  const body = JSON.stringify({ type: 'sms.send', data })
  const post = async (secret: string, at = Date.now()) => {
    const headers = signatureHeaders({ id: 'one', at, body, secrets: [secret] })
    return (await fetch(`${gateway.url}/send`, { method: 'POST', headers, body })).status
  }
  expect(await post('another secret of thirty bytes....')).toBe(401)
  expect(await post(SMS_SECRET, Date.now() - 400 * SECOND)).toBe(401)
  expect(twilio.received).toEqual([])
  expect(await Promise.all([post(SMS_SECRET), post(SMS_SECRET)])).toEqual([200, 200])
  expect(await post(SMS_SECRET)).toBe(200)
  expect(twilio.received).toHaveLength(1)
})
