import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, getPage, openTestIssue, type Reply, signIn } from '../support/calls.ts'
import { attachText, setPage, setPageView } from '../status-page/support.ts'

const paths = ({ json }: Reply): string[] => json.errors.map(({ path }: { path: string }) => path).toSorted()

onBothStores('computed fields', (app) => {
  const get = async (url: string) => (await expectCall(200, app(), 'GET', url)).json
  const field = async (key: string, type: string, more: object = {}) =>
    expectCall(201, app(), 'POST', '/fields', { key, type, label: { en: key }, ...more })
  const refused = async (more: object) =>
    expectCall(422, app(), 'POST', '/fields', {
      key: 'wrong',
      type: 'computed',
      label: { en: 'Wrong' },
      ...more,
    })

  test('say what their formula makes of the issue as it is now', async () => {
    await field('pieces', 'number')
    await field('handed_over', 'date-time')
    const made = await field('twice', 'computed', { formula: 'pieces * 2', result: 'number' })
    expect(made.json).toEqual({
      key: 'twice',
      type: 'computed',
      label: { en: 'twice' },
      filterable: false,
      options: [],
      formula: 'pieces * 2',
      result: 'number',
    })
    await field('note', 'computed', { formula: "twice > 5 ? 'many' : 'few'", result: 'text' })
    await field('late', 'computed', { formula: 'addDays(handed_over, 30)', result: 'date' })
    await field('open_days', 'computed', { formula: 'days(created, due)', result: 'number' })

    const { number, issue } = await openTestIssue(app(), { values: { pieces: 2 } })
    expect(issue.values).toEqual({ pieces: 2, twice: 4, note: 'few', open_days: 30 })
    const url = `/issues/${number}`
    // 23:30 UTC is the next day in Prague.
    const changed = await expectCall(200, app(), 'PATCH', url, {
      values: { pieces: 3, handed_over: '2026-11-20T23:30:00Z' },
      due: '2026-12-03',
    })
    const values = {
      pieces: 3,
      handed_over: '2026-11-20T23:30:00.000Z',
      twice: 6,
      note: 'many',
      late: '2026-12-21',
      open_days: 10,
    }
    expect(changed.json.values).toEqual(values)
    const list = await get('/issues?sort=-created')
    expect(list.items.find((item: { number: string }) => item.number === number).values).toEqual(values)

    // Sent back as it was read, nothing changes; a computed value is never taken from outside.
    const back = await expectCall(200, app(), 'PATCH', url, await get(url))
    expect(back.headers.etag).toBe(changed.headers.etag)
    await expectCall(200, app(), 'PATCH', url, { values: { twice: 99 } })
    expect((await get(url)).values).toEqual(values)

    // A new formula holds for the issues that there are, and their tags tell of it.
    const shown = await get('/fields/twice')
    await expectCall(200, app(), 'PUT', '/fields/twice', { ...shown, formula: 'pieces + pieces + 1' })
    const after = await expectCall(200, app(), 'GET', url)
    expect(after.json.values.twice).toBe(7)
    expect(after.headers.etag).not.toBe(changed.headers.etag)
    await expectCall(200, app(), 'PATCH', url, { values: { pieces: null } })
    expect((await get(url)).values).not.toHaveProperty('twice')
    expect((await get(url)).values).not.toHaveProperty('note')
  })

  test('are refused where the formula is not sound', async () => {
    expect(paths(await refused({}))).toEqual(['formula', 'result'])
    expect(paths(await refused({ formula: '1' }))).toEqual(['result'])
    expect(paths(await refused({ formula: '1', result: 'text' }))).toEqual(['result'])
    expect(paths(await refused({ formula: 'x'.repeat(501), result: 'text' }))).toEqual(['formula'])
    expect(paths(await refused({ formula: '1', result: 'money' }))).toEqual(['result'])
    expect(paths(await refused({ formula: '1', result: 'number', filterable: true }))).toEqual(['filterable'])
    for (const [formula, message] of [
      ['1 + nothing', 'at character 5: there is no field nothing'],
      ['1 + product', 'at character 1: + takes a number and a number'],
      ['sqrt(4)', 'at character 1: there is no function sqrt'],
      ['__proto__', 'at character 1: there is no field __proto__'],
      ['wrong + 1', 'the formula needs its own result: wrong → wrong'],
      ['number', 'at character 1: there is no field number'],
    ]) {
      const { json } = await refused({ formula, result: 'number' })
      expect(json.errors).toEqual([{ path: 'formula', message }])
    }
    const plain = { key: 'plain', type: 'text', label: { en: 'Plain' }, formula: '1', result: 'number' }
    expect(paths(await expectCall(422, app(), 'POST', '/fields', plain))).toEqual(['formula', 'result'])
    await expectCall(404, app(), 'GET', '/fields/wrong')
  })

  test('stand on one another without circles, and fit what stands on them', async () => {
    await field('base', 'computed', { formula: '1', result: 'number' })
    await field('upper', 'computed', { formula: 'base + 1', result: 'number' })
    const put = (more: object) =>
      expectCall(422, app(), 'PUT', '/fields/base', { type: 'computed', label: { en: 'Base' }, ...more })
    const circle = await put({ formula: 'upper + 1', result: 'number' })
    expect(circle.json.errors).toEqual([
      { path: 'formula', message: 'the formula needs its own result: base → upper → base' },
    ])
    const unfit = await put({ formula: "'one'", result: 'text' })
    expect(unfit.json.errors).toEqual([
      { path: 'result', message: 'the formula of upper would not fit any more' },
    ])
    expect(paths(await put({}))).toEqual(['formula', 'result'])

    for (let index = 1; index < 10; index++) {
      const formula = index === 1 ? 'c0 + c0' : `c${index - 1} + c${index - 1}`
      if (index === 1) await field('c0', 'computed', { formula: '1', result: 'number' })
      await field(`c${index}`, 'computed', { formula, result: 'number' })
    }
    const { json } = await refused({ formula: 'c9', result: 'number' })
    expect(json.errors[0].message).toContain('at most 10 computed fields')
    const higher = { type: 'computed', label: { en: 'C0' }, formula: 'base', result: 'number' }
    expect(paths(await expectCall(422, app(), 'PUT', '/fields/c0', higher))).toEqual(['formula'])
    expect((await openTestIssue(app())).issue.values.c9).toBe(512)
  })

  test('keep what they name, and cannot be asked for', async () => {
    await field('weight', 'number')
    await field('heavy', 'computed', { formula: 'weight > 30', result: 'boolean' })
    const { json } = await expectCall(409, app(), 'DELETE', '/fields/weight')
    expect(json.detail).toContain('formula of heavy')
    const steps = await get('/issue-types/warranty/steps')
    steps.steps[1].required = ['heavy']
    expect(paths(await expectCall(422, app(), 'PUT', '/issue-types/warranty/steps', steps))).toContain(
      'steps.1.required.0',
    )
    await expectCall(422, app(), 'GET', '/issues?field.heavy=true')
    await expectCall(204, app(), 'DELETE', '/fields/heavy')
    await expectCall(204, app(), 'DELETE', '/fields/weight')
  })
})

onBothStores('fields that name a file', (app) => {
  const get = async (url: string) => (await expectCall(200, app(), 'GET', url)).json

  test('take an attachment of the same issue, and lose it with the attachment', async () => {
    const made = { key: 'report', type: 'file', label: { en: 'Report' } }
    await expectCall(201, app(), 'POST', '/fields', made)
    const filterable = { ...made, key: 'other', filterable: true }
    expect(paths(await expectCall(422, app(), 'POST', '/fields', filterable))).toEqual(['filterable'])

    const mine = await openTestIssue(app(), { values: { product: 'Samovar' } })
    const other = await openTestIssue(app())
    const id = await attachText(app(), mine.number, { name: 'report.txt', text: 'Fine', public: false })
    const foreign = await attachText(app(), other.number, { name: 'other.txt', text: 'Fine', public: true })
    const url = `/issues/${mine.number}`
    for (const report of [foreign, 'nothing', '0'.repeat(36), '__proto__', 5, [id], { id }]) {
      const reply = await call(app(), 'PATCH', url, { values: { report, nothing: 1 } })
      expect([reply.status, paths(reply)]).toEqual([422, ['values.nothing', 'values.report']])
    }
    const opening = await call(app(), 'POST', '/issues', { type: 'warranty', values: { report: id } })
    expect([opening.status, paths(opening)]).toEqual([422, ['values.report']])

    const { json } = await expectCall(200, app(), 'PATCH', url, { values: { report: id } })
    expect(json.values).toEqual({ product: 'Samovar', report: id })
    await expectCall(200, app(), 'PATCH', url, await get(url))

    const to = json.transitions[0].to
    const wrong = await call(app(), 'POST', `${url}/transitions`, { to, values: { report: foreign } })
    expect(paths(wrong)).toContain('values.report')

    await expectCall(204, app(), 'DELETE', `${url}/attachments/${id}`)
    expect((await get(url)).values).toEqual({ product: 'Samovar' })
    const events = JSON.stringify((await get(`${url}/events?limit=100`)).items)
    expect(events).toContain(`{"report":{"from":"${id}","to":null}}`)
    expect((await get('/issues?q=samovar')).items).toHaveLength(1)
  })

  test('are shown with their name only where the file is public, with a link only while downloads are on', async () => {
    const made = { key: 'certificate', type: 'file', label: { en: 'Certificate' } }
    await expectCall(201, app(), 'POST', '/fields', made)
    await expectCall(201, app(), 'POST', '/fields', {
      key: 'score',
      type: 'computed',
      label: { en: 'Score' },
      formula: 'length(product) * 1000 + 0.5',
      result: 'number',
    })
    await setPageView(app(), ['certificate', 'score'])
    const { number, email } = await openTestIssue(app(), { values: { product: 'Kettle' } })
    const url = `/issues/${number}`
    const name = 'CANARY <b>.txt'
    const id = await attachText(app(), number, { name, text: 'Fine', public: false })
    await expectCall(200, app(), 'PATCH', url, { values: { certificate: id } })
    const cookie = await signIn(app(), { issue: number, contact: email })
    const page = async (locale = 'en') => {
      const at = `/${locale}/status/warranty?issue=${encodeURIComponent(number)}`
      return (await getPage(app(), at, { cookie })).body
    }

    const hidden = await page()
    expect(hidden).not.toContain('CANARY')
    expect(hidden).not.toContain('Certificate')
    expect(hidden).not.toContain(id)
    expect(hidden).toContain('6,000.5')
    expect((await page('cs')).replaceAll('\u00a0', ' ')).toContain('6 000,5')

    await expectCall(200, app(), 'PATCH', `${url}/attachments/${id}`, { public: true })
    const shared = await page()
    expect(shared).not.toContain('<b>')
    expect(shared).toMatch(
      new RegExp(`<dt>Certificate</dt><dd><a href="/en/status/warranty/attachments/${id}[^"]*">`),
    )
    expect(shared).toContain('CANARY')

    await setPage(app(), { attachmentDownloads: false })
    const named = await page()
    expect(named).toContain('CANARY')
    expect(named).not.toContain(id)

    await expectCall(200, app(), 'PATCH', `${url}/attachments/${id}`, { public: false })
    expect(await page()).not.toContain('CANARY')
    await setPage(app(), { attachmentDownloads: true })
    expect(await page()).not.toContain('CANARY')
  })

  test('tell nobody by a computed date of a change that only the shop can see', async () => {
    await expectCall(201, app(), 'POST', '/fields', {
      key: 'last_change',
      type: 'computed',
      label: { en: 'Last change' },
      formula: 'addDays(changed, 0)',
      result: 'date',
    })
    await setPageView(app(), ['last_change'])
    const { number, email } = await openTestIssue(app())
    app().clock.advance(3 * 86_400_000)
    await expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'Note', internal: true })
    expect((await get(`/issues/${number}`)).values.last_change).toBe('2026-11-26')
    const cookie = await signIn(app(), { issue: number, contact: email })
    const { body } = await getPage(app(), `/en/status/warranty?issue=${number}`, { cookie })
    expect(body).toContain('<dt>Last change</dt><dd><time datetime="2026-11-23">')
  })
})
