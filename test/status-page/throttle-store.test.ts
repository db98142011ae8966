import { BlockList } from 'node:net'
import { beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { DAY, HOUR } from '../../src/base/index.ts'
import { LIMITS, reserve, sweepCounters } from '../../src/throttle/index.ts'
import { onBothStores, TEST_SECRET, type TestApp } from '../support/app.ts'
import { lookUp, openTestIssue } from '../support/calls.ts'
import { failAt, forgetAttempts, rowsOf, unknownNumber } from './support.ts'

/** Another process over the same store. */
async function another(of: TestApp): Promise<TestApp> {
  const running = await createApp({
    db: of.db,
    files: of.files,
    capturedMail: of.capturedMail,
    mailIsCaptured: true,
    outbound: of.outbound,
    settings: of.settings,
    smsGateway: null,
    desk: null,
    surroundings: { dataDir: of.dataDir, smtpHost: null },
    trustedProxies: new BlockList(),
    secret: TEST_SECRET,
    clock: () => of.clock.now,
    log: () => {},
  })
  return { ...of, app: running.app, running }
}

onBothStores('counters of attempts in the store', (app) => {
  beforeEach(() => forgetAttempts(app()))

  const keep = (key: string, failures: number, expiresAt: number) =>
    app().db.transaction((tx) =>
      tx.query
        .insertInto('throttle')
        .values({ bucket: key, failures, opens_at: 0, previous_opens_at: 0, expires_at: expiresAt })
        .execute(),
    )
  const keys = async () => (await rowsOf(app(), 'throttle')).map((row) => row.bucket).sort()

  test('R7 outlive the process', async () => {
    const { number } = await openTestIssue(app())
    expect(await failAt(app(), number, 6)).toEqual([422, 422, 422, 422, 422, 429])
    const restarted = await another(app())
    expect(await failAt(restarted, number, 1)).toEqual([429])
    await restarted.app.close()
  })

  test('R7 are shared by processes that run at the same time', async () => {
    const { number } = await openTestIssue(app())
    const second = await another(app())
    const statuses: number[] = []
    for (let round = 0; round < 4; round++) {
      statuses.push(...(await failAt(app(), number, 1)), ...(await failAt(second, number, 1)))
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429])
    await second.app.close()
  })

  test('R65 hold nothing of what was typed', async () => {
    const { number, email } = await openTestIssue(app())
    await lookUp(app(), { issue: number, contact: email }, { address: '203.0.113.99' })
    await lookUp(app(), { issue: number, contact: 'canary@example.org' }, { address: '203.0.113.99' })
    const stored = JSON.stringify(await rowsOf(app(), 'throttle'))
    for (const typed of [number, email, 'canary', '203.0.113']) expect(stored).not.toContain(typed)
  })

  test('R7 are forgotten when their time is over, and when only a clock set back can have put it off', async () => {
    const { now } = app().clock
    await keep('over', 9, now)
    await keep('soon', 9, now + 1)
    await keep('late', 9, now + DAY)
    await keep('from the future', 9, now + 365 * DAY)
    await app().running.sweep()
    expect(await keys()).toEqual(['late', 'soon'])
  })

  test('R7 are bounded: those of made-up numbers go first', async () => {
    const { now } = app().clock
    for (let index = 0; index < 20; index++) await keep(`single ${index}`, 1, now + HOUR + index)
    for (let index = 0; index < 5; index++) await keep(`twice ${index}`, 2, now + HOUR)
    await keep('many', 50, now + 1000)
    await sweepCounters(app().db, now, 10)
    const left = await keys()
    expect(left).toHaveLength(10)
    expect(left).toEqual(
      [
        ...[16, 17, 18, 19].map((n) => `single ${n}`),
        ...[0, 1, 2, 3, 4].map((n) => `twice ${n}`),
        'many',
      ].sort(),
    )
    await sweepCounters(app().db, now, 3)
    expect(await keys()).toEqual(['many', expect.stringContaining('twice'), expect.stringContaining('twice')])
  })

  test('R7 a counter that was swept away between an attempt and its success does no harm', async () => {
    const { number, email } = await openTestIssue(app())
    const visit = lookUp(app(), { issue: number, contact: email })
    const answers = await Promise.all([visit, forgetAttempts(app()), forgetAttempts(app())])
    expect(answers[0].statusCode).toBe(303)
    expect(await failAt(app(), number, 6)).toEqual([422, 422, 422, 422, 422, 429])
  })

  test('R4 every wait is at most what its limit says, however often one tries', async () => {
    for (const [name, limit] of Object.entries(LIMITS)) {
      if (limit.kind === 'watch') continue
      let longest = 0
      for (let attempt = 0; attempt < 400; attempt++) {
        const reserved = await reserve(app().db, [{ key: name, limit }], app().clock.now)
        if (!reserved.allowed) longest = Math.max(longest, reserved.wait)
        if (attempt % 10 === 9) app().clock.advance(limit.kind === 'waits' ? HOUR : limit.every)
      }
      expect(longest, name).toBe(limit.kind === 'waits' ? limit.longest : limit.every)
    }
  })

  test('R15 attempts on pages that do not exist are not stored at all', async () => {
    for (const page of ['nope', 'nope2', 'a'.repeat(300)]) {
      const response = await lookUp(app(), { issue: unknownNumber(), contact: 'x@example.org' }, { page })
      expect(response.statusCode).toBe(404)
    }
    expect(await keys()).toEqual([])
  })
})
