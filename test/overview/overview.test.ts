import { expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/base/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall, valuesFor } from '../support/calls.ts'

/** Opens an issue and moves it along, with a time to wait before each move. */
async function travel(
  app: TestApp,
  issue: { type: string; due?: string; handler?: string },
  ...moves: readonly [waits: number, to: string][]
): Promise<void> {
  const { json } = await expectCall(201, app, 'POST', '/issues', issue)
  for (const [waits, to] of moves) {
    app.clock.advance(waits)
    const values = await valuesFor(app, issue.type, to)
    await expectCall(200, app, 'POST', `/issues/${json.number}/transitions`, { to, values })
  }
}

async function overview(app: TestApp, query = '') {
  return (await expectCall(200, app, 'GET', `/overview${query}`)).json
}

/** How many a list with these filters finds. */
async function listed(app: TestApp, query: string): Promise<number> {
  return (await expectCall(200, app, 'GET', `/issues?limit=1&count=true&${query}`)).json.count
}

const SERVICE = { type: 'service' }
const OPEN = 'category=open,waiting'

onBothStores('the overview', (app) => {
  it('counts what is open as the lists behind it do', async () => {
    const handler = await expectCall(201, app(), 'POST', '/users', {
      email: 'petr@shop.example',
      name: 'Petr',
      role: 'handler',
    })
    await travel(app(), { ...SERVICE, due: '2026-11-22', handler: handler.json.id })
    await travel(app(), { ...SERVICE, due: '2026-11-23' })
    await travel(app(), { ...SERVICE, due: '2026-11-25' }, [HOUR, 'acknowledged'])
    await travel(app(), { ...SERVICE, due: '2026-11-30', handler: handler.json.id })
    await travel(app(), { ...SERVICE, due: '2026-12-01' })
    await travel(app(), { type: 'return', due: '2026-11-01' })
    await travel(app(), SERVICE, [HOUR, 'withdrawn'])

    const { today, open, steps, handlers } = await overview(app())
    expect(today).toBe('2026-11-23')
    expect(open.count).toBe(await listed(app(), OPEN))
    expect(open).toMatchObject({ count: 6, late: 2, dueIn2: 2, dueIn7: 3, unassigned: 4 })
    expect(open.late).toBe(await listed(app(), 'late=true'))
    expect(open.dueIn7).toBe(await listed(app(), `${OPEN}&dueFrom=2026-11-23&dueTo=2026-11-30`))
    expect(open.unassigned).toBe(await listed(app(), `${OPEN}&handler=none`))
    for (const [turn, count] of Object.entries(open.turns)) {
      expect(count, turn).toBe(await listed(app(), `${OPEN}&turn=${turn}`))
    }
    for (const { type, step, count, late } of steps) {
      expect(count, step).toBe(await listed(app(), `type=${type}&step=${step}`))
      expect(late, step).toBe(await listed(app(), `type=${type}&step=${step}&late=true`))
    }
    expect(steps.map(({ step }: { step: string }) => step)).not.toContain('withdrawn')
    expect(handlers).toEqual([
      { id: null, name: null, count: 4, late: 1, dueIn7: 2 },
      { id: handler.json.id, name: 'Petr', count: 2, late: 1, dueIn7: 1 },
    ])
    expect((await overview(app(), '?type=return')).open).toMatchObject({ count: 1, late: 1 })
  })

  it('tells how old open issues are, by days of the shop', async () => {
    const before = await overview(app())
    await travel(app(), SERVICE)
    app().clock.advance(8 * DAY)
    await travel(app(), SERVICE)
    const { open, today } = await overview(app())
    expect(open.ages.map(({ days }: { days: object }) => days)).toEqual([
      { from: 0, to: 7 },
      { from: 8, to: 14 },
      { from: 15, to: 30 },
      { from: 31, to: null },
    ])
    expect(open.ages[0].createdTo).toBe(today)
    expect(open.ages[0].count).toBe(1)
    expect(open.ages[1].count).toBe(before.open.count + 1)
    for (const { createdFrom, createdTo, count } of open.ages) {
      const since = createdFrom ? `&createdFrom=${createdFrom}` : ''
      expect(count).toBe(await listed(app(), `${OPEN}${since}&createdTo=${createdTo}`))
    }
  })

  it('tells what was opened and closed, day by day of the shop or by week', async () => {
    // Half past midnight in Prague is the day before in London.
    app().clock.now = Date.parse('2027-03-27T23:30:00Z')
    await travel(app(), { type: 'repair' }, [2 * HOUR, 'withdrawn'])
    const days = await overview(app(), '?type=repair&from=2027-03-26&to=2027-03-29')
    expect(days.flow).toEqual([
      { from: '2027-03-26', to: '2027-03-26', opened: 0, closed: 0 },
      { from: '2027-03-27', to: '2027-03-27', opened: 0, closed: 0 },
      { from: '2027-03-28', to: '2027-03-28', opened: 1, closed: 1 },
      { from: '2027-03-29', to: '2027-03-29', opened: 0, closed: 0 },
    ])
    const weeks = await overview(app(), '?type=repair&from=2027-02-20&to=2027-03-28')
    expect(weeks.flow.at(-1)).toEqual({ from: '2027-03-22', to: '2027-03-28', opened: 1, closed: 1 })
    for (const { from, to, closed } of [...days.flow, ...weeks.flow]) {
      expect(closed).toBe(await listed(app(), `type=repair&closedFrom=${from}&closedTo=${to}`))
      for (const sort of ['created', 'changed', 'due', 'number'])
        expect(closed).toBe(await listed(app(), `closedFrom=${from}&closedTo=${to}&type=repair&sort=${sort}`))
    }
    expect(await listed(app(), 'closedFrom=2027-03-27T23:30:00Z&closedTo=2027-03-29')).toBe(1)
    expect(await listed(app(), 'closedFrom=2027-03-27T23:30:00Z&category=open,waiting')).toBe(0)
    const usual = await overview(app())
    expect([usual.from, usual.to, usual.flow.length]).toEqual(['2027-01-04', '2027-03-28', 12])
  })

  it('tells how long decisions took by their month, once they are made and not again', async () => {
    app().clock.now = Date.parse('2027-05-03T08:00:00Z')
    await travel(app(), SERVICE, [HOUR, 'acknowledged'], [HOUR, 'investigating'])
    const steps = (await expectCall(200, app(), 'GET', '/issue-types/service/steps')).json.steps
    const decides = steps.find(({ key }: { key: string }) => key === 'justified')
    expect(decides.stage).toBe('decision')
    expect((await overview(app(), '?type=service')).decisions).toEqual([])
    await travel(
      app(),
      SERVICE,
      [10 * HOUR, 'acknowledged'],
      [10 * HOUR, 'investigating'],
      [5 * HOUR + 100, 'justified'],
    )
    expect((await overview(app(), '?type=service')).decisions).toEqual([
      { type: 'service', month: '2027-05', count: 1, medianHours: 25, p90Hours: 25 },
    ])
    expect(await listed(app(), 'type=service&decidedFrom=2027-05-01&decidedTo=2027-05-31')).toBe(1)
    expect(await listed(app(), 'decidedTo=2027-04-30')).toBe(0)
  })

  it('finds nothing late that was met in time, though work goes on', async () => {
    await travel(app(), SERVICE, [0, 'acknowledged'], [HOUR, 'investigating'], [HOUR, 'justified'])
    const [issue] = (await expectCall(200, app(), 'GET', '/issues?step=justified')).json.items
    expect(issue).toMatchObject({ category: 'open', deadline: { state: 'met' } })
    app().clock.now = Date.parse(`${issue.due}T12:00:00Z`) + 2 * DAY
    const { open, steps } = await overview(app(), '?type=service')
    expect(open.late).toBe(await listed(app(), 'type=service&late=true'))
    expect(steps.find(({ step }: { step: string }) => step === 'justified').late).toBe(0)
    expect(await listed(app(), 'step=justified&late=true')).toBe(0)
  })

  it('names every wrong member of what is asked', async () => {
    const wrong = async (query: string) =>
      (await expectCall(422, app(), 'GET', `/overview?${query}`)).json.errors.map(
        ({ path }: { path: string }) => path,
      )
    expect(await wrong('from=2026-02-30&type=none&hue=red')).toEqual(
      expect.arrayContaining(['from', 'type', 'hue']),
    )
    expect(await wrong('from=2026-12-02&to=2026-12-01')).toEqual(['from'])
    expect(await wrong('from=2020-01-01')).toEqual(['from'])
    expect(await wrong('to=9999-12-31')).toEqual(['to'])
    expect(await wrong('from=1969-12-31&to=1970-01-01')).toEqual(['from'])
    const { flow } = await overview(app(), '?from=2998-12-31&to=2999-12-31')
    expect(flow.length).toBeGreaterThan(50)
  })
})
