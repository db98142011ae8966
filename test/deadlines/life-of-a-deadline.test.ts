import { beforeEach, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, getPage, openTestIssue, signIn, valuesFor } from '../support/calls.ts'

const TEN_AT = 'T09:00:00Z'
const VALUES = { product: 'Kettle K200', defect: 'Leaks', inspection: 'Worn', decision: 'accepted' }

onBothStores('the life of a deadline', (app) => {
  const on = (date: string, time = TEN_AT) => {
    app().clock.now = Date.parse(`${date}${time}`)
  }
  beforeEach(() => on('2026-11-23'))

  const read = async (number: string) => (await expectCall(200, app(), 'GET', `/issues/${number}`)).json
  const move = async (number: string, to: string, type = 'warranty') => {
    const values = await valuesFor(app(), type, to)
    return (await expectCall(200, app(), 'POST', `/issues/${number}/transitions`, { to, values })).json
  }
  const extend = (number: string, body: object, headers = {}) =>
    call(app(), 'POST', `/issues/${number}/deadline/extensions`, body, { headers })
  const moved = async (number: string) => {
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/events?limit=200`)
    return json.items
      .filter(({ kind }: { kind: string }) => kind.startsWith('deadline.'))
      .map(({ data }: { data: Record<string, unknown> }) =>
        [data['reason'] ?? 'agreed', data['from'], data['to'], data['days']].filter(
          (part) => part !== undefined,
        ),
      )
  }
  const consent = { by: 'Jana Nováková', at: '2026-12-04T08:30:00Z', how: 'phone' }

  test('a Czech claim: started, paused, resumed, extended with consent, late, settled, back again', async () => {
    const { number } = await openTestIssue(app(), { locale: 'cs', values: VALUES })
    expect(await read(number)).toMatchObject({
      due: '2026-12-23',
      next: { due: '2026-12-23' },
      deadline: {
        rule: 'cz-consumer',
        law: 'CZ',
        state: 'running',
        start: '2026-11-23',
        daysLeft: 30,
        late: false,
      },
    })

    on('2026-11-25')
    await move(number, 'waiting-for-goods')
    expect(await read(number)).toMatchObject({
      due: null,
      next: { due: null },
      deadline: { state: 'paused', since: '2026-11-25', daysLeft: null, due: null },
    })
    // What was read may be sent back, and changes nothing.
    const paused = await expectCall(200, app(), 'GET', `/issues/${number}`)
    const back = await expectCall(200, app(), 'PATCH', `/issues/${number}`, paused.json)
    expect(back.headers.etag).toBe(paused.headers.etag)

    on('2026-12-02')
    expect(await move(number, 'goods-received')).toMatchObject({
      due: '2026-12-30',
      deadline: { state: 'running', pausedDays: 7, daysLeft: 28 },
    })

    on('2026-12-04')
    const without = await extend(number, { to: '2027-01-15' })
    expect([without.status, without.json.errors]).toMatchObject([422, [{ path: 'consent' }]])
    const bare = await call(app(), 'PATCH', `/issues/${number}`, { due: '2027-01-15' })
    expect(bare.status).toBe(422)
    expect(bare.json.errors[0]).toMatchObject({ path: 'due', message: expect.stringContaining('2026-12-30') })
    const agreed = await extend(number, { to: '2027-01-15', consent, comment: 'The part is late' })
    expect(agreed.json, agreed.text).toMatchObject({
      due: '2027-01-15',
      deadline: { state: 'running', extension: { to: '2027-01-15', consent } },
    })

    on('2027-01-18')
    expect((await read(number)).deadline).toMatchObject({ late: true, daysLeft: -3 })
    await move(number, 'assessing')
    await move(number, 'accepted')
    await move(number, 'replacing')
    expect((await read(number)).deadline).toMatchObject({ state: 'running', late: true })
    on('2027-01-19')
    await move(number, 'shipped')
    expect((await read(number)).deadline).toMatchObject({
      state: 'met',
      since: '2027-01-19',
      due: '2027-01-15',
      daysLeft: null,
      late: true,
    })
    on('2027-01-21')
    await move(number, 'closed')
    on('2027-01-25')
    expect(await move(number, 'disputed')).toMatchObject({
      due: '2027-01-15',
      deadline: { state: 'running', late: true },
    })

    expect(await moved(number)).toEqual([
      ['paused', '2026-12-23', null],
      ['resumed', '2026-12-23', '2026-12-30', 7],
      ['agreed', '2026-12-30', '2027-01-15'],
      ['extended', '2026-12-30', '2027-01-15'],
      ['met', '2027-01-15', '2027-01-15'],
      ['reopened', '2027-01-15', '2027-01-15'],
    ])
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/events?limit=200`)
    const extended = json.items.find(({ kind }: { kind: string }) => kind === 'deadline.extended')
    expect(extended).toMatchObject({
      actor: { kind: 'token', name: 'admin' },
      data: { from: '2026-12-30', to: '2027-01-15', consent, comment: 'The part is late' },
    })
  })

  test('settled in time and back again, the days in between do not count', async () => {
    const { number } = await openTestIssue(app(), { values: VALUES })
    on('2026-12-03')
    await move(number, 'assessing')
    await move(number, 'accepted')
    await move(number, 'replacing')
    await move(number, 'shipped')
    expect((await read(number)).due).toBe('2026-12-23')
    on('2026-12-10')
    expect(await move(number, 'disputed')).toMatchObject({ due: '2026-12-30', deadline: { pausedDays: 7 } })
    expect((await moved(number)).at(-1)).toEqual(['reopened', '2026-12-23', '2026-12-30', 7])
  })

  test('a Polish claim: 14 days for the answer, no pause, and silence accepts', async () => {
    const { number } = await openTestIssue(app(), { locale: 'pl', values: VALUES })
    await move(number, 'waiting-for-goods')
    expect(await read(number)).toMatchObject({
      due: '2026-12-07',
      deadline: { rule: 'pl-consumer', law: 'PL', state: 'running', silence: 'accepted' },
    })
    const { id } = (
      await expectCall(201, app(), 'POST', '/business-rules', {
        name: 'Silence accepts',
        trigger: { on: 'message.received', from: 'shop', internal: true },
        condition: {
          combinator: 'and',
          rules: [
            { field: 'deadline.silence', operator: '=', value: 'accepted' },
            { field: 'deadline.law', operator: '=', value: 'PL' },
            { field: 'deadline.state', operator: '=', value: 'running' },
            { field: 'deadline.rule', operator: '=', value: 'pl-consumer' },
          ],
        },
        actions: [{ do: 'set', field: 'priority', value: 'high' }],
      })
    ).json
    await expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'Late', internal: true })
    await app().drain()
    expect((await read(number)).values.priority).toBe('high')
    await expectCall(204, app(), 'DELETE', `/business-rules/${id}`)
    on('2026-12-05')
    await move(number, 'goods-received')
    await move(number, 'assessing')
    // The answer ends it, though the repair is still to come.
    expect(await move(number, 'accepted')).toMatchObject({ deadline: { state: 'met', late: false } })
  })

  test('a repair: the time starts with the device, and the page says so', async () => {
    const { number, email } = await openTestIssue(app(), { type: 'repair', values: { device: 'Kettle' } })
    expect(await read(number)).toMatchObject({ due: null, deadline: { state: 'waiting', start: null } })
    expect(await moved(number)).toEqual([])
    const cookie = await signIn(app(), { issue: number, contact: email }, { page: 'repair' })
    const page = () => getPage(app(), `/en/status/repair?issue=${number}`, { cookie })
    expect((await page()).body).toMatch(/<dt>Deadline<\/dt><dd>Not running yet/)
    on('2026-11-30')
    const { transitions } = await read(number)
    expect(transitions.map(({ to }: { to: string }) => to)).toContain('device-received')
    await move(number, 'device-received', 'repair')
    // 21 December, a Monday.
    expect(await read(number)).toMatchObject({ due: '2026-12-21', deadline: { start: '2026-11-30' } })
    expect(await moved(number)).toEqual([['started', null, '2026-12-21']])
  })

  test('R25 the status page tells of a pause and of what was agreed, not by whom, in a single statement', async () => {
    const { number, email } = await openTestIssue(app(), { values: VALUES })
    const cookie = await signIn(app(), { issue: number, contact: email })
    const page = async (locale = 'en') => {
      app().takeStatements()
      const { body } = await getPage(app(), `/${locale}/status/warranty?issue=${number}`, { cookie })
      expect(app().takeStatements()).toHaveLength(1)
      return body
    }
    await getPage(app(), `/en/status/warranty?issue=${number}`, { cookie })
    expect(await page()).toMatch(/rk-deadline[^>]*>By law we have 30 days/)
    await move(number, 'waiting-for-goods')
    const paused = await page()
    expect(paused).toMatch(/<dt>Deadline<\/dt><dd>Paused since <time datetime="2026-11-23">/)
    expect(paused).toContain('Because we wait for you.')
    expect(paused).not.toContain('rk-left')
    expect(await page('cs')).toContain('Protože čekáme na vás.')
    await move(number, 'goods-received')
    const past = { ...consent, at: '2026-11-22T08:00:00Z' }
    expect((await extend(number, { to: '2027-01-15', consent: past })).status).toBe(200)
    const agreed = await page()
    expect(agreed).toMatch(/<dd><time datetime="2027-01-15">/)
    expect(agreed).toContain('Agreed with you on <time datetime="2026-11-22">22 November 2026</time>.')
    // Who agreed is for handlers.
    expect(agreed).not.toContain('Nováková')
  })

  test('the status page says that a longer time was agreed only where somebody did', async () => {
    const { number, email } = await openTestIssue(app(), { type: 'repair', values: { device: 'Kettle' } })
    await move(number, 'device-received', 'repair')
    expect((await extend(number, { to: '2027-01-15' })).status).toBe(200)
    const cookie = await signIn(app(), { issue: number, contact: email }, { page: 'repair' })
    const { body } = await getPage(app(), `/en/status/repair?issue=${number}`, { cookie })
    expect(body).toContain('<time datetime="2027-01-15">')
    expect(body).not.toContain('Agreed with you')
  })

  test('an extension names what is wrong, and comes once', async () => {
    const { number } = await openTestIssue(app(), { values: VALUES })
    const paths = async (body: object) => {
      const { status, json } = await extend(number, body)
      return [status, ...(json.errors ?? []).map(({ path }: { path: string }) => path)]
    }
    const past = { ...consent, at: '2026-11-23T08:00:00Z' }
    expect(await paths({})).toEqual([422, 'to', 'consent'])
    expect(await paths({ to: '2026-12-23', consent: past })).toEqual([422, 'to'])
    expect(await paths({ to: '9999-12-31', consent: past })).toEqual([422, 'to'])
    expect(await paths({ to: 'soon', consent: { ...past, at: '2026-11-24T08:00:00Z' } })).toEqual([
      422,
      'to',
      'consent.at',
    ])
    expect(await paths({ to: '2027-01-15', consent: { ...past, by: ' ', how: 'smoke' } })).toEqual([
      422,
      'consent.by',
      'consent.how',
    ])
    const key = { 'idempotency-key': `extension-${number}` }
    const first = await extend(number, { to: '2027-01-15', consent: past }, key)
    const second = await extend(number, { to: '2027-01-15', consent: past }, key)
    expect([first.status, second.text]).toEqual([200, first.text])
    expect(await moved(number)).toHaveLength(2)
    const stale = await extend(number, { to: '2027-02-15', consent: past }, { 'if-match': '"old"' })
    expect(stale.status).toBe(412)
    await move(number, 'cancelled')
    expect((await extend(number, { to: '2027-02-15', consent: past })).status).toBe(409)
    const { number: free } = await openTestIssue(app(), { due: '2026-12-01' })
    expect((await extend(free, { to: '2027-02-15', consent: past })).status).toBe(409)
  })

  test('a day by hand stays, until it is given back to the rule', async () => {
    const { number, issue } = await openTestIssue(app(), { due: '2027-03-01', values: VALUES })
    expect(issue).toMatchObject({ due: '2027-03-01', deadline: { rule: null, law: null, state: 'by-hand' } })
    await move(number, 'waiting-for-goods')
    expect(await read(number)).toMatchObject({ due: '2027-03-01', deadline: { state: 'by-hand' } })
    const patch = async (due: string | null) =>
      (await expectCall(200, app(), 'PATCH', `/issues/${number}`, { due })).json
    expect(await patch('2027-04-01')).toMatchObject({ due: '2027-04-01' })
    expect(await patch(null)).toMatchObject({ due: null, deadline: { state: 'paused' } })
    on('2026-11-30')
    expect(await move(number, 'goods-received')).toMatchObject({ due: '2026-12-30' })
    // It is the rule's already.
    expect(await patch(null)).toMatchObject({ due: '2026-12-30', deadline: { state: 'running' } })
    expect(await patch('2026-12-10')).toMatchObject({ due: '2026-12-10', deadline: { state: 'by-hand' } })
    expect(await moved(number)).toEqual([
      ['by-hand', '2027-03-01', '2027-04-01'],
      ['by-hand', '2027-04-01', null],
      ['resumed', '2026-12-23', '2026-12-30', 7],
      ['by-hand', '2026-12-30', '2026-12-10'],
    ])
  })

  test('the day follows the fields that it comes from', async () => {
    const { number } = await openTestIssue(app(), { locale: 'cs', values: VALUES })
    const patch = async (body: object) =>
      (await expectCall(200, app(), 'PATCH', `/issues/${number}`, body)).json
    expect(await patch({ values: { claim_made: '2026-11-20' } })).toMatchObject({ due: '2026-12-20' })
    expect(await patch({ locale: 'pl' })).toMatchObject({
      due: '2026-12-04',
      deadline: { rule: 'pl-consumer' },
    })
    expect(await patch({ values: { claim_made: null } })).toMatchObject({ due: '2026-12-07' })
    expect((await moved(number)).map(([reason]: unknown[]) => reason)).toEqual([
      'fields-changed',
      'fields-changed',
      'fields-changed',
    ])
  })

  test('messages print days left, words, start and what silence means', async () => {
    await expectCall(201, app(), 'POST', '/message-templates', {
      key: 'about-time',
      name: 'About time',
      subject: { en: 'Time' },
      body: {
        en: '{{ deadline_days_left }} days; {{ deadline_words }}; from {{ deadline_start }}; {{ deadline_silence }}{% if deadline_silence == "accepted" %} by law{% endif %}',
      },
    })
    const { number } = await openTestIssue(app(), { locale: 'pl', values: VALUES })
    on('2026-12-09')
    const { json } = await expectCall(200, app(), 'POST', '/message-templates/about-time/preview', {
      issue: number,
      locale: 'en',
    })
    expect(json.text).toMatch(
      /-2 days; We answer within 14 days\.[^;]*; from 23\sNovember 2026; accepted by law/,
    )
  })
})
