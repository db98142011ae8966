import { beforeEach, expect, test } from 'vitest'
import { recomputingDeadlines } from '../../src/issues/index.ts'
import { DEADLINES_JOB } from '../../src/issue-types/index.ts'
import { openJobs } from '../../src/jobs/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'

onBothStores('deadlines are computed anew', (app) => {
  const type = 'loan'
  const url = `/issue-types/${type}/deadlines`
  const rule = { key: 'own', name: { en: 'Own' }, length: { days: 10 } }
  const setDays = (days: number, more: object = {}) =>
    expectCall(200, app(), 'PUT', url, { rules: [{ ...rule, length: { days }, ...more }] })
  const recomputation = async () => (await expectCall(200, app(), 'GET', url)).json.recomputation
  const dueOf = async (number: string) => (await expectCall(200, app(), 'GET', `/issues/${number}`)).json.due
  const movesOf = async (number: string) => {
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/events?limit=200`)
    return json.items
      .filter(({ kind }: { kind: string }) => kind === 'deadline.moved')
      .map(({ data, actor }: { data: Record<string, unknown>; actor: { name: string } }) => [
        data['reason'],
        data['to'],
        actor.name,
      ])
  }
  const jobsOf = (kinds: Parameters<typeof openJobs>[0]['kinds']) => {
    const { db, ctx } = app()
    return openJobs({ db, clock: ctx.clock, kinds, log: () => {} })
  }
  const ordinary = () => jobsOf({ [DEADLINES_JOB]: recomputingDeadlines(app().ctx) })

  beforeEach(async () => {
    await app().drain()
    const { json } = await expectCall(200, app(), 'GET', '/issue-types')
    if (json.items.some(({ key }: { key: string }) => key === type)) {
      const { json: list } = await expectCall(200, app(), 'GET', `/issues?type=${type}&limit=200`)
      for (const { number } of list.items) await expectCall(204, app(), 'DELETE', `/issues/${number}`)
      await expectCall(204, app(), 'DELETE', `/issue-types/${type}`)
    }
    await expectCall(201, app(), 'POST', '/issue-types', { key: type, name: { en: 'Loan' } })
  })

  const open = async (count: number) => {
    const numbers: string[] = []
    for (let index = 0; index < count; index++) numbers.push((await openTestIssue(app(), { type })).number)
    return numbers
  }

  test('after a change of the rules, but not where somebody chose the day or it is over', async () => {
    await setDays(10)
    await app().drain()
    expect(await recomputation()).toMatchObject({ state: 'finished', done: 0, total: 0 })
    const [plain = '', over = '', handled = ''] = await open(3)
    await expectCall(200, app(), 'POST', `/issues/${over}/transitions`, { to: 'done' })
    await expectCall(200, app(), 'PATCH', `/issues/${handled}`, { due: '2026-12-01' })
    await setDays(20)
    expect(await recomputation()).toMatchObject({
      state: 'running',
      done: 0,
      total: 2,
      changed: 0,
      finished: null,
    })
    const { json: jobs } = await expectCall(200, app(), 'GET', '/jobs')
    expect(jobs.items[0]).toMatchObject({ kind: 'deadlines', issueType: type, state: 'running', total: 2 })
    expect(await dueOf(plain)).toBe('2026-12-03')
    await app().drain()
    expect(await recomputation()).toMatchObject({
      state: 'finished',
      done: 2,
      total: 2,
      changed: 1,
      failed: 0,
    })
    expect(await Promise.all([plain, over, handled].map(dueOf))).toEqual([
      '2026-12-13',
      '2026-12-03',
      '2026-12-01',
    ])
    expect(await movesOf(plain)).toEqual([['rule-changed', '2026-12-13', expect.any(String)]])
    // Nothing to do where nothing is different.
    await setDays(20)
    expect(await recomputation()).toMatchObject({ state: 'finished', done: 2 })
    await expectCall(200, app(), 'PUT', url, { rules: [] })
    await app().drain()
    expect(await Promise.all([plain, over, handled].map(dueOf))).toEqual([null, '2026-12-03', '2026-12-01'])
  })

  test('after a change of the calendar and of the steps', async () => {
    await expectCall(200, app(), 'PUT', '/calendars/shop', { name: 'Shop' })
    await setDays(10, { calendar: 'shop', roll: 'next-working-day', pauses: true })
    const [number = ''] = await open(1)
    expect(await dueOf(number)).toBe('2026-12-03')
    await expectCall(200, app(), 'PUT', '/calendars/shop', {
      name: 'Shop',
      added: [{ date: '2026-12-03', name: 'Closed' }],
    })
    await app().drain()
    expect(await dueOf(number)).toBe('2026-12-04')
    const { json } = await expectCall(200, app(), 'GET', `/issue-types/${type}/steps`)
    const [first, ...rest] = json.steps
    await expectCall(200, app(), 'PUT', `/issue-types/${type}/steps`, {
      steps: [{ ...first, pauses: true }, ...rest],
    })
    await app().drain()
    expect(await dueOf(number)).toBeNull()
    // Names and texts move no day.
    const told = { ...first, pauses: true, whatNext: { en: 'We write.' } }
    await expectCall(200, app(), 'PUT', `/issue-types/${type}/steps`, { steps: [told, ...rest] })
    expect(await recomputation()).toMatchObject({ state: 'finished' })
  })

  test('a newer change takes the place of one that is not finished', async () => {
    await setDays(10)
    const numbers = await open(3)
    await setDays(20)
    await setDays(30)
    const { json } = await expectCall(200, app(), 'GET', '/jobs')
    expect(json.items.filter(({ issueType }: { issueType: string }) => issueType === type)).toHaveLength(1)
    await app().drain()
    for (const number of numbers) {
      expect((await movesOf(number)).map(([, to]: unknown[]) => to)).toEqual(['2026-12-23'])
    }
  })

  test('R72 a store that fails in the midst of a batch leaves no half of it, and the next one goes on', async () => {
    await setDays(10)
    await app().drain()
    const numbers = await open(130)
    await setDays(20)
    const inner = recomputingDeadlines(app().ctx)
    let left = 105
    const failing = jobsOf({
      [DEADLINES_JOB]: async (tx) => {
        const walkOne = await inner(tx)
        return async (id) => {
          if (left-- > 0) return walkOne(id)
          throw Object.assign(new Error('Connection terminated unexpectedly'), { code: '08006' })
        }
      },
    })
    expect(await failing.workBatch()).toBe(101)
    expect(await recomputation()).toMatchObject({ state: 'running', done: 100, total: 130, changed: 100 })
    await expect(failing.workBatch()).rejects.toMatchObject({ code: 'unavailable' })
    expect(await recomputation()).toMatchObject({ state: 'running', done: 100, changed: 100 })
    await app().drain()
    expect(await recomputation()).toMatchObject({ state: 'finished', done: 130, total: 130, changed: 130 })
    for (const number of [numbers[0], numbers[104], numbers[129]]) {
      expect((await movesOf(number ?? '')).map(([, to]: unknown[]) => to)).toEqual(['2026-12-13'])
    }
  }, 60_000)

  test('several workers do each issue once, beside handlers who change them', async () => {
    await setDays(10)
    await app().drain()
    const numbers = await open(20)
    await setDays(20)
    const work = async () => {
      const jobs = ordinary()
      while ((await jobs.workBatch()) > 0);
    }
    await Promise.all([
      work(),
      work(),
      work(),
      ...numbers.map((number) =>
        expectCall(200, app(), 'PATCH', `/issues/${number}`, { contact: { name: 'Petra' } }),
      ),
    ])
    await work()
    expect(await recomputation()).toMatchObject({ state: 'finished', done: 20, failed: 0 })
    for (const number of numbers) {
      expect((await movesOf(number)).map(([reason, to]: unknown[]) => [reason, to])).toEqual([
        ['rule-changed', '2026-12-13'],
      ])
    }
  })

  test('an issue that cannot be worked on is told, and holds nothing up', async () => {
    await setDays(10)
    await app().drain()
    const numbers = await open(3)
    await setDays(20)
    const inner = recomputingDeadlines(app().ctx)
    let calls = 0
    const jobs = jobsOf({
      [DEADLINES_JOB]: async (tx) => {
        const walkOne = await inner(tx)
        return async (id) => {
          const changed = await walkOne(id)
          if (calls++ === 1) throw new Error('broken')
          return changed
        }
      },
    })
    await jobs.workBatch()
    expect(await recomputation()).toMatchObject({ state: 'finished', done: 3, changed: 2, failed: 1 })
    const dues = await Promise.all(numbers.map(dueOf))
    expect(dues.filter((due) => due === '2026-12-03')).toHaveLength(1)
  })
})
