import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue, sampleValue } from '../support/calls.ts'

onBothStores('the configuration', (app) => {
  const get = async (url: string) => (await expectCall(200, app(), 'GET', url)).json
  const newType = (key: string, more: object = {}) =>
    expectCall(201, app(), 'POST', '/issue-types', { key, name: { en: key }, ...more })

  test('issue types are made, changed, listed in order, and deleted', async () => {
    const made = await newType('swap', { position: 0 })
    expect(made.json).toEqual({
      key: 'swap',
      name: { en: 'swap' },
      position: 0,
      statusPageUrl: 'http://localhost:3000/en/status/swap',
    })
    await expectCall(409, app(), 'POST', '/issue-types', { key: 'swap', name: { en: 'Again' } })
    const changed = await expectCall(200, app(), 'PUT', '/issue-types/swap', {
      name: { cs: 'Výměna' },
      position: 99,
    })
    expect(changed.json).toMatchObject({ name: { cs: 'Výměna' }, position: 99 })
    const { items } = await get('/issue-types')
    expect(items.at(-1).key).toBe('swap')
    const { number } = await openTestIssue(app(), { type: 'swap' })
    const refused = await expectCall(409, app(), 'DELETE', '/issue-types/swap')
    expect(refused.json.detail).toContain(number)
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    await expectCall(204, app(), 'DELETE', '/issue-types/swap')
    await expectCall(404, app(), 'GET', '/issue-types/swap')
    await expectCall(404, app(), 'DELETE', '/issue-types/swap')
    await expectCall(422, app(), 'POST', '/issues', { type: 'swap' })
    await newType('swap')
  })

  test('every part has a tag: 304 where nothing changed, 412 on a lost race', async () => {
    const parts = ['', '/steps', '/number-series', '/status-page', '/views/detail'].map(
      (part) => `/issue-types/return${part}`,
    )
    for (const url of [...parts, '/fields/product', '/company']) {
      const read = await expectCall(200, app(), 'GET', url)
      const etag = String(read.headers.etag)
      expect(etag, url).toMatch(/^"[\w-]+"$/)
      const same = await call(app(), 'GET', url, undefined, { headers: { 'if-none-match': etag } })
      expect(same.status, url).toBe(304)
      const lost = await call(app(), 'PUT', url, read.json, { headers: { 'if-match': '"other"' } })
      expect(lost.status, url).toBe(412)
      expect(lost.json.type).toBe('urn:reklamator:problem:version-conflict')
      const won = await call(app(), 'PUT', url, read.json, { headers: { 'if-match': etag } })
      expect(won.status, url).toBe(200)
    }
    for (const url of ['/issue-types/return', '/fields/product']) {
      const lost = await call(app(), 'DELETE', url, undefined, { headers: { 'if-match': '"other"' } })
      expect(lost.status, url).toBe(412)
    }
  })

  test('of two who change steps at the same moment with a tag one wins', async () => {
    const url = '/issue-types/return/steps'
    const { headers, json } = await expectCall(200, app(), 'GET', url)
    const replies = await Promise.all(
      ['One', 'Two', 'Three'].map((en) => {
        const [first, ...rest] = json.steps
        const steps = [{ ...first, explanation: { en } }, ...rest]
        return call(app(), 'PUT', url, { steps }, { headers: { 'if-match': String(headers.etag) } })
      }),
    )
    expect(replies.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412', '412'])
  })

  test('steps have documented defaults', async () => {
    await newType('plain')
    const { json } = await expectCall(200, app(), 'PUT', '/issue-types/plain/steps', {
      steps: [{ key: 'only', name: { en: 'Only' } }],
    })
    expect(json.steps).toEqual([
      {
        key: 'only',
        name: { en: 'Only' },
        publicName: {},
        explanation: {},
        whatNext: {},
        stage: 'received',
        turn: 'us',
        category: 'open',
        outcome: null,
        hidden: false,
        colour: null,
        pauses: false,
        required: [],
        next: [],
      },
    ])
    const { json: issue } = await expectCall(201, app(), 'POST', '/issues', { type: 'plain' })
    expect(issue).toMatchObject({ step: 'only', transitions: [] })
    await expectCall(409, app(), 'POST', `/issues/${issue.number}/transitions`, { to: 'only' })
  })

  test('a step that issues are at cannot go, and a new category moves them along', async () => {
    await newType('lift')
    const { number } = await openTestIssue(app(), { type: 'lift' })
    const { steps } = await get('/issue-types/lift/steps')
    const [received, done] = steps
    const alone = [{ ...done, next: [] }]
    const refused = await expectCall(409, app(), 'PUT', '/issue-types/lift/steps', { steps: alone })
    expect(refused.json.detail).toContain(number)
    await expectCall(200, app(), 'PUT', '/issue-types/lift/steps', {
      steps: [{ ...received, category: 'waiting' }, done],
    })
    expect(await get(`/issues/${number}`)).toMatchObject({ category: 'waiting' })
    expect((await get('/issues?type=lift&category=waiting')).items).toHaveLength(1)
    await expectCall(200, app(), 'POST', `/issues/${number}/transitions`, { to: 'done' })
    await expectCall(200, app(), 'PUT', '/issue-types/lift/steps', { steps: alone })
    expect((await get(`/issues/${number}`)).progress.map(({ state }: { state: string }) => state)).toEqual([
      'skipped',
      'skipped',
      'skipped',
      'skipped',
      'current',
    ])
  })

  test('steps and openings at the same moment never leave an issue at a step that is gone', async () => {
    await newType('race')
    const { steps } = await get('/issue-types/race/steps')
    const renamed = steps.map((step: { key: string; next: { to: string; roles: string[] }[] }) => ({
      ...step,
      key: `${step.key}-new`,
      next: step.next.map((next) => ({ ...next, to: `${next.to}-new` })),
    }))
    const [put, ...opened] = await Promise.all([
      call(app(), 'PUT', '/issue-types/race/steps', { steps: renamed }),
      ...Array.from({ length: 8 }, () => call(app(), 'POST', '/issues', { type: 'race' })),
    ])
    expect([200, 409]).toContain(put?.status)
    const now = (await get('/issue-types/race/steps')).steps.map(({ key }: { key: string }) => key)
    for (const reply of opened) {
      expect(reply.status, reply.text).toBe(201)
      expect(now).toContain(reply.json.step)
    }
  })

  test('a page identifier belongs to one type', async () => {
    await newType('page-one')
    await newType('page-two')
    const put = (type: string, identifier: string) =>
      call(app(), 'PUT', `/issue-types/${type}/status-page`, { identifier })
    const taken = await put('page-two', 'page-one')
    expect(taken.status).toBe(409)
    expect((await put('page-two', 'other')).status).toBe(200)
    expect((await put('page-one', 'page-two')).status).toBe(200)
    await expectCall(409, app(), 'POST', '/issue-types', { key: 'other', name: { en: 'Other' } })
    expect((await get('/issue-types/page-one')).statusPageUrl).toBe(
      'http://localhost:3000/en/status/page-two',
    )
  })

  test.each(['step', 'category', 'stage', 'turn', 'constructor'])(
    'no field can have the key %s',
    async (key) => {
      const body = { key, type: 'text', label: { en: 'Own' } }
      const { json } = await expectCall(422, app(), 'POST', '/fields', body)
      expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(['key'])
    },
  )

  test('fields are made, changed, and go with their values once nothing names them', async () => {
    const field = { key: 'colour', type: 'choice', label: { en: 'Colour' }, filterable: true }
    const options = ['red', 'green'].map((key) => ({ key, label: { en: key } }))
    const made = await expectCall(201, app(), 'POST', '/fields', { ...field, options })
    expect(made.headers.location).toBe('/api/v1/fields/colour')
    expect(made.json).toEqual({ ...field, options })
    await expectCall(409, app(), 'POST', '/fields', { ...field, options })
    const { number } = await openTestIssue(app(), { values: { colour: 'green', product: 'Samovar' } })

    const { fields } = await get('/issue-types/warranty/views/detail')
    const url = '/issue-types/warranty/views/detail'
    await expectCall(200, app(), 'PUT', url, { fields: [...fields, { field: 'colour' }] })
    const inView = await expectCall(409, app(), 'DELETE', '/fields/colour')
    expect(inView.json.detail).toContain('view detail of warranty')
    await expectCall(200, app(), 'PUT', url, { fields })
    await newType('paint')
    const { steps } = await get('/issue-types/paint/steps')
    steps[1].required = ['colour']
    await expectCall(200, app(), 'PUT', '/issue-types/paint/steps', { steps })
    const inStep = await expectCall(409, app(), 'DELETE', '/fields/colour')
    expect(inStep.json.detail).toContain('step done of paint')
    steps[1].required = []
    await expectCall(200, app(), 'PUT', '/issue-types/paint/steps', { steps })

    const changed = { ...field, label: { en: 'Colour', cs: 'Barva' }, options: options.slice(0, 1) }
    await expectCall(200, app(), 'PUT', '/fields/colour', changed)
    const issue = await get(`/issues/${number}`)
    expect(issue.values.colour).toBe('green')
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, issue)
    await expectCall(422, app(), 'POST', '/issues', { type: 'warranty', values: { colour: 'green' } })

    await expectCall(204, app(), 'DELETE', '/fields/colour')
    await expectCall(404, app(), 'GET', '/fields/colour')
    expect((await get(`/issues/${number}`)).values).toEqual({ product: 'Samovar' })
    expect((await get('/issues?q=green')).items).toEqual([])
    expect((await get('/issues?q=samovar')).items).toHaveLength(1)
    await expectCall(201, app(), 'POST', '/fields', { key: 'colour', type: 'money', label: { en: 'Colour' } })
    expect((await get(`/issues/${number}`)).values).toEqual({ product: 'Samovar' })
  })

  test('a field of every type holds a value, and answers it as it came', async () => {
    const types = [
      'text',
      'long-text',
      'number',
      'money',
      'date',
      'date-time',
      'boolean',
      'choice',
      'multi-choice',
    ]
    types.push('email', 'phone', 'address', 'bank-account', 'link', 'user')
    const values: Record<string, unknown> = {}
    for (const type of types) {
      const key = `of_${type.replaceAll('-', '_')}`
      const options = type.includes('choice') ? [{ key: 'one', label: { en: 'One' } }] : []
      await expectCall(201, app(), 'POST', '/fields', {
        key,
        type,
        label: { cs: 'Pole' },
        options,
        filterable: true,
      })
      values[key] = sampleValue({ type, options })
    }
    const person = { email: 'petra@shop.example', name: 'Petra', role: 'handler' }
    values.of_user = (await expectCall(201, app(), 'POST', '/users', person)).json.id
    const { json } = await expectCall(201, app(), 'POST', '/issues', { type: 'warranty', values })
    expect(json.values).toEqual(values)
    expect((await get(`/issues/${json.number}`)).values).toEqual(values)
    const query =
      'field.of_money=129000%20CZK&field.of_multi_choice=one&field.of_boolean=true&field.of_number=7'
    expect((await get(`/issues?${query}`)).items).toHaveLength(1)
  })

  test('who runs the installation is told in full, and defaults are empty', async () => {
    const { json } = await expectCall(200, app(), 'PUT', '/company', { name: 'Shop' })
    expect(json).toEqual({
      name: 'Shop',
      imprint: '',
      phone: '',
      phoneHours: {},
      email: '',
      website: '',
      privacyUrl: '',
    })
    expect(await get('/company')).toEqual(json)
  })

  test('R46 each change of the configuration leaves a line in the audit, newest first', async () => {
    const lines: {
      action: string
      target: string
      actor: object
      data: { before: unknown; after: unknown }
    }[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await get(`/audit?limit=13${cursor ? `&cursor=${cursor}` : ''}`)
      lines.push(...page.items)
      cursor = page.nextCursor
    }
    expect(lines[0]).toMatchObject({
      action: 'company.changed',
      target: 'company',
      actor: { kind: 'token', name: 'admin' },
      data: { after: { name: 'Shop' } },
    })
    expect(lines.find(({ action }) => action === 'field.deleted')).toMatchObject({
      target: 'field:colour',
      data: { before: { type: 'choice' }, after: null },
    })
    const actions = new Set(lines.map(({ action }) => action))
    for (const action of [
      'issue-type.created',
      'issue-type.deleted',
      'steps.changed',
      'view.changed',
      'issue.deleted',
    ]) {
      expect(actions).toContain(action)
    }
    expect(JSON.stringify(lines)).not.toMatch(/customer\d+@example\.com|601\d{6}/)
  })
})
