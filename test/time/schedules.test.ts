import { beforeEach, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/base/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { runsOf, withoutRules } from '../rules/support.ts'
import { noteRule, notesOf, startedFor } from './support.ts'

onBothStores('schedules', (app) => {
  beforeEach(async () => {
    await withoutRules(app())
    // Issues of other tests are not walked over.
    await app().db.transaction((tx) => tx.query.updateTable('issues').set({ category: 'done' }).execute())
  })
  const at = async (time: string) => {
    app().clock.now = Date.parse(time)
    await app().drain()
  }
  const ticks = async (number: string) =>
    (await startedFor(app(), number)).map((started) =>
      new Date(Number(started.replace('schedule ', ''))).toISOString(),
    )

  test('fire for each open issue that fulfils the condition, and for that rule alone', async () => {
    await at('2027-01-04T05:00:00Z')
    const condition = { combinator: 'and', rules: [{ field: 'step', operator: '=', value: 'received' }] }
    const id = await noteRule(
      app(),
      { on: 'schedule', cron: '0 8 * * 1' },
      { condition, issueType: 'warranty' },
    )
    const other = await noteRule(app(), { on: 'schedule', cron: '0 9 * * 2' })
    const [one, moved, repair] = [
      await openTestIssue(app()),
      await openTestIssue(app()),
      await openTestIssue(app(), { type: 'repair', values: {} }),
    ]
    await expectCall(200, app(), 'POST', `/issues/${moved.number}/transitions`, { to: 'goods-received' })
    await at('2027-01-04T06:59:00Z')
    expect(await ticks(one.number)).toEqual([])
    await at('2027-01-04T07:00:00Z')
    await at('2027-01-04T08:00:00Z')
    expect(await ticks(one.number)).toEqual(['2027-01-04T07:00:00.000Z'])
    expect(await ticks(moved.number)).toEqual([])
    expect(await ticks(repair.number)).toEqual([])
    expect([(await runsOf(app(), id)).length, (await runsOf(app(), other)).length]).toEqual([1, 0])
  })

  test('R79 missed ticks are made up for once, by the last, and told', async () => {
    await at('2027-02-01T05:00:00Z')
    await noteRule(app(), { on: 'schedule', cron: '0 8 * * *' })
    const { number } = await openTestIssue(app())
    await at('2027-02-09T06:00:00Z')
    expect(await ticks(number)).toEqual(['2027-02-08T07:00:00.000Z'])
    expect(app().logged.filter(({ message }) => message.includes('were missed'))).toHaveLength(1)
    app().logged.length = 0
    await at('2027-02-09T07:00:00Z')
    expect(await ticks(number)).toHaveLength(2)
    // Back by a day, and on again: what was fired is not fired anew.
    await at('2027-02-08T05:00:00Z')
    await at('2027-02-09T07:30:00Z')
    expect(await ticks(number)).toHaveLength(2)
  })

  test('R79 nights in which the clocks are changed have one tick', async () => {
    await at('2026-10-24T00:00:00Z')
    await noteRule(app(), { on: 'schedule', cron: '30 2 * * *' })
    const { number } = await openTestIssue(app())
    for (let hours = 0; hours < 48; hours++) {
      app().clock.advance(HOUR)
      await app().drain()
    }
    expect(await ticks(number)).toEqual(['2026-10-24T00:30:00.000Z', '2026-10-25T00:30:00.000Z'])
    app().clock.now = Date.parse('2027-03-27T10:00:00Z')
    await app().drain()
    for (let hours = 0; hours < 30; hours++) {
      app().clock.advance(HOUR)
      await app().drain()
    }
    expect((await ticks(number)).slice(-2)).toEqual(['2027-03-27T01:30:00.000Z', '2027-03-28T01:00:00.000Z'])
  })

  test('a tick that was cut off in the midst goes on where it was', async () => {
    await at('2027-04-01T05:00:00Z')
    const id = await noteRule(app(), { on: 'schedule', cron: '0 8 * * *' })
    const opened: { number: string }[] = []
    while (opened.length < 130)
      opened.push(...(await Promise.all(Array.from({ length: 10 }, () => openTestIssue(app())))))
    await app().drain()
    const numbers = opened.map(({ number }) => number)
    // As a process left it that was killed after one batch.
    app().clock.now = Date.parse('2027-04-01T06:00:00Z') + MINUTE
    const rows = await app()
      .db.read.selectFrom('issues')
      .select('id')
      .where('category', '<>', 'done')
      .orderBy('id')
      .execute()
    await app().db.transaction((tx) =>
      tx.query
        .updateTable('rule_schedules')
        .set({
          tick_at: Date.parse('2027-04-01T06:00:00Z'),
          next_at: Date.parse('2027-04-02T06:00:00Z'),
          last_issue_id: rows[99]?.id ?? '',
        })
        .where('rule_id', '=', id)
        .execute(),
    )
    await app().drain()
    expect(await runsOf(app(), id)).toHaveLength(30)
    app().clock.advance(DAY)
    await app().drain()
    const notes = await Promise.all(numbers.map((number) => notesOf(app(), number)))
    expect(notes.map((of) => of.length).filter((count) => count === 1)).toHaveLength(100)
    expect(notes.map((of) => of.length).filter((count) => count === 2)).toHaveLength(30)
  })
})
