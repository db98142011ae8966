import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../src/base/index.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { withStatus } from '../support/endpoint.ts'
import {
  attemptsOf,
  callsOf,
  liveThrough,
  makeWebhook,
  onBothStoresWithEndpoint,
  signatureOf,
  signaturesIn,
} from './support.ts'

onBothStoresWithEndpoint('what becomes of calls', (app, endpoint) => {
  test('R56 while a secret is exchanged both sign, afterwards the new one alone', async () => {
    const { id, secret: old } = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    const rotated = await expectCall(200, app(), 'POST', `/webhooks/${id}/rotate`, { overlapHours: 2 })
    const { secret } = rotated.json
    expect(rotated.json.oldSecretUntil).toBe(new Date(app().clock.now + 2 * HOUR).toISOString())
    const next = async () => {
      await openTestIssue(app())
      await app().drain()
      const received = endpoint().received.at(-1)
      if (!received) throw new Error('nothing came')
      return { received, signatures: signaturesIn(received) }
    }
    const during = await next()
    expect(during.signatures).toEqual([
      signatureOf(secret, during.received),
      signatureOf(old, during.received),
    ])
    app().clock.advance(2 * HOUR)
    const after = await next()
    expect(after.signatures).toEqual([signatureOf(secret, after.received)])
    expect((await expectCall(200, app(), 'GET', `/webhooks/${id}`)).json.oldSecretUntil).toBeNull()
    await expectCall(200, app(), 'POST', `/webhooks/${id}/rotate`, { overlapHours: 0 })
    expect((await next()).signatures).toHaveLength(1)
    for (const overlapHours of [-1, 169, 1.5]) {
      await expectCall(422, app(), 'POST', `/webhooks/${id}/rotate`, { overlapHours })
    }
  })

  test.each([301, 400, 404, 429, 500, 503])(
    'R73 R74 after %i it comes again, with the same id, another time and another signature',
    async (status) => {
      const { id, secret } = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
      endpoint().answer(withStatus(status, { location: `http://127.0.0.1:${endpoint().port}/other` }))
      await openTestIssue(app())
      await app().drain()
      endpoint().answer(withStatus(204))
      app().clock.advance(10_000)
      await app().drain()
      const { received } = endpoint()
      expect(received.map(({ url }) => url)).toEqual(['/hooks', '/hooks'])
      expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
      expect(new Set(received.map(({ body }) => body)).size).toBe(1)
      expect(new Set(received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(2)
      for (const one of received) expect(signaturesIn(one)).toEqual([signatureOf(secret, one)])
      const [delivery] = await callsOf(app(), id)
      expect(delivery).toMatchObject({ state: 'sent', attempts: 2, last_error: null })
      expect(await attemptsOf(app(), id)).toMatchObject([
        { outcome: 'delivered', statusClass: '2xx', event: 'issue.created', delivery: delivery?.id },
        { outcome: 'failed', statusClass: `${Math.floor(status / 100)}xx`, delivery: delivery?.id },
      ])
    },
  )

  test('R55 what an endpoint says is kept nowhere', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    endpoint().answer((response) =>
      response.writeHead(500, { 'x-secret': 'words-of-the-far-end' }).end('words-of-the-far-end'),
    )
    await openTestIssue(app())
    await app().drain()
    const [delivery] = await callsOf(app(), id)
    expect(delivery?.last_error).toBe('the endpoint answered 5xx')
    const stored = [
      ...(await app().db.read.selectFrom('deliveries').selectAll().execute()),
      ...(await app().db.read.selectFrom('webhook_attempts').selectAll().execute()),
      ...app().logged,
    ]
    expect(JSON.stringify(stored)).not.toContain('words-of-the-far-end')
  })

  test('R74 410 ends it: nothing more is sent there, and the webhook says why', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    endpoint().answer(withStatus(410))
    await openTestIssue(app())
    await app().drain()
    await openTestIssue(app())
    app().clock.advance(HOUR)
    await app().drain()
    expect(endpoint().received).toHaveLength(1)
    expect((await callsOf(app(), id)).map(({ state, last_error }) => [state, last_error])).toEqual([
      ['failed', 'the endpoint wants no more (410); the webhook was switched off'],
    ])
    const shown = await expectCall(200, app(), 'GET', `/webhooks/${id}`)
    expect(shown.json).toMatchObject({ enabled: false, disabledBecause: expect.stringContaining('410') })
    const { json: audit } = await expectCall(200, app(), 'GET', '/audit?limit=1')
    expect(audit.items[0]).toMatchObject({
      action: 'webhook.switched-off',
      target: `webhook:${id}`,
      actor: { kind: 'system' },
    })
    // Switched on by hand it is as good as new.
    endpoint().answer(withStatus(204))
    const on = await expectCall(200, app(), 'PUT', `/webhooks/${id}`, { ...shown.json, enabled: true })
    expect(on.json).toMatchObject({ enabled: true, disabledBecause: null })
    await openTestIssue(app())
    await app().drain()
    expect(endpoint().received).toHaveLength(2)
  })

  test('what waits for a webhook that is switched off or deleted fails, with the reason', async () => {
    const off = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    const gone = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    endpoint().answer(withStatus(500))
    await openTestIssue(app())
    await app().drain()
    await expectCall(200, app(), 'PUT', `/webhooks/${off.id}`, { ...body(off), enabled: false })
    await expectCall(204, app(), 'DELETE', `/webhooks/${gone.id}`)
    app().clock.advance(10_000)
    await app().drain()
    for (const { id } of [off, gone]) {
      expect(await callsOf(app(), id)).toMatchObject([
        { state: 'failed', last_error: 'the webhook is switched off' },
      ])
    }
    expect(endpoint().received).toHaveLength(2)
  })

  const body = ({ name, url, events }: Record<string, unknown>) => ({ name, url, events })

  test('a call that failed is found among the deliveries and sent again by hand', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    endpoint().answer(withStatus(410))
    const { number } = await openTestIssue(app())
    await app().drain()
    const list = await expectCall(200, app(), 'GET', `/deliveries?channel=webhook&issue=${number}`)
    const [failed] = list.json.items
    expect(failed).toMatchObject({
      channel: 'webhook',
      to: id,
      state: 'failed',
      subject: 'issue.created',
      html: '',
      template: null,
      messageId: failed.id,
    })
    expect(JSON.parse(failed.text)).toMatchObject({ type: 'issue.created' })
    await expectCall(404, app(), 'GET', `/deliveries/${failed.id}/captured`)
    const shown = (await expectCall(200, app(), 'GET', `/webhooks/${id}`)).json
    await expectCall(200, app(), 'PUT', `/webhooks/${id}`, { ...shown, enabled: true })
    endpoint().answer(withStatus(204))
    await expectCall(200, app(), 'POST', `/deliveries/${failed.id}/retry`)
    await app().drain()
    expect((await callsOf(app(), id))[0]?.state).toBe('sent')
    expect(endpoint().received.map(({ headers }) => headers['webhook-id'])).toEqual([failed.id, failed.id])
    await expectCall(409, app(), 'POST', `/deliveries/${failed.id}/retry`)
  })

  test('R66 an erased issue takes its calls with it', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { fields: ['contact.email'] })
    endpoint().answer(withStatus(500))
    const number = await liveThrough(app())
    expect((await callsOf(app(), id)).length).toBeGreaterThan(5)
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    expect(await callsOf(app(), id)).toEqual([])
    const left = await app().db.read.selectFrom('webhook_attempts').selectAll().execute()
    expect(JSON.stringify(left)).not.toMatch(/canary|601999888/)
    expect(JSON.stringify(left)).not.toContain(number)
  })

  test('a secret that cannot be read fails calls with a reason that helps', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    await app().db.transaction(async (tx) => {
      await tx.query.updateTable('webhooks').set({ secret: 'v1.AAAA' }).where('id', '=', id).execute()
    })
    await openTestIssue(app())
    await app().drain()
    expect((await callsOf(app(), id))[0]).toMatchObject({
      state: 'pending',
      attempts: 1,
      last_error: expect.stringContaining('SECRET is another one now'),
    })
    await expectCall(200, app(), 'POST', `/webhooks/${id}/rotate`)
    app().clock.advance(10_000)
    await app().drain()
    expect((await callsOf(app(), id))[0]?.state).toBe('sent')
  })

  test('attempts are listed by page, and forgotten after thirty days', async () => {
    const { id } = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    for (let made = 0; made < 3; made++) {
      await openTestIssue(app())
      await app().drain()
      app().clock.advance(MINUTE)
    }
    const first = await expectCall(200, app(), 'GET', `/webhooks/${id}/attempts?limit=2`)
    expect(first.json.items).toHaveLength(2)
    const cursor = first.json.nextCursor
    const second = await expectCall(200, app(), 'GET', `/webhooks/${id}/attempts?limit=2&cursor=${cursor}`)
    expect(second.json).toMatchObject({
      items: [{ outcome: 'delivered', duration: expect.any(Number) }],
      nextCursor: null,
    })
    app().clock.advance(30 * 24 * HOUR - 2 * MINUTE)
    await app().running.sweep()
    expect(await attemptsOf(app(), id)).toHaveLength(2)
    app().clock.advance(HOUR)
    await app().running.sweep()
    expect(await attemptsOf(app(), id)).toEqual([])
  })
})
