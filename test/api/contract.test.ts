import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { expectCall, valuesFor } from '../support/calls.ts'

/** The bodies that the documentation shows, sent as they stand there. */
onBothStores('the documented examples', (app) => {
  test('a claim is opened with type, locale, contact and values', async () => {
    const reply = await expectCall(201, app(), 'POST', '/issues', {
      type: 'warranty',
      locale: 'cs',
      contact: { name: 'Jana Nováková', email: 'jana@example.com', phone: '+420601123456' },
      values: { product: 'Kettle K200', order_number: '2026-8841', defect: 'Leaks at the handle' },
    })
    const { number } = reply.json
    expect(number).toMatch(/^WC-26-\d{5}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(reply.json).toEqual({
      number,
      type: 'warranty',
      step: 'received',
      category: 'open',
      locale: 'cs',
      contact: { name: 'Jana Nováková', email: 'jana@example.com', phone: '+420601123456' },
      values: { product: 'Kettle K200', order_number: '2026-8841', defect: 'Leaks at the handle' },
      handler: null,
      due: '2026-12-23',
      deadline: {
        rule: 'cz-consumer',
        law: 'CZ',
        state: 'running',
        start: '2026-11-23',
        due: '2026-12-23',
        since: null,
        pausedDays: 0,
        daysLeft: 30,
        late: false,
        silence: 'nothing',
        extension: null,
        words: expect.stringContaining('30'),
      },
      created: '2026-11-23T09:00:00.000Z',
      changed: '2026-11-23T09:00:00.000Z',
      statusUrl: `http://localhost:3000/cs/status/warranty?issue=${number}`,
      progress: expect.any(Array),
      next: { text: expect.any(String), turn: 'us', due: '2026-12-23' },
      transitions: expect.any(Array),
    })
    expect(
      reply.json.progress.map(({ stage, state }: Record<string, string>) => `${stage} ${state}`),
    ).toEqual([
      'received current',
      'review upcoming',
      'solving upcoming',
      'decision upcoming',
      'done upcoming',
    ])
    expect(reply.json.progress[0]).toMatchObject({ at: '2026-11-23T09:00:00.000Z' })
    expect(reply.headers.location).toBe(`/api/v1/issues/${number}`)
    const read = await expectCall(200, app(), 'GET', `/issues/${number}`)
    expect(read.json).toEqual(reply.json)
    expect(read.headers.etag).toBe(reply.headers.etag)
    const link = await expectCall(200, app(), 'GET', `/issues/${number}/status-link`)
    expect(link.json).toEqual({ url: reply.json.statusUrl, enabled: true, opened: null })
  })

  test('an issue needs nothing but its type', async () => {
    const { json } = await expectCall(201, app(), 'POST', '/issues', { type: 'return' })
    expect(json).toMatchObject({
      type: 'return',
      locale: 'en',
      contact: { name: '', email: '', phone: '' },
      values: {},
    })
  })

  test('the status page is set up', async () => {
    const url = '/issue-types/warranty/status-page'
    const reply = await expectCall(200, app(), 'PUT', url, {
      enabled: true,
      identifier: 'warranty',
      verification: 'email-or-phone',
      attachmentDownloads: true,
      header: { en: '<p>Hello <script>alert(1)</script></p>', cs: '<p>Dobrý den</p>' },
      metaTitle: { en: 'Your claim' },
      font: 'system-ui',
      width: '720px',
      favicon: 'https://cdn.example.com/icon.png',
      css: '.rk-card { color: red }',
      additionalCss: '@import "https://evil.example/x.css"; .rk-top { color: blue }',
    })
    expect(reply.json).toMatchObject({
      enabled: true,
      identifier: 'warranty',
      metaTitle: { en: 'Your claim' },
      font: 'system-ui',
      width: '720px',
      favicon: 'https://cdn.example.com/icon.png',
      url: 'http://localhost:3000/en/status/warranty',
      outsideHosts: ['https://cdn.example.com'],
    })
    expect(reply.json.header.en).not.toContain('script')
    expect(reply.json.cleaned.map(({ path }: { path: string }) => path)).toEqual([
      'header.en',
      'additionalCss',
    ])
    const read = await expectCall(200, app(), 'GET', url)
    expect(read.json).toEqual({ ...reply.json, cleaned: [] })
  })

  test('the fields of the status page are chosen in order', async () => {
    const fields = [
      { field: 'progress' },
      { field: 'product' },
      { field: 'due', label: { en: 'Settled by' } },
      { field: 'messages' },
      { field: 'attachments' },
    ]
    const url = '/issue-types/warranty/views/status-page'
    const reply = await expectCall(200, app(), 'PUT', url, { fields })
    expect(reply.json).toEqual({ fields })
    expect((await expectCall(200, app(), 'GET', url)).json).toEqual({ fields })
  })

  test('an issue moves, is answered and carries a file', async () => {
    const { json: issue } = await expectCall(201, app(), 'POST', '/issues', { type: 'warranty' })
    const url = `/issues/${encodeURIComponent(issue.number)}`
    const to = issue.transitions[0].to
    const values = await valuesFor(app(), 'warranty', to)
    app().clock.advance(60_000)
    const moved = await expectCall(200, app(), 'POST', `${url}/transitions`, { to, comment: 'On it', values })
    expect(moved.json).toMatchObject({ step: to, values, changed: '2026-11-23T09:01:00.000Z' })
    const message = await expectCall(201, app(), 'POST', `${url}/messages`, {
      body: 'Hello',
      internal: false,
    })
    expect(message.json).toEqual({
      id: expect.any(String),
      body: 'Hello',
      internal: false,
      from: 'shop',
      by: 'admin',
      at: '2026-11-23T09:01:00.000Z',
      // The issue has no address to send it to.
      delivery: null,
    })
    const { delivery: _delivery, ...shown } = message.json
    const { json: messages } = await expectCall(200, app(), 'GET', `${url}/messages`)
    expect(messages).toEqual({ items: [shown], nextCursor: null })
    const { json: events } = await expectCall(200, app(), 'GET', `${url}/events`)
    expect(events.items).toMatchObject([
      { kind: 'issue.created', actor: { kind: 'token', name: 'admin' }, data: { step: 'received' } },
      { kind: 'issue.step-changed', data: { from: 'received', to, comment: 'On it' } },
      // The day on which the claim was made came with the move.
      { kind: 'deadline.moved', data: { from: '2026-12-23', to: '2026-12-20', reason: 'fields-changed' } },
      { kind: 'message.received', data: { message: message.json.id, from: 'shop', internal: false } },
    ])
  })

  test('a new issue type has two steps, the default series, empty views, and a page that is off', async () => {
    const created = await expectCall(201, app(), 'POST', '/issue-types', {
      key: 'rental',
      name: { en: 'Repair' },
    })
    expect(created.headers.location).toBe('/api/v1/issue-types/rental')
    const { json: steps } = await expectCall(200, app(), 'GET', '/issue-types/rental/steps')
    expect(steps.steps.map(({ key }: { key: string }) => key)).toEqual(['received', 'done'])
    const { json: series } = await expectCall(200, app(), 'GET', '/issue-types/rental/number-series')
    expect(series).toEqual({ pattern: '{YY}-{seq:5}-{rand:4}', warnings: [] })
    for (const view of ['list', 'detail', 'form', 'status-page']) {
      const { json } = await expectCall(200, app(), 'GET', `/issue-types/rental/views/${view}`)
      expect(json).toEqual({ fields: [] })
    }
    const { json: page } = await expectCall(200, app(), 'GET', '/issue-types/rental/status-page')
    expect(page).toMatchObject({ enabled: false, identifier: 'rental', attachmentDownloads: false })
    const { json: issue } = await expectCall(201, app(), 'POST', '/issues', { type: 'rental' })
    expect(issue.transitions).toEqual([{ to: 'done', name: 'Done' }])
  })

  test('whatever GET answers may be sent back by PUT, and changes nothing', async () => {
    const urls = ['/company', '/fields/product', '/issue-types/warranty']
    const parts = [
      'steps',
      'number-series',
      'status-page',
      ...['list', 'detail', 'form'].map((view) => `views/${view}`),
    ]
    for (const type of ['warranty', 'return']) {
      urls.push(...[...parts, 'views/status-page'].map((part) => `/issue-types/${type}/${part}`))
    }
    const { json: fields } = await expectCall(200, app(), 'GET', '/fields?limit=200')
    urls.push(...fields.items.map(({ key }: { key: string }) => `/fields/${key}`))
    for (const url of urls) {
      const read = await expectCall(200, app(), 'GET', url)
      const put = await expectCall(200, app(), 'PUT', url, read.json)
      expect(put.json, url).toEqual(read.json)
      expect(put.headers.etag, url).toBe(read.headers.etag)
    }
    const { json: issue } = await expectCall(201, app(), 'POST', '/issues', {
      type: 'warranty',
      values: { product: 'Kettle' },
    })
    const patched = await expectCall(200, app(), 'PATCH', `/issues/${issue.number}`, issue)
    expect(patched.json).toEqual(issue)
  })

  test('lists answer items and a cursor', async () => {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = `?limit=7${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
      const { json } = await expectCall(200, app(), 'GET', `/fields${query}`)
      seen.push(...json.items.map(({ key }: { key: string }) => key))
      cursor = json.nextCursor
    }
    const { json: all } = await expectCall(200, app(), 'GET', '/fields?limit=200')
    expect(seen).toEqual(all.items.map(({ key }: { key: string }) => key))
    await expectCall(422, app(), 'GET', '/issue-types?cursor=nothing')
  })
})
