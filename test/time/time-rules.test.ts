import { beforeEach, expect, test } from 'vitest'
import { addDays, DAY, dateIn, HOUR, MINUTE } from '../../src/base/index.ts'
import { replyToIssue } from '../../src/issues/index.ts'
import { openWorker } from '../../src/worker.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { runsOf, withoutRules } from '../rules/support.ts'
import { dueIssue, live, noteRule, notesOf, startedFor } from './support.ts'

onBothStores('time starts rules', (app) => {
  beforeEach(async () => {
    await withoutRules(app())
    await app().db.transaction((tx) => tx.query.deleteFrom('issue_timers').execute())
  })
  const today = () => dateIn('Europe/Prague', app().clock.now)
  const inDays = (days: number) => addDays(today(), days) ?? ''
  const move = (number: string, to: string, values = {}) =>
    expectCall(200, app(), 'POST', `/issues/${number}/transitions`, { to, values })

  test('before and after a deadline, each once', async () => {
    for (const trigger of [
      { on: 'deadline.near', before: '7d' },
      { on: 'deadline.near', before: 'P2D', at: '06:30' },
      { on: 'deadline.near', before: '5h' },
      { on: 'deadline.passed' },
      { on: 'deadline.passed', after: 1 },
    ])
      await noteRule(app(), trigger)
    const number = await dueIssue(app(), inDays(10))
    await live(app(), 14)
    expect(await startedFor(app(), number)).toEqual([
      'deadline.near 7d 08:00',
      'deadline.near 2d 06:30',
      'deadline.near 5h',
      'deadline.passed',
      'deadline.passed 1d',
    ])
    expect(await notesOf(app(), number)).toHaveLength(5)
  })

  test('rules with the same trigger share its event, and one of another type hears nothing', async () => {
    const trigger = { on: 'deadline.near', before: '48h' }
    const rules = [
      await noteRule(app(), trigger),
      await noteRule(app(), { ...trigger, before: 'PT48H' }, { issueType: 'warranty' }),
      await noteRule(app(), trigger, { issueType: 'repair' }),
      await noteRule(app(), trigger, { enabled: false }),
    ]
    const number = await dueIssue(app(), inDays(5))
    await live(app(), 5)
    expect(await startedFor(app(), number)).toEqual(['deadline.near 48h'])
    const runs = await Promise.all(rules.map((id) => runsOf(app(), id)))
    expect(runs.map((of) => of.length)).toEqual([1, 1, 0, 0])
  })

  test('what is settled in time is not reminded of, and a day that moves brings its reminder along', async () => {
    await noteRule(app(), { on: 'deadline.near', before: '2d' })
    const closed = await dueIssue(app(), inDays(5))
    const moved = await dueIssue(app(), inDays(5))
    await move(closed, 'withdrawn')
    await live(app(), 2)
    await expectCall(200, app(), 'PATCH', `/issues/${moved}`, { due: inDays(10) })
    await live(app(), 4)
    expect(await startedFor(app(), moved)).toEqual([])
    await live(app(), 5)
    expect(await startedFor(app(), moved)).toEqual(['deadline.near 2d 08:00'])
    // Nearer: its reminder lies behind, and was given.
    await expectCall(200, app(), 'PATCH', `/issues/${moved}`, { due: inDays(0) })
    await app().drain()
    // Further: it comes again for the new day.
    await expectCall(200, app(), 'PATCH', `/issues/${moved}`, { due: inDays(6) })
    await live(app(), 7)
    expect(await startedFor(app(), moved)).toEqual(['deadline.near 2d 08:00', 'deadline.near 2d 08:00'])
    expect(await startedFor(app(), closed)).toEqual([])
  })

  test('waiting for the customer: reminded once, not after an answer, and anew for a new question', async () => {
    await noteRule(app(), { on: 'waiting.for-customer', for: '5d' })
    const [silent, answers] = [await openTestIssue(app()), await openTestIssue(app())]
    const reply = (number: string, from: 'customer' | 'shop', internal = false) =>
      replyToIssue(app().ctx, number, { body: 'Here it is.', internal, from })
    for (const { number } of [silent, answers]) await move(number, 'waiting-for-goods')
    await live(app(), 3)
    await reply(answers.number, 'customer')
    await live(app(), 4)
    expect(await startedFor(app(), silent.number)).toEqual(['waiting.for-customer 5d'])
    expect(await startedFor(app(), answers.number)).toEqual([])
    await reply(answers.number, 'shop', true)
    await live(app(), 6)
    expect(await startedFor(app(), answers.number)).toEqual([])
    await reply(answers.number, 'shop')
    await live(app(), 6)
    expect(await startedFor(app(), answers.number)).toEqual(['waiting.for-customer 5d'])
    await move(answers.number, 'goods-received')
    await live(app(), 10)
    expect(await startedFor(app(), silent.number)).toHaveLength(1)
    expect(await startedFor(app(), answers.number)).toHaveLength(1)
  })

  test('a new rule does not start what lay before it, and waits for what is to come', async () => {
    const past = await dueIssue(app(), inDays(3))
    const future = await dueIssue(app(), inDays(20))
    const id = await noteRule(app(), { on: 'deadline.near', before: '7d' })
    await app().drain()
    const { json } = await expectCall(200, app(), 'GET', '/jobs')
    expect(json.items[0]).toMatchObject({ kind: 'timers', state: 'finished', issueType: null })
    await live(app(), 5)
    expect(await startedFor(app(), past)).toEqual([])
    // Off over its moment: nothing to make up for.
    const rule = (await expectCall(200, app(), 'GET', `/business-rules/${id}`)).json
    await expectCall(200, app(), 'PUT', `/business-rules/${id}`, { ...rule, enabled: false })
    await live(app(), 10)
    await expectCall(200, app(), 'PUT', `/business-rules/${id}`, { ...rule, enabled: true })
    await live(app(), 10)
    expect(await startedFor(app(), future)).toEqual([])
  })

  test('R79 a worker that was away makes up for what became due, in order, once, and says so', async () => {
    for (const before of ['7d', '2d']) await noteRule(app(), { on: 'deadline.near', before })
    await noteRule(app(), { on: 'deadline.passed' })
    const [first, second] = [await dueIssue(app(), inDays(8)), await dueIssue(app(), inDays(9))]
    app().clock.advance(20 * DAY)
    const worker = workerOf(app())
    await worker.drain()
    await worker.drain()
    for (const number of [first, second]) {
      expect(await startedFor(app(), number)).toEqual([
        'deadline.near 7d 08:00',
        'deadline.near 2d 08:00',
        'deadline.passed',
      ])
    }
    const { items } = (await expectCall(200, app(), 'GET', `/issues/${first}/events?limit=200`)).json
    const late = items.find(({ kind }: { kind: string }) => kind === 'deadline.passed').data.lateBy
    expect(late).toBeGreaterThan(11 * DAY)
    const said = app().logged.filter(({ message }) => message.startsWith('no worker ran for'))
    expect(said).toEqual([
      {
        level: 'warn',
        message: 'no worker ran for 480 hours; 6 time triggers were made up for, in their order',
      },
    ])
    app().logged.length = 0
  })

  test('R79 a clock that leaps a year ahead is doubted for an hour, then each fires once; set back, none again', async () => {
    for (const before of ['7d', '2d']) await noteRule(app(), { on: 'deadline.near', before })
    const number = await dueIssue(app(), inDays(30))
    let steady = 0
    const worker = workerOf(app(), () => steady)
    await worker.drain()
    const right = app().clock.now
    app().clock.now = right + 365 * DAY
    steady += MINUTE
    await worker.drain()
    expect(await startedFor(app(), number)).toEqual([])
    expect(
      app()
        .logged.map(({ message }) => message)
        .join(),
    ).toContain('the clock leapt ahead by 8760 hours')
    // Set back within the hour: as if nothing had been.
    app().clock.now = right + 2 * MINUTE
    steady += MINUTE
    await worker.drain()
    expect(await startedFor(app(), number)).toEqual([])

    app().clock.now = right + 365 * DAY
    await worker.drain()
    steady += 61 * MINUTE
    await worker.drain()
    await worker.drain()
    const each = ['deadline.near 7d 08:00', 'deadline.near 2d 08:00']
    expect(await startedFor(app(), number)).toEqual(each)
    app().clock.now = right + 3 * HOUR
    for (let day = 0; day < 40; day++) {
      app().clock.advance(DAY)
      steady += DAY
      await worker.drain()
    }
    expect(await startedFor(app(), number)).toEqual(each)
    app().logged.length = 0
  })

  test('deadlines that come to a type tell of nothing that was late before them', async () => {
    await noteRule(app(), { on: 'deadline.passed' })
    await expectCall(201, app(), 'POST', '/issue-types', { key: 'loan', name: { en: 'Loan' } })
    const old = await openTestIssue(app(), { type: 'loan' })
    app().clock.advance(40 * DAY)
    const young = await openTestIssue(app(), { type: 'loan' })
    const rule = { key: 'ten', name: { en: 'Ten days' }, length: { days: 10, unit: 'calendar' } }
    await expectCall(200, app(), 'PUT', '/issue-types/loan/deadlines', { rules: [rule] })
    await app().drain()
    expect((await expectCall(200, app(), 'GET', `/issues/${old.number}`)).json.deadline.late).toBe(true)
    await live(app(), 11)
    expect(await startedFor(app(), old.number)).toEqual([])
    expect(await startedFor(app(), young.number)).toEqual(['deadline.passed'])
  })

  test('what time starts belongs to its issue, and goes with it', async () => {
    await noteRule(app(), { on: 'deadline.passed' })
    const number = await dueIssue(app(), inDays(1))
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    expect(await app().db.read.selectFrom('issue_timers').selectAll().execute()).toEqual([])
    await live(app(), 3)
  })

  test.each([
    [{ on: 'deadline.near', before: 'soon' }, 'trigger.before', 'like 7d, 48h or 90m'],
    [{ on: 'deadline.near', before: '2y' }, 'trigger.before', 'like 7d'],
    [{ on: 'deadline.near', before: '5h', at: '08:00' }, 'trigger.at', 'only where before is in days'],
    [{ on: 'deadline.near', before: '5d', at: '24:00' }, 'trigger.at', 'like 08:00'],
    [{ on: 'deadline.passed', after: 0 }, 'trigger.after', 'like 7d'],
    [{ on: 'waiting.for-customer' }, 'trigger.for', 'like 7d'],
    [{ on: 'schedule', cron: '* * * * *' }, 'trigger.cron', 'at most every 15 minutes'],
    [{ on: 'schedule', cron: 'monday' }, 'trigger.cron', 'five fields'],
    [{ on: 'schedule', cron: '0 8 * * *', timeZone: 'Mars/Base' }, 'trigger.timeZone', 'Europe/Prague'],
  ])('%j is refused', async (trigger, path, message) => {
    const { json } = await expectCall(422, app(), 'POST', '/business-rules', {
      name: 'x',
      trigger,
      actions: [{ do: 'note', body: 'x' }],
    })
    expect(json.errors).toEqual([{ path, message: expect.stringContaining(message) }])
  })
})

/** Another worker over the store of an app: what a process that starts now has. */
function workerOf(app: TestApp, monotonic = () => app.clock.now) {
  return openWorker({
    db: app.db,
    configuration: app.ctx.configuration,
    settings: app.settings,
    channels: {},
    clock: () => app.clock.now,
    monotonic,
    log: (level, message) => void app.logged.push({ level, message }),
  })
}

onBothStores('two workers at once', (app) => {
  test('start what is due once', async () => {
    await withoutRules(app())
    await noteRule(app(), { on: 'deadline.passed' })
    await noteRule(app(), { on: 'schedule', cron: '0 8 * * *' })
    const day = dateIn('Europe/Prague', app().clock.now)
    const numbers = await Promise.all(Array.from({ length: 12 }, () => dueIssue(app(), day)))
    app().clock.advance(DAY)
    const workers = [workerOf(app()), workerOf(app()), workerOf(app())]
    await Promise.all(workers.map((worker) => worker.drain()))
    await Promise.all(workers.map((worker) => worker.drain()))
    for (const number of numbers) {
      expect(
        (await startedFor(app(), number))
          .map((started) => started.split(' ')[0])
          .toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1)),
      ).toEqual(['deadline.passed', 'schedule'])
      expect(await notesOf(app(), number)).toHaveLength(2)
    }
  })
})
