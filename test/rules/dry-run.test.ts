import { expect, test } from 'vitest'
import { DAY, HOUR } from '../../src/base/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { deliveriesOf, makeRule, makeTemplate, withoutRules } from './support.ts'

onBothStores('a dry run', (app) => {
  const everything = async () =>
    Promise.all(
      (['deliveries', 'rule_runs', 'pending_events', 'link_keys', 'events', 'messages'] as const).map(
        (table) =>
          app()
            .db.read.selectFrom(table as 'events')
            .selectAll()
            .execute(),
      ),
    )
  const dryRun = async (id: string, period: object = {}, status = 200) =>
    (await expectCall(status, app(), 'POST', `/business-rules/${id}/dry-run`, period)).json

  test('says what would have fired, with what message to whom, and changes nothing', async () => {
    await withoutRules(app())
    const early = await openTestIssue(app(), { locale: 'cs' })
    app().clock.advance(2 * DAY)
    const { number, email } = await openTestIssue(app())
    await expectCall(200, app(), 'POST', `/issues/${number}/transitions`, { to: 'assessing' })
    app().clock.advance(HOUR)
    // Judged by the issue as it was right after each event, whatever happened since.
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { contact: { email: 'new@example.com' } })
    await app().drain()
    const template = await makeTemplate(app())
    const id = await makeRule(app(), {
      enabled: false,
      trigger: { on: 'issue.step-changed' },
      condition: { combinator: 'and', rules: [{ field: 'contact.email', operator: '=', value: email }] },
      actions: [
        { do: 'send', template, to: ['customer', 'handler'] },
        { do: 'move', to: 'closed' },
      ],
    })
    const before = await everything()
    const found = await dryRun(id)
    expect(await everything()).toEqual(before)
    expect(found).toMatchObject({
      examined: 1,
      more: false,
      fired: [
        {
          issue: number,
          kind: 'issue.step-changed',
          actions: [
            {
              do: 'send',
              problem: 'the issue has no active handler',
              messages: [{ to: email, locale: 'en', subject: `Your claim ${number}` }],
            },
            { do: 'move', to: 'closed', problem: 'from assessing no move leads to closed', messages: [] },
          ],
        },
      ],
    })
    expect(await deliveriesOf(app(), number)).toEqual([])

    const created = await makeRule(app(), {
      enabled: false,
      actions: [{ do: 'send', template, to: 'customer' }],
    })
    const issues = (run: { fired: { issue: string }[] }) => run.fired.map(({ issue }) => issue)
    expect(issues(await dryRun(created))).toEqual([number, early.number])
    const from = new Date(app().clock.now - DAY).toISOString()
    expect(issues(await dryRun(created, { from }))).toEqual([number])
    expect(issues(await dryRun(created, { to: from }))).toEqual([early.number])
  })

  test('a period the wrong way round, a broken time and an unknown rule are refused', async () => {
    const id = await makeRule(app(), { actions: [{ do: 'note', body: 'x' }] })
    const wrong = await dryRun(id, { from: '2026-11-20T00:00:00Z', to: '2026-11-19T00:00:00Z' }, 422)
    expect(wrong.errors[0].path).toBe('from')
    expect((await dryRun(id, { from: 'yesterday' }, 422)).errors[0].path).toBe('from')
    await dryRun('00000000-0000-7000-8000-000000000000', {}, 404)
    // The body may be left out.
    await expectCall(200, app(), 'POST', `/business-rules/${id}/dry-run`)
  })

  test('holds nobody else up, however much it looks at', async () => {
    await withoutRules(app())
    for (let n = 0; n < 30; n++) await openTestIssue(app())
    const id = await makeRule(app(), { actions: [{ do: 'note', body: 'x' }] })
    let turns = 0
    const ended = new AbortController()
    const others = async () => {
      for (; !ended.signal.aborted; turns++) await new Promise((resolve) => setImmediate(resolve))
    }
    const [found] = await Promise.all([dryRun(id).finally(() => ended.abort()), others()])
    expect(found.examined).toBeGreaterThanOrEqual(30)
    expect(turns).toBeGreaterThanOrEqual(found.examined)
  })
})
