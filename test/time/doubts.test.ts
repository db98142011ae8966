import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { addDays, DAY, dateIn, HOUR } from '../../src/base/index.ts'
import { openIssue } from '../../src/issues/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { runsOf, withoutRules } from '../rules/support.ts'
import { dueIssue, live, noteRule, startedFor } from './support.ts'

onBothStores('what time does not start, or not again', (app) => {
  beforeEach(async () => {
    await withoutRules(app())
    // Issues of other tests are left alone.
    await app().db.transaction(async (tx) => {
      await tx.query.updateTable('issues').set({ category: 'done' }).execute()
      await tx.query.deleteFrom('issue_timers').execute()
    })
    app().clock.advance(HOUR)
  })
  const inDays = (days: number) => addDays(dateIn('Europe/Prague', app().clock.now), days) ?? ''
  const later = async (milliseconds: number) => {
    app().clock.advance(milliseconds)
    await app().drain()
  }
  const logged = () => app().logged.map(({ message }) => message)

  test('R45 what lies before an import starts nothing, what comes after it does', async () => {
    for (const trigger of [
      { on: 'deadline.near', before: '7d' },
      { on: 'deadline.near', before: '2d' },
      { on: 'deadline.passed' },
    ])
      await noteRule(app(), trigger)
    await later(60 * DAY)
    const bring = async (due: string) => {
      const ctx = { ...app().ctx, cause: 'import' as const }
      const { issue } = await openIssue(ctx, { type: 'warranty', createdAt: app().clock.now - 40 * DAY, due })
      await app().drain()
      return issue.number
    }
    const [over, near] = [await bring(inDays(-10)), await bring(inDays(5))]
    expect(await startedFor(app(), over)).toEqual([])
    expect(await startedFor(app(), near)).toEqual([])
    await live(app(), 7)
    expect(await startedFor(app(), over)).toEqual([])
    expect(await startedFor(app(), near)).toEqual(['deadline.near 2d 08:00', 'deadline.passed'])
  })

  test('a claim that is recorded late brings one reminder, or that it is over; never all that it missed', async () => {
    for (const before of ['7d', '5d', '2d']) await noteRule(app(), { on: 'deadline.near', before })
    await noteRule(app(), { on: 'deadline.passed' })
    await later(HOUR)
    const [near, over] = [await dueIssue(app(), inDays(3)), await dueIssue(app(), inDays(-100))]
    expect(await startedFor(app(), near)).toEqual(['deadline.near 5d 08:00'])
    expect(await startedFor(app(), over)).toEqual(['deadline.passed'])
    const { items } = (await expectCall(200, app(), 'GET', `/issues/${over}/events?limit=200`)).json
    const { data } = items.find(({ kind }: { kind: string }) => kind === 'deadline.passed')
    // It is not the worker that was late.
    expect(data).toEqual({ due: inDays(-100), after: null, moment: app().clock.now })
  })

  test('a rule does not hear of what another had waited for before it was there', async () => {
    const trigger = { on: 'deadline.near', before: '2d' }
    const old = await noteRule(app(), trigger)
    const number = await dueIssue(app(), inDays(4))
    // Nobody works over the moment, and then somebody makes the same rule.
    app().clock.advance(3 * DAY)
    const late = await noteRule(app(), trigger)
    await app().drain()
    expect(await startedFor(app(), number)).toEqual(['deadline.near 2d 08:00'])
    expect([(await runsOf(app(), old)).length, (await runsOf(app(), late)).length]).toEqual([1, 0])
    const next = await dueIssue(app(), inDays(4))
    await live(app(), 3)
    expect(await startedFor(app(), next)).toEqual(['deadline.near 2d 08:00'])
    expect([(await runsOf(app(), old)).length, (await runsOf(app(), late)).length]).toEqual([2, 1])
  })

  test('R79 a rule that was made by a clock a year ahead starts nothing old, and holds once it is set back', async () => {
    const past = await dueIssue(app(), inDays(1))
    await later(5 * DAY)
    const right = app().clock.now
    app().clock.advance(365 * DAY)
    await noteRule(app(), { on: 'deadline.passed' })
    app().clock.now = right
    const next = await dueIssue(app(), inDays(1))
    await live(app(), 3)
    expect(logged().filter((message) => message.includes('a clock that was ahead'))).toHaveLength(1)
    app().logged.length = 0
    expect(await startedFor(app(), past)).toEqual([])
    expect(await startedFor(app(), next)).toEqual(['deadline.passed'])
  })

  test('R79 what a clock a year ahead wrote into an issue is looked at once it is set back', async () => {
    await noteRule(app(), { on: 'deadline.passed' })
    const number = await dueIssue(app(), inDays(300))
    const right = app().clock.now
    app().clock.advance(365 * DAY)
    // Nobody works meanwhile.
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { due: inDays(-364) })
    app().clock.now = right + HOUR
    await live(app(), 3)
    expect(await startedFor(app(), number)).toEqual(['deadline.passed'])
  })

  test('R79 a schedule that a clock a year ahead has led goes on when it is set back', async () => {
    await noteRule(app(), { on: 'schedule', cron: '0 8 * * *' })
    const { number } = await openTestIssue(app())
    await later(DAY)
    const before = (await startedFor(app(), number)).length
    const right = app().clock.now
    await later(365 * DAY)
    expect((await startedFor(app(), number)).length).toBe(before + 1)
    app().clock.now = right + HOUR
    await app().drain()
    expect(logged().filter((message) => message.includes('far ahead'))).toHaveLength(1)
    app().logged.length = 0
    await live(app(), 3, HOUR)
    expect((await startedFor(app(), number)).length).toBe(before + 4)
  })

  test('the times of a broken schedule pass, and it goes on once it is mended', async () => {
    const field = `field_${app().store}`
    const withOptions = (keys: readonly string[]) => ({
      key: field,
      type: 'choice',
      label: { en: 'Colour' },
      options: keys.map((key) => ({ key, label: { en: key } })),
    })
    await expectCall(201, app(), 'POST', '/fields', withOptions(['red', 'blue']))
    const condition = {
      combinator: 'and',
      rules: [{ field, operator: '!=', value: 'red' }],
    }
    await noteRule(app(), { on: 'schedule', cron: '0 8 * * *' }, { condition })
    const { number } = await openTestIssue(app())
    await live(app(), 2)
    expect((await startedFor(app(), number)).length).toBe(2)
    await expectCall(200, app(), 'PUT', `/fields/${field}`, withOptions(['blue']))
    await live(app(), 5)
    expect((await startedFor(app(), number)).length).toBe(2)
    await expectCall(200, app(), 'PUT', `/fields/${field}`, withOptions(['red', 'blue']))
    await app().drain()
    expect((await startedFor(app(), number)).length).toBe(2)
    await live(app(), 2)
    expect((await startedFor(app(), number)).length).toBe(4)
  })

  test('an issue that is closed by mistake and taken up again is not told of twice', async () => {
    await noteRule(app(), { on: 'deadline.passed' })
    const number = await dueIssue(app(), inDays(1))
    await later(3 * DAY)
    expect(await startedFor(app(), number)).toHaveLength(1)
    const steps = (await expectCall(200, app(), 'GET', '/issue-types/warranty/steps')).json
    const to = (key: string, more: object) => ({
      ...steps,
      steps: steps.steps.map((step: { key: string }) => (step.key === key ? { ...step, ...more } : step)),
    })
    await expectCall(200, app(), 'PUT', '/issue-types/warranty/steps', to('received', { category: 'done' }))
    await app().drain()
    await expectCall(200, app(), 'PUT', '/issue-types/warranty/steps', to('received', { category: 'open' }))
    await app().drain()
    await later(DAY)
    expect(await startedFor(app(), number)).toHaveLength(1)
  })

  test('a step that counts as done for a while, or waits no more, starts nothing', async () => {
    await noteRule(app(), { on: 'deadline.passed' })
    await noteRule(app(), { on: 'waiting.for-customer', for: '2d' })
    const due = await dueIssue(app(), inDays(2))
    const { number: waiting } = await openTestIssue(app())
    await expectCall(200, app(), 'POST', `/issues/${waiting}/transitions`, { to: 'waiting-for-goods' })
    await app().drain()
    const { json } = await expectCall(200, app(), 'GET', '/issue-types/warranty/steps')
    const recast = (categories: Record<string, string>) =>
      expectCall(200, app(), 'PUT', '/issue-types/warranty/steps', {
        ...json,
        steps: json.steps.map((step: { key: string }) => {
          const category = categories[step.key]
          return category ? { ...step, category } : step
        }),
      })
    await recast({ received: 'done', 'waiting-for-goods': 'open' })
    await live(app(), 4)
    expect([await startedFor(app(), due), await startedFor(app(), waiting)]).toEqual([[], []])
    await recast({})
    await app().drain()
    expect(await startedFor(app(), due)).toEqual(['deadline.passed'])
  })

  test('a tick finds the open among thousands that are done, each once', async () => {
    const first = await openTestIssue(app())
    await app().drain()
    // Far more than one batch passes over, between the first issue and the last.
    const many = sql`
      insert into issues (id, number, number_key, issue_type_id, step, category, locale, contact_name, contact_email,
        contact_phone, contact_version, field_values, due, trail, version, search_id, created_at, changed_at,
        public_changed_at)
      with recursive counted (n) as (select 1 union all select n + 1 from counted where n < 4500)
      select id || '-' || (10000 + n), number || n, number_key || n, issue_type_id, step, 'done', locale, '', '', '', 1,
        '{}', due, trail, 1, -n, created_at, changed_at, public_changed_at
      from issues, counted where number = ${first.number}`
    await app().db.transaction((tx) => many.execute(tx.query))
    app().clock.advance(1)
    const last = await openTestIssue(app())
    const id = await noteRule(app(), { on: 'schedule', cron: '0 8 * * *' })
    await later(DAY)
    expect(await startedFor(app(), first.number)).toHaveLength(1)
    expect(await startedFor(app(), last.number)).toHaveLength(1)
    expect(await runsOf(app(), id)).toHaveLength(2)
  })
})
