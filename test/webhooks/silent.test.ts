import { BlockList } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/base/index.ts'
import { type Delivering, openDelivering } from '../../src/deliveries/index.ts'
import { openOutbound } from '../../src/outbound/index.ts'
import { openRuleBook, openRunRules } from '../../src/rules/index.ts'
import { openWebhookChannel } from '../../src/webhooks/index.ts'
import { TEST_SECRET } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { type Endpoint, startEndpoint } from '../support/endpoint.ts'
import { makeRule, makeTemplate } from '../rules/support.ts'
import { callsOf, makeWebhook, onBothStoresWithEndpoint } from './support.ts'

onBothStoresWithEndpoint('an endpoint that falls silent', (app, endpoint) => {
  let silent: Endpoint
  let delivering: Delivering
  beforeEach(async () => {
    silent = await startEndpoint()
    silent.answer(() => {})
    app().outboundPorts.add(silent.port)
    const settings = {
      internal: { addresses: new BlockList(), names: new Set(['127.0.0.1']) },
      ports: app().outboundPorts,
      http: true,
    }
    const { ctx } = app()
    const log = (level: string, message: string) => void app().logged.push({ level, message })
    delivering = openDelivering({
      db: app().db,
      name: 'webhook',
      channel: openWebhookChannel({
        ctx,
        secret: TEST_SECRET,
        outbound: openOutbound({ settings, limits: { total: 500 } }),
        log,
      }),
      byRecipient: true,
      clock: ctx.clock,
      log,
      chance: () => 0.5,
    })
  })
  afterEach(async () => {
    await delivering.close()
    await silent.stop()
  })

  /** Puts calls on their way, without making them: events are looked at by the app's own worker before. */
  async function putOnTheirWay(issues: number): Promise<void> {
    for (let made = 0; made < issues; made++) await openTestIssue(app())
    const { ctx } = app()
    const book = openRuleBook(ctx.db, ctx.configuration, ctx.settings)
    const { runDue } = openRunRules({ ...ctx, log: () => {} }, book)
    while ((await runDue()) > 0);
  }

  test('costs one call an attempt, and no other endpoint its time', async () => {
    const quick = await makeWebhook(app(), endpoint(), { events: ['issue.created'] })
    const slow = await makeWebhook(app(), silent, { events: ['issue.created'] })
    await putOnTheirWay(10)
    const done = delivering.deliverDue(app().clock.now)
    // All of the others come while the silent one still has its time.
    await endpoint().untilReceived(10)
    await vi.waitUntil(async () => (await callsOf(app(), quick.id)).every(({ state }) => state === 'sent'))
    await done
    const waiting = await callsOf(app(), slow.id)
    expect(waiting.filter(({ attempts }) => attempts > 0)).toMatchObject([
      { state: 'pending', attempts: 1, last_error: 'no answer came' },
    ])
    expect(waiting.filter(({ attempts }) => attempts === 0)).toHaveLength(9)
    expect(silent.connected()).toBe(1)
    // It is left alone for some minutes, by a clock that nobody sets.
    app().clock.advance(MINUTE)
    expect(await delivering.deliverDue(app().clock.now)).toBe(0)
    expect(silent.connected()).toBe(1)
  })

  test('what waits for it looks like no missing worker', async () => {
    const warnings = () => app().logged.filter(({ message }) => message.startsWith('deliveries (webhook)'))
    await makeWebhook(app(), silent, { events: ['issue.created'] })
    await putOnTheirWay(3)
    app().clock.advance(4 * MINUTE)
    await delivering.deliverDue(app().clock.now)
    expect(silent.connected()).toBe(1)
    app().clock.advance(2 * MINUTE)
    await app().running.sweep()
    expect(warnings()).toEqual([])
    app().clock.advance(4 * MINUTE)
    await app().running.sweep()
    expect(warnings()).toHaveLength(1)
  })

  test('what it took no call of for three days is given up, told once, and can be sent again', async () => {
    const { id } = await makeWebhook(app(), silent, { events: ['issue.created'] })
    await putOnTheirWay(3)
    await delivering.deliverDue(app().clock.now)
    const states = async () => (await callsOf(app(), id)).map(({ state }) => state)
    app().clock.advance(3 * DAY - HOUR)
    await app().running.sweep()
    expect(await states()).toEqual(['pending', 'pending', 'pending'])
    app().clock.advance(2 * HOUR)
    await app().running.sweep()
    expect(await states()).toEqual(['dead', 'dead', 'dead'])
    // Other tests of this store left some behind too.
    const told = app().logged.filter(({ message }) => message.includes('were given up'))
    expect(told).toEqual([{ level: 'error', message: expect.stringMatching(/^\d+ calls of webhooks/) }])
    const [first] = await callsOf(app(), id)
    await expectCall(200, app(), 'POST', `/deliveries/${first?.id}/retry`)
    await app().running.sweep()
    expect(await states()).toEqual(['pending', 'dead', 'dead'])
    app().logged.length = 0
  })

  test('keeps no mail waiting', async () => {
    const template = await makeTemplate(app())
    await makeRule(app(), { actions: [{ do: 'send', template, to: 'customer' }] })
    await makeWebhook(app(), silent, { events: ['issue.created'] })
    const { number } = await openTestIssue(app())
    await putOnTheirWay(0)
    const calling = delivering.deliverDue(app().clock.now)
    await silent.untilReceived(1)
    const mail = async () => {
      const { json } = await expectCall(200, app(), 'GET', `/deliveries?channel=email&issue=${number}`)
      return json.items[0]
    }
    expect(await mail()).toMatchObject({ state: 'pending' })
    // The whole worker of the app, whose own calls of webhooks find the one that is under way claimed.
    await app().drain()
    expect(await mail()).toMatchObject({ state: 'sent' })
    await calling
  })

  test('an endpoint that cannot be reached is left alone for a moment, so that what waits keeps its attempts', async () => {
    const { id } = await makeWebhook(app(), silent, { events: ['issue.created'] })
    await silent.stop()
    await putOnTheirWay(5)
    await delivering.deliverDue(app().clock.now)
    expect((await callsOf(app(), id)).map(({ attempts }) => attempts).toSorted((a, b) => a - b)).toEqual([
      0, 0, 0, 0, 1,
    ])
    silent = await startEndpoint({ port: silent.port })
    // Only the one that failed waits longer.
    await vi.waitUntil(async () => (await delivering.deliverDue(app().clock.now)) > 0, { timeout: 10_000 })
    expect((await callsOf(app(), id)).filter(({ state }) => state === 'sent')).toHaveLength(4)
  })
})
