import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../src/base/index.ts'
import { expectCall } from '../support/calls.ts'
import { startEndpoint, withStatus } from '../support/endpoint.ts'
import { attemptsOf, makeWebhook, onBothStoresWithEndpoint, signatureOf, signaturesIn } from './support.ts'

onBothStoresWithEndpoint('a webhook that is tried', (app, endpoint) => {
  const tried = async (id: string) => (await expectCall(200, app(), 'POST', `/webhooks/${id}/test`)).json

  test('sends a payload about no issue, on or off, and keeps the attempt', async () => {
    const { id, secret } = await makeWebhook(app(), endpoint(), { enabled: false })
    app().clock.advance(HOUR)
    expect(await tried(id)).toEqual({ outcome: 'delivered', statusClass: '2xx', reason: null })
    const [received] = endpoint().received
    if (!received) throw new Error('nothing came')
    expect(JSON.parse(received.body)).toEqual({
      type: 'webhook.test',
      timestamp: new Date(app().clock.now).toISOString(),
      version: 1,
      data: {},
    })
    expect(signaturesIn(received)).toEqual([signatureOf(secret, received)])
    endpoint().answer(withStatus(404))
    expect(await tried(id)).toEqual({
      outcome: 'failed',
      statusClass: '4xx',
      reason: 'the endpoint answered 4xx',
    })
    expect(await attemptsOf(app(), id)).toMatchObject([
      { outcome: 'failed', statusClass: '4xx', event: 'webhook.test', delivery: null },
      { outcome: 'delivered', statusClass: '2xx', event: 'webhook.test', delivery: null },
    ])
  })

  test('is tried ten times a minute, also at once', async () => {
    const { id } = await makeWebhook(app(), endpoint())
    app().clock.advance(HOUR)
    const url = `/api/v1/webhooks/${id}/test`
    const authorization = `Bearer ${app().tokens.admin}`
    const one = () =>
      app().app.inject({ method: 'POST', url, headers: { host: 'localhost:3000', authorization } })
    const statuses = (await Promise.all(Array.from({ length: 15 }, one))).map(({ statusCode }) => statusCode)
    expect(statuses.toSorted((a, b) => a - b)).toEqual([...Array(10).fill(200), ...Array(5).fill(429)])
    app().clock.advance(MINUTE)
    expect(await tried(id)).toMatchObject({ outcome: 'delivered' })
  })

  describe('R55 what it tells of a port', () => {
    test('a closed, a silent and a foreign one look the same, in words and in time', {
      timeout: 60_000,
    }, async () => {
      const closed = await startEndpoint()
      await closed.stop()
      const foreign = await startEndpoint()
      foreign.answer((_response, _call, socket) => void socket.end('220 mail.example ESMTP\r\n'))
      app().outboundPorts.add(closed.port).add(foreign.port)
      endpoint().answer(() => {})
      app().clock.advance(HOUR)
      const answers = await Promise.all(
        [endpoint(), closed, foreign].map(async (to) => {
          const { id } = await makeWebhook(app(), to, { enabled: false })
          const began = performance.now()
          const answer = await tried(id)
          const [attempt] = await attemptsOf(app(), id)
          const { outcome, statusClass, duration } = attempt
          const seconds = Math.floor((performance.now() - began + 50) / 5000)
          return { answer, kept: { outcome, statusClass, duration }, isLong: seconds >= 1 }
        }),
      )
      for (const answer of answers) {
        expect(answer).toEqual({
          answer: { outcome: 'failed', statusClass: null, reason: 'no answer came' },
          kept: { outcome: 'failed', statusClass: null, duration: null },
          isLong: true,
        })
      }
      await foreign.stop()
    })

    test('an address that may not be called any more is refused before anything is called', async () => {
      const { id } = await makeWebhook(app(), endpoint())
      app().clock.advance(HOUR)
      app().outboundPorts.delete(endpoint().port)
      try {
        expect(await tried(id)).toEqual({
          outcome: 'refused',
          statusClass: null,
          reason: expect.stringMatching(/^its address may not be called: one of the ports 80, 443\b/),
        })
        const { json } = await expectCall(200, app(), 'GET', `/webhooks/${id}`)
        expect(json.broken).toMatchObject([{ path: 'url' }])
      } finally {
        app().outboundPorts.add(endpoint().port)
      }
      expect(endpoint().received).toEqual([])
    })
  })
})
