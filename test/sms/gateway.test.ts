import { afterAll, beforeEach, expect, test } from 'vitest'
import { DAY, HOUR, SECOND } from '../../src/base/index.ts'
import { verifySignature } from '../../src/outbound/index.ts'
import { stateOf, stored } from '../deliveries/support.ts'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue } from '../support/calls.ts'
import { startEndpoint, withStatus } from '../support/endpoint.ts'
import { report, SMS_SECRET } from '../support/sms.ts'
import { newNumber, sendText, sentTo } from './support.ts'

const gateway = await startEndpoint()
afterAll(() => gateway.stop())
const url = `http://127.0.0.1:${gateway.port}/send?account=7`

onBothStores(
  'the gateway of text messages',
  (app) => {
    beforeEach(async () => {
      await app().drain()
      gateway.answer(withStatus(204))
      gateway.received.length = 0
    })

    test('R56 gets a signed call that says all it needs', async () => {
      const to = newNumber()
      const id = await sendText(app(), to, { text: 'Vaše zásilka je zde.' })
      await app().drain()
      expect(gateway.received).toHaveLength(1)
      const [received] = gateway.received
      expect(received).toMatchObject({ method: 'POST', url: '/send?account=7' })
      expect(received?.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': id })
      const { headers = {}, body = '' } = received ?? {}
      const now = app().clock.now
      expect(verifySignature({ headers, body, secrets: [SMS_SECRET], now })).toBe(true)
      expect(verifySignature({ headers, body: `${body} `, secrets: [SMS_SECRET], now })).toBe(false)
      expect(sentTo(gateway)).toEqual([
        {
          type: 'sms.send',
          timestamp: new Date(now).toISOString(),
          data: {
            id,
            to,
            text: 'Vaše zásilka je zde.',
            encoding: 'ucs-2',
            segments: 1,
            locale: 'en',
            reportUrl: 'http://localhost:3000/api/v1/sms/reports',
          },
        },
      ])
      expect((await expectCall(200, app(), 'GET', `/deliveries/${id}`)).json).toMatchObject({
        channel: 'sms',
        to,
        state: 'sent',
        subject: '',
        html: '',
        segments: 1,
        report: null,
        messageId: id,
      })
      expect((await expectCall(200, app(), 'GET', '/sms')).json.configured).toBe(true)
    })

    test.each([500, 503, 429, 401, 403, 301])('%s is tried again, with the same id', async (status) => {
      gateway.answer(withStatus(status, { location: 'http://127.0.0.1:1/' }))
      const id = await sendText(app(), newNumber())
      await app().drain()
      expect(await stateOf(app(), id)).toBe('pending after 1')
      expect((await stored(app(), id)).last_error).toBe(`the gateway of text messages answered (${status})`)
      gateway.answer(withStatus(202))
      app().clock.advance(10 * SECOND)
      await app().drain()
      expect(await stateOf(app(), id)).toBe('sent after 2')
      expect(gateway.received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id])
    })

    test.each([400, 404, 410, 422])('%s is final', async (status) => {
      gateway.answer(withStatus(status))
      const id = await sendText(app(), newNumber())
      await app().drain()
      expect(await stateOf(app(), id)).toBe('failed after 1')
      expect((await stored(app(), id)).last_error).toBe(`the gateway of text messages refused it (${status})`)
      app().clock.advance(DAY)
      await app().drain()
      expect(gateway.received).toHaveLength(1)
      expect(app().logged.some(({ message }) => message.includes(`(${status}): ${id}`))).toBe(true)
    })

    test('R73 one that takes it and does not answer gets it again with the same id', async () => {
      gateway.answer((_response, _call, socket) => socket.destroy())
      const id = await sendText(app(), newNumber())
      await app().drain()
      expect(await stateOf(app(), id)).toBe('pending after 1')
      expect((await stored(app(), id)).last_error).toMatch(/^the gateway of text messages did not answer: /)
      gateway.answer(withStatus(200))
      app().clock.advance(10 * SECOND)
      await app().drain()
      expect(gateway.received.map(({ headers }) => headers['webhook-id'])).toEqual([id, id])
    })

    test('R76 one that stalls keeps no mail waiting', async () => {
      const { promise, resolve: release } = Promise.withResolvers<void>()
      gateway.answer((response) => void promise.then(() => response.writeHead(204).end()))
      const text = await sendText(app(), newNumber())
      const { number } = await openTestIssue(app())
      const { json } = await expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'Hello' })
      const drained = app().drain()
      await gateway.untilReceived(1)
      expect(await stateOf(app(), text)).toBe('pending after 0')
      release()
      await drained
      await app().drain()
      expect(await stateOf(app(), text)).toBe('sent after 1')
      expect(await stateOf(app(), json.delivery)).toBe('sent after 1')
    })

    test('R56 a report is kept once, whatever comes after it', async () => {
      const id = await sendText(app(), newNumber())
      await app().drain()
      const shown = async () => (await expectCall(200, app(), 'GET', `/deliveries/${id}`)).json.report
      const reason = ' unknown\r\n subscriber '
      expect((await report(app(), { id, state: 'undelivered', reason })).status).toBe(204)
      const kept = {
        state: 'undelivered',
        reason: 'unknown subscriber',
        at: new Date(app().clock.now).toISOString(),
      }
      expect(await shown()).toEqual(kept)
      app().clock.advance(HOUR)
      expect((await report(app(), { id, state: 'undelivered', reason })).status).toBe(204)
      expect((await report(app(), { id, state: 'delivered' })).status).toBe(204)
      expect(await shown()).toEqual(kept)
      const other = await sendText(app(), newNumber())
      await app().drain()
      const all = await Promise.all(
        ['delivered', 'undelivered', 'delivered'].map((state) => report(app(), { id: other, state })),
      )
      expect(all.map(({ status }) => status)).toEqual([204, 204, 204])
    })

    test('R56 a stranger reports nothing', async () => {
      const id = await sendText(app(), newNumber())
      await app().drain()
      const data = { id, state: 'delivered' }
      const now = app().clock.now
      for (const more of [
        { secret: 'another secret of thirty bytes....' },
        { at: now - 301 * SECOND },
        { at: now + 301 * SECOND },
        { headers: { 'webhook-id': 'another' } },
        { headers: { 'webhook-signature': '' } },
        { headers: { 'webhook-timestamp': String(Math.floor(now / 1000) + 1) } },
      ]) {
        expect((await report(app(), data, more)).status, JSON.stringify(more)).toBe(401)
      }
      const body = { type: 'sms.report', data }
      for (const token of [null, app().tokens.admin]) {
        expect((await call(app(), 'POST', '/sms/reports', body, { token })).status).toBe(401)
      }
      // Who may not report is not told what is wrong with the report.
      const wrong = { type: 'nonsense' }
      expect((await call(app(), 'POST', '/sms/reports', wrong, { token: null })).status).toBe(401)
      expect((await stored(app(), id)).report).toBeNull()
    })

    test('a wrong report is refused by name', async () => {
      const id = await sendText(app(), newNumber())
      await app().drain()
      const wrong = async (data: object, body?: unknown) => {
        const { status, json } = await report(app(), data, body === undefined ? {} : { body })
        return [status, ...(json.errors ?? []).map(({ path }: { path: string }) => path)]
      }
      expect(await wrong({ id, state: 'arrived' })).toEqual([422, 'data.state'])
      expect(await wrong({ state: 'delivered' })).toEqual([422, 'data.id'])
      expect(await wrong({}, { type: 'sms.send', data: { id, state: 'delivered' } })).toEqual([422, 'type'])
      expect(await wrong({ id: 'nobody', state: 'delivered' })).toEqual([404])
      const stopped = await sendText(app(), '+421901123456')
      expect(await wrong({ id: stopped, state: 'delivered' })).toEqual([404])
      const { number } = await openTestIssue(app())
      const { json } = await expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'Hello' })
      await app().drain()
      expect(await wrong({ id: json.delivery, state: 'delivered' })).toEqual([404])
    })
  },
  { smsGateway: { url, secret: SMS_SECRET } },
)

onBothStores('without a gateway', (app) => {
  test('text messages are captured, and nobody reports', async () => {
    const to = newNumber()
    const id = await sendText(app(), to, { text: 'Až přijdete,\nbude hotovo.' })
    await app().drain()
    expect((await expectCall(200, app(), 'GET', `/deliveries/${id}`)).json).toMatchObject({
      state: 'sent',
      report: { state: 'captured', reason: null },
    })
    const captured = await expectCall(200, app(), 'GET', `/deliveries/${id}/captured`)
    expect(captured.text).toContain(`Subject: Text message to ${to} (1 x ucs-2)\r\n`)
    expect(captured.text).toContain('\r\n\r\nAž přijdete,\r\nbude hotovo.\r\n')
    expect((await report(app(), { id, state: 'delivered' })).status).toBe(404)
  })
})
