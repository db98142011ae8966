import { expect, test } from 'vitest'
import { addDays, DAY, dateIn, HOUR } from '../../src/base/index.ts'
import { replyToIssue } from '../../src/issues/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { makeRule, withoutRules } from '../rules/support.ts'
import { dueIssue, live } from './support.ts'

onBothStores('a dry run of what time starts', (app) => {
  const inDays = (days: number) => addDays(dateIn('Europe/Prague', app().clock.now), days) ?? ''
  const move = (number: string, to: string) =>
    expectCall(200, app(), 'POST', `/issues/${number}/transitions`, { to })
  /** Issues that a rule would have fired for in the last 30 days, oldest first, with the day. */
  const wouldFire = async (trigger: object): Promise<string[]> => {
    const id = await makeRule(app(), { enabled: false, trigger, actions: [{ do: 'note', body: 'x' }] })
    const { json } = await expectCall(200, app(), 'POST', `/business-rules/${id}/dry-run`, {})
    return json.fired
      .map(({ issue, at }: { issue: string; at: string }) => `${issue} ${at.slice(0, 16)}`)
      .toReversed()
  }

  test('tells of deadlines as they were then', async () => {
    await withoutRules(app())
    const late = await dueIssue(app(), inDays(10))
    const closed = await dueIssue(app(), inDays(10))
    const moved = await dueIssue(app(), inDays(10))
    await live(app(), 4, DAY)
    await move(closed, 'withdrawn')
    await live(app(), 5, DAY)
    await expectCall(200, app(), 'PATCH', `/issues/${moved}`, { due: inDays(8) })
    await live(app(), 11, DAY)
    await move(late, 'withdrawn')
    app().clock.advance(HOUR)
    const near = await wouldFire({ on: 'deadline.near', before: '7d' })
    // The first time of the moved one is not found: lists know the day of now alone.
    expect(near.filter((line) => !line.startsWith(moved))).toEqual([
      `${late} 2026-11-26T07:00`,
      `${closed} 2026-11-26T07:00`,
    ])
    expect(await wouldFire({ on: 'deadline.passed' })).toEqual([
      `${late} 2026-12-03T23:00`,
      `${moved} 2026-12-10T23:00`,
    ])
  })

  test('tells of waits that nothing ended', async () => {
    const [silent, answered, gone] = [
      await openTestIssue(app()),
      await openTestIssue(app()),
      await openTestIssue(app()),
    ]
    for (const { number } of [silent, answered, gone]) await move(number, 'waiting-for-goods')
    const since = app().clock.now
    app().clock.advance(DAY)
    await replyToIssue(app().ctx, answered.number, { body: 'Sent it.', internal: false, from: 'customer' })
    await replyToIssue(app().ctx, silent.number, { body: 'Hello?', internal: true, from: 'shop' })
    await move(gone.number, 'goods-received')
    app().clock.advance(7 * DAY)
    const at = new Date(since + 5 * DAY).toISOString().slice(0, 16)
    expect(await wouldFire({ on: 'waiting.for-customer', for: '5d' })).toEqual([`${silent.number} ${at}`])
  })

  test('tells of ticks, for the issues that were open then', async () => {
    const { json } = await expectCall(200, app(), 'GET', '/issues?limit=100')
    for (const one of json.items) await expectCall(204, app(), 'DELETE', `/issues/${one.number}`)
    app().clock.now = Date.parse('2027-03-01T12:00:00Z')
    const { number } = await openTestIssue(app())
    app().clock.advance(2 * DAY)
    await move(number, 'withdrawn')
    app().clock.advance(5 * DAY)
    expect(await wouldFire({ on: 'schedule', cron: '0 8 * * *' })).toEqual([
      `${number} 2027-03-02T07:00`,
      `${number} 2027-03-03T07:00`,
    ])
  })
})
