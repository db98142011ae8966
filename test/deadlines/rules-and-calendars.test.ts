import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue, type Reply } from '../support/calls.ts'

const paths = ({ json }: Reply) => json.errors.map(({ path }: { path: string }) => path)

onBothStores('deadline rules and calendars', (app) => {
  const url = '/issue-types/warranty/deadlines'
  const rule = { key: 'own', name: { en: 'Own' }, length: { days: 10 } }
  const put = (rules: unknown, headers = {}) => call(app(), 'PUT', url, { rules }, { headers })

  test('a rule needs a key, a name and a length; the rest has its usual value', async () => {
    const first = await expectCall(200, app(), 'GET', url)
    expect(first.json.rules.map(({ key }: { key: string }) => key)).toEqual([
      'pl-consumer',
      'sk-consumer',
      'cz-consumer',
    ])
    expect(first.json.recomputation).toBeNull()
    const { json } = await put([rule])
    expect(json.rules).toEqual([
      {
        ...rule,
        law: 'custom',
        when: [],
        start: { on: 'created' },
        length: { days: 10, unit: 'calendar' },
        roll: 'none',
        calendar: 'none',
        pauses: false,
        until: 'closed',
        longer: 'free',
        silence: 'nothing',
        words: {},
      },
    ])
    const back = await expectCall(200, app(), 'PUT', url, json)
    expect(back.json.rules).toEqual(json.rules)
    const stale = { 'if-match': String(first.headers.etag) }
    expect((await put([], stale)).status).toBe(412)
    const { json: audit } = await expectCall(200, app(), 'GET', '/audit?limit=2')
    expect(audit.items[0]).toMatchObject({
      action: 'deadlines.changed',
      target: 'issue-type:warranty/deadlines',
    })
    await expectCall(200, app(), 'PUT', url, first.json)
  })

  test('what is wrong is named, all of it at once', async () => {
    const wrong = await put([
      {
        ...rule,
        when: [
          { field: 'none', in: ['a'] },
          { field: 'quantity', in: ['1'] },
          { field: 'priority', in: ['high', 'burning'] },
          { field: 'proof_of_purchase', in: ['yes'] },
          { field: 'locale', in: ['Polish'] },
        ],
        start: { on: 'field', field: 'product' },
        calendar: 'MARS',
      },
      { ...rule, start: { on: 'step', step: 'nowhere' } },
      { ...rule, key: 'other', start: { on: 'field', field: 'nothing' } },
    ])
    expect(wrong.status).toBe(422)
    expect(paths(wrong)).toEqual([
      'rules.0.when.0.field',
      'rules.0.when.1.field',
      'rules.0.when.2.in.1',
      'rules.0.when.3.in.0',
      'rules.0.when.4.in.0',
      'rules.0.start.field',
      'rules.0.calendar',
      'rules.1.key',
      'rules.1.start.step',
      'rules.2.start.field',
    ])
    const shapes = await put([
      { ...rule, length: { days: 0 }, law: 'XX', until: 'soon', wrong: 1, calendar: 'MARS' },
    ])
    expect(paths(shapes).toSorted()).toEqual([
      'rules.0.calendar',
      'rules.0.law',
      'rules.0.length.days',
      'rules.0.until',
      'rules.0.wrong',
    ])
    expect((await put(Array.from({ length: 21 }, (_, at) => ({ ...rule, key: `r${at}` })))).status).toBe(422)
    expect((await put([{ ...rule, when: [{ field: 'locale', in: [] }] }])).status).toBe(422)
    await expectCall(404, app(), 'PUT', '/issue-types/none/deadlines', { rules: [] })
  })

  test('what a rule names cannot go', async () => {
    const { json: before } = await expectCall(200, app(), 'GET', url)
    await expectCall(201, app(), 'POST', '/fields', { key: 'landed', type: 'date', label: { en: 'Landed' } })
    await expectCall(200, app(), 'PUT', '/calendars/own', { name: 'Own' })
    const named = { ...rule, start: { on: 'field', field: 'landed' }, calendar: 'own' }
    expect(
      (await put([named, { ...rule, key: 'b', start: { on: 'step', step: 'at-partner' } }])).status,
    ).toBe(200)
    const field = await call(app(), 'DELETE', '/fields/landed')
    expect([field.status, field.json.detail]).toEqual([
      409,
      expect.stringContaining('deadline rule own of warranty'),
    ])
    const calendar = await call(app(), 'DELETE', '/calendars/own')
    expect([calendar.status, calendar.json.detail]).toEqual([409, expect.stringContaining('warranty')])
    const { json: steps } = await expectCall(200, app(), 'GET', '/issue-types/warranty/steps')
    const fewer = steps.steps
      .filter(({ key }: { key: string }) => key !== 'at-partner')
      .map((step: { next: { to: string }[] }) => ({
        ...step,
        next: step.next.filter(({ to }) => to !== 'at-partner'),
      }))
    const gone = await call(app(), 'PUT', '/issue-types/warranty/steps', { steps: fewer })
    expect([gone.status, gone.json.detail]).toEqual([409, expect.stringContaining('deadline rule b')])
    await expectCall(200, app(), 'PUT', url, before)
    await expectCall(204, app(), 'DELETE', '/fields/landed')
    await expectCall(204, app(), 'DELETE', '/calendars/own')
  })

  test('days are counted before a rule is saved, with the days off on the way', async () => {
    const counted = async (query: string) =>
      (await expectCall(200, app(), 'GET', `/calendars/CZ/last-day?${query}`)).json
    expect(await counted('start=2026-11-24&days=30&roll=next-working-day')).toEqual({
      day: '2026-12-28',
      movedFrom: '2026-12-24',
      holidays: [
        { date: '2026-12-24', name: 'Štědrý den' },
        { date: '2026-12-25', name: '1. svátek vánoční' },
        { date: '2026-12-26', name: '2. svátek vánoční' },
      ],
    })
    expect(await counted('start=2026-11-23&days=30')).toEqual({
      day: '2026-12-23',
      movedFrom: null,
      holidays: [],
    })
    expect(await counted('start=2026-11-23&days=20&unit=working')).toMatchObject({ day: '2026-12-21' })
    expect(await counted('start=2200-12-31&days=3650')).toMatchObject({ movedFrom: null })
    for (const query of ['', 'start=2026-02-30&days=1', 'start=0001-01-01&days=1', 'start=2026-01-01&days=0'])
      await expectCall(422, app(), 'GET', `/calendars/CZ/last-day?${query}`)
    await expectCall(404, app(), 'GET', '/calendars/MARS/last-day?start=2026-01-01&days=1')
  })

  test('shipped calendars are there, and know the days off of a year', async () => {
    const { json } = await expectCall(200, app(), 'GET', '/calendars')
    expect(json.items.map(({ key, shipped }: { key: string; shipped: boolean }) => [key, shipped])).toEqual([
      ['CZ', true],
      ['SK', true],
      ['PL', true],
      ['none', true],
    ])
    const { json: cz } = await expectCall(200, app(), 'GET', '/calendars/CZ?year=2026')
    expect(cz).toMatchObject({ key: 'CZ', base: 'CZ', weekend: [6, 7], added: [], removed: [] })
    expect(cz.days).toHaveLength(13)
    expect(cz.days[1]).toEqual({ date: '2026-04-03', weekday: 5, name: 'Velký pátek' })
    expect((await expectCall(200, app(), 'GET', '/calendars/CZ')).json).not.toHaveProperty('days')
    await expectCall(422, app(), 'GET', '/calendars/CZ?year=nope')
    await expectCall(404, app(), 'GET', '/calendars/MARS')
    await expectCall(409, app(), 'DELETE', '/calendars/CZ')
  })

  test('an own calendar is made, changed and deleted; a changed one of the product comes back', async () => {
    const workshop = {
      name: 'Workshop',
      base: 'CZ',
      weekend: [7],
      added: [{ date: '2026-12-31', name: 'Stock-taking' }],
      removed: ['2026-11-17'],
    }
    const made = await expectCall(200, app(), 'PUT', '/calendars/workshop', workshop)
    expect(made.json).toEqual({ key: 'workshop', ...workshop, shipped: false })
    const read = await expectCall(200, app(), 'GET', '/calendars/workshop?year=2026')
    expect(read.json.days.map(({ date }: { date: string }) => date)).toContain('2026-12-31')
    expect(read.json.days.map(({ date }: { date: string }) => date)).not.toContain('2026-11-17')
    // What GET answers may be sent back.
    const back = await expectCall(200, app(), 'PUT', '/calendars/workshop', read.json)
    expect(back.headers.etag).toBe(made.headers.etag)
    const stale = { headers: { 'if-match': '"old"' } }
    expect((await call(app(), 'PUT', '/calendars/workshop', workshop, stale)).status).toBe(412)
    const wrong = await call(app(), 'PUT', '/calendars/workshop', {
      name: '',
      base: 'XX',
      weekend: [1, 2, 3, 4, 5, 6, 7],
      added: [{ date: '2026-02-30' }, { date: '2026-03-01' }, { date: '2026-03-01' }],
      removed: ['soon'],
    })
    expect(paths(wrong).toSorted()).toEqual([
      'added.0.date',
      'added.2.date',
      'base',
      'name',
      'removed.0',
      'weekend',
    ])
    const odd = await call(app(), 'PUT', '/calendars/9%20lives', workshop)
    expect([odd.status, paths(odd)]).toEqual([422, ['key']])
    await expectCall(204, app(), 'DELETE', '/calendars/workshop')
    await expectCall(404, app(), 'GET', '/calendars/workshop')

    const { json: cz } = await expectCall(200, app(), 'GET', '/calendars/CZ')
    const changed = await expectCall(200, app(), 'PUT', '/calendars/CZ', { ...cz, removed: ['2026-11-17'] })
    expect(changed.json.shipped).toBe(false)
    await expectCall(204, app(), 'DELETE', '/calendars/CZ')
    expect((await expectCall(200, app(), 'GET', '/calendars/CZ')).json).toEqual(cz)
  })

  test('what it takes counts working days', async () => {
    const { json: before } = await expectCall(200, app(), 'GET', url)
    const working = { ...rule, length: { days: 20, unit: 'working' }, calendar: 'CZ' }
    await put([working])
    const { issue } = await openTestIssue(app())
    expect(issue.due).toBe('2026-12-21')
    await put([{ ...working, length: { days: 25, unit: 'working' } }])
    expect((await openTestIssue(app())).issue.due).toBe('2026-12-30')
    await expectCall(200, app(), 'PUT', url, before)
  })
})
