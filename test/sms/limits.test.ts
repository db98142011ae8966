import { expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/base/index.ts'
import { MOST_A_DAY, MOST_AN_HOUR } from '../../src/sms/index.ts'
import { newIssue, stored } from '../deliveries/support.ts'
import { withoutRules } from '../rules/support.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall } from '../support/calls.ts'
import { newNumber, sendText } from './support.ts'

const HOURLY = 'more than 3 text messages to this number within an hour'
const DAILY = 'more than 5 text messages to this number within a day'

async function outcomes(app: TestApp, ids: readonly string[]): Promise<(string | null)[]> {
  return Promise.all(ids.map(async (id) => (await stored(app, id)).last_error))
}

async function textsTo(app: TestApp, to: string, count: number): Promise<(string | null)[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index++) ids.push(await sendText(app, to))
  return outcomes(app, ids)
}

onBothStores('limits of text messages', (app) => {
  test('R19 a number gets three in an hour and five in a day, about whatever issue', async () => {
    await withoutRules(app())
    const to = newNumber()
    expect(await textsTo(app(), to, 4)).toEqual([null, null, null, HOURLY])
    await app().drain()
    app().clock.advance(HOUR - 1)
    expect(await textsTo(app(), to, 1)).toEqual([HOURLY])
    app().clock.advance(1)
    expect(await textsTo(app(), to, 3)).toEqual([null, null, DAILY])
    await app().drain()
    app().clock.advance(23 * HOUR)
    expect(await textsTo(app(), to, 4)).toEqual([null, null, null, HOURLY])
    // Another number is not concerned.
    expect(await textsTo(app(), newNumber(), 1)).toEqual([null])
  })

  test('R19 of many at the same moment no more find room', async () => {
    const to = newNumber()
    const issues = await Promise.all(Array.from({ length: 12 }, () => newIssue(app())))
    const ids = await Promise.all(issues.map(({ id }) => sendText(app(), to, { issueId: id })))
    const errors = await outcomes(app(), ids)
    expect(errors.filter((error) => error === null)).toHaveLength(MOST_AN_HOUR)
    expect(errors.filter((error) => error === HOURLY)).toHaveLength(12 - MOST_AN_HOUR)
  })

  test('R19 what waits counts however long it has waited, so that it does not leave in a heap', async () => {
    const to = newNumber()
    expect(await textsTo(app(), to, MOST_AN_HOUR)).toEqual([null, null, null])
    app().clock.advance(3 * DAY)
    expect(await textsTo(app(), to, 1)).toEqual([HOURLY])
    await app().drain()
  })

  test('R19 sent again by hand under the same limits, and what never set out does not count', async () => {
    const to = newNumber()
    const ids: string[] = []
    for (let index = 0; index < 5; index++) ids.push(await sendText(app(), to))
    const [last = '', before = ''] = ids.toReversed()
    await app().drain()
    const retry = (id: string, status: number) => expectCall(status, app(), 'POST', `/deliveries/${id}/retry`)
    expect((await retry(last, 409)).json.detail).toBe(`It cannot be sent now: ${HOURLY}.`)
    app().clock.advance(HOUR)
    expect((await retry(last, 200)).json).toMatchObject({ state: 'pending', segments: 1, error: HOURLY })
    // Made due twice it takes its room once.
    await retry(last, 200)
    await app().drain()
    await retry(before, 200)
    await app().drain()
    expect(await textsTo(app(), to, 1)).toEqual([DAILY])
    expect(MOST_A_DAY).toBe(5)
  })

  test.each([
    ['+421901123456', 'a number of SK'],
    ['+12133734253', 'a number of US'],
    ['+16135550123', 'a number of CA'],
    ['+882161234567', 'a number of no country'],
  ])('R19 a number of a country that is not named gets none: %s', async (to, where) => {
    const id = await sendText(app(), to)
    expect(await stored(app(), id)).toMatchObject({
      state: 'failed',
      attempts: 0,
      last_error: `text messages to ${where} are not allowed; allowed are CZ`,
    })
    const wider = { ...app().settings, sms: { ...app().settings.sms, countries: ['CZ', 'SK'] } }
    const again = await stored(app(), await sendText(app(), to, { settings: wider }))
    expect(again.state).toBe(to.startsWith('+421') ? 'pending' : 'failed')
    await app().drain()
  })

  test.each(['', '601123456', '+420', '+0601123456', '+420601123456\r\n', 'jana@example.com'])(
    'R43 %j is no number: stored as failed',
    async (to) => {
      expect(await stored(app(), await sendText(app(), to))).toMatchObject({
        state: 'failed',
        last_error: 'the recipient is not one phone number like +420601123456',
      })
    },
  )

  test('R79 a clock that ran ahead closes nothing for longer than a day', async () => {
    const to = newNumber()
    app().clock.advance(365 * DAY)
    expect(await textsTo(app(), to, 3)).toEqual([null, null, null])
    await app().drain()
    app().clock.advance(-365 * DAY)
    expect(await textsTo(app(), to, 1)).toEqual([null])
    await app().drain()
    const near = newNumber()
    app().clock.advance(30 * MINUTE)
    await textsTo(app(), near, 3)
    await app().drain()
    app().clock.advance(-30 * MINUTE)
    expect(await textsTo(app(), near, 1)).toEqual([HOURLY])
    app().clock.advance(DAY + 31 * MINUTE)
    expect(await textsTo(app(), near, 1)).toEqual([null])
    await app().drain()
  })
})

onBothStores(
  'the budget of text messages',
  (app) => {
    const today = async () => (await expectCall(200, app(), 'GET', '/sms')).json.today
    const alarms = () =>
      app()
        .logged.filter(({ message }) => message.startsWith('text messages:'))
        .map(({ message }) => message)
    const spend = (segments: number) =>
      sendText(app(), newNumber(), { text: 'a'.repeat(segments === 1 ? 1 : segments * 153) })

    test('R19 what is over the budget of the day is stopped, with an alarm once at 80 % and once at 100 %', async () => {
      await withoutRules(app())
      expect((await expectCall(200, app(), 'GET', '/sms')).json).toEqual({
        configured: false,
        countries: ['CZ'],
        today: { segments: 0, budget: 10, alarm: null },
      })
      await spend(7)
      expect(await today()).toEqual({ segments: 7, budget: 10, alarm: null })
      await app().running.sweep()
      expect(alarms()).toEqual([])
      await spend(1)
      const near = "text messages: 80 % of today's budget is used (8 of 10 segments)"
      await expect.poll(alarms).toEqual([near])
      const stopped = await spend(3)
      expect(await stored(app(), stopped)).toMatchObject({
        state: 'failed',
        segments: 3,
        last_error: "of the day's budget of 10 segments 2 are left, and it needs 3",
      })
      expect(await today()).toEqual({ segments: 8, budget: 10, alarm: 'spent' })
      const spent =
        "text messages: today's budget is spent (8 of 10 segments); further ones are kept as failed"
      await expect.poll(alarms).toEqual([near, spent])
      // A shorter one still finds room.
      await spend(2)
      expect((await stored(app(), await spend(1))).state).toBe('failed')
      expect((await today()).segments).toBe(10)
      await app().running.sweep()
      expect(alarms()).toEqual([near, spent])
      await app().drain()

      // The day ends at midnight of the shop: 23:00 UTC in winter.
      app().clock.now = Date.parse('2026-11-23T22:59:59Z')
      expect((await today()).segments).toBe(10)
      app().clock.now = Date.parse('2026-11-23T23:00:00Z')
      expect(await today()).toEqual({ segments: 0, budget: 10, alarm: null })
      await expectCall(200, app(), 'POST', `/deliveries/${stopped}/retry`)
      expect((await today()).segments).toBe(3)
      await spend(5)
      await expect.poll(() => alarms().length).toBe(3)
    })

    test('R19 what waits for its alarm at a kill is told by the next sweep', async () => {
      app().clock.now = Date.parse('2026-12-01T09:00:00Z')
      const row = { day: '2026-12-01', segments: 10, asked: 10, told: 0 }
      await app().db.transaction((tx) => tx.query.insertInto('sms_days').values(row).execute())
      const before = alarms().length
      await Promise.all([app().running.sweep(), app().running.sweep()])
      expect(alarms()).toHaveLength(before + 1)
    })

    test('R19 many at once spend no more than there is', async () => {
      app().clock.now = Date.parse('2026-12-02T09:00:00Z')
      const ids = await Promise.all(Array.from({ length: 14 }, () => spend(1)))
      const errors = await outcomes(app(), ids)
      expect(errors.filter((error) => error === null)).toHaveLength(10)
      expect((await today()).segments).toBe(10)
    })

    test('R75 what was on its way already, or is over the limit of its issue, spends nothing', async () => {
      app().clock.now = Date.parse('2026-12-03T09:00:00Z')
      const { id: issueId } = await newIssue(app())
      const to = newNumber()
      await sendText(app(), to, { issueId, uniqueKey: 'one' })
      expect(await sendText(app(), to, { issueId, uniqueKey: 'one' })).toBe('')
      expect((await today()).segments).toBe(1)
      await app().drain()
    })
  },
  { sms: { dailyBudget: 10 } },
)
