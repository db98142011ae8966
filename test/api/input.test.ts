import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue, replyOf, type Reply } from '../support/calls.ts'

const paths = ({ json }: Reply): string[] => json.errors.map(({ path }: { path: string }) => path).toSorted()

onBothStores('wrong input', (app) => {
  /** Sends bytes as they are. */
  const send = async (
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: string | Buffer,
    headers: object = {},
  ) => {
    const response = await app().app.inject({
      method,
      url: `/api/v1${url}`,
      headers: {
        authorization: `Bearer ${app().tokens.admin}`,
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    })
    return replyOf(app(), method, `/api/v1${url}`, response)
  }

  test('POST /issues names every wrong member at once, in shape and in content', async () => {
    const reply = await expectCall(422, app(), 'POST', '/issues', {
      type: 'nothing',
      locale: 5,
      contact: { email: 'jana', phone: 7, fax: '1' },
      values: { product: 5, nothing: 1, 'a.b/c': 2 },
      due: '2026-02-30',
      handler: 'nobody@example.com',
      number: 'X',
    })
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.json).toMatchObject({ type: 'urn:reklamator:problem:invalid-input', status: 422 })
    expect(paths(reply)).toEqual(
      [
        'contact.email',
        'contact.fax',
        'contact.phone',
        'due',
        'handler',
        'locale',
        'number',
        'type',
        'values.a.b/c',
        'values.nothing',
        'values.product',
      ].toSorted(),
    )
    for (const { message } of reply.json.errors) expect(message).not.toBe('')
  })

  test('PATCH /issues/{number} names all', async () => {
    const { number } = await openTestIssue(app())
    const reply = await expectCall(422, app(), 'PATCH', `/issues/${number}`, {
      locale: 5,
      contact: { email: 'jana' },
      values: { nothing: 1 },
      due: 'soon',
      wrong: 1,
    })
    expect(paths(reply)).toEqual(['contact.email', 'due', 'locale', 'values.nothing', 'wrong'])
    await expectCall(404, app(), 'PATCH', '/issues/none', { locale: 5 })
  })

  test('POST …/transitions names all, also what the step needs', async () => {
    const { number } = await openTestIssue(app(), { values: {} })
    const to = 'assessing'
    const bare = await call(app(), 'POST', `/issues/${number}/transitions`, { to })
    const needed: string[] = bare.status === 422 ? paths(bare) : []
    const reply = await expectCall(422, app(), 'POST', `/issues/${number}/transitions`, {
      to,
      comment: 5,
      values: {
        nothing: 1,
        ...Object.fromEntries(needed.slice(0, 1).map((path) => [path.slice(7), { x: 1 }])),
      },
      wrong: 1,
    })
    expect(paths(reply)).toEqual([...new Set([...needed, 'comment', 'values.nothing', 'wrong'])].toSorted())
    await expectCall(404, app(), 'POST', '/issues/none/transitions', { to: 5 })
  })

  test('steps name all', async () => {
    const reply = await expectCall(422, app(), 'PUT', '/issue-types/warranty/steps', {
      steps: [
        { key: 'a', name: { en: '' }, next: [{ to: 'b' }, { to: 'nowhere' }, { to: 5 }] },
        { key: 'b', name: { en: 'B' }, stage: 'nothing', required: ['product', 'nothing'], colour: 'red' },
        { key: 'b', name: { en: 'B' }, wrong: 1 },
        'no step',
        { key: 'NO', name: { english: 'B' } },
      ],
    })
    expect(paths(reply)).toEqual(
      [
        'steps.0.name',
        'steps.0.next.1.to',
        'steps.0.next.2.to',
        'steps.1.colour',
        'steps.1.required.1',
        'steps.1.stage',
        'steps.2.key',
        'steps.2.wrong',
        'steps.3',
        'steps.4.key',
        'steps.4.name.english',
      ].toSorted(),
    )
    await expectCall(422, app(), 'PUT', '/issue-types/warranty/steps', { steps: [] })
    await expectCall(404, app(), 'PUT', '/issue-types/none/steps', { steps: [5] })
  })

  test('views name all', async () => {
    const url = '/issue-types/warranty/views/status-page'
    const reply = await expectCall(422, app(), 'PUT', url, {
      fields: [
        { field: 'nothing' },
        { field: 'handler' },
        { field: 'handler' },
        { field: 'due' },
        { field: 'due' },
        { field: 5 },
        {},
      ],
      wrong: 1,
    })
    expect(paths(reply)).toEqual(
      [
        'fields.0.field',
        'fields.2.field',
        'fields.4.field',
        'fields.5.field',
        'fields.6.field',
        'wrong',
      ].toSorted(),
    )
    await expectCall(404, app(), 'PUT', '/issue-types/warranty/views/none', { fields: [] })
    await expectCall(404, app(), 'GET', '/issue-types/warranty/views/none')
  })

  test('the status page names all', async () => {
    const reply = await expectCall(422, app(), 'PUT', '/issue-types/warranty/status-page', {
      enabled: 'yes',
      identifier: 'No Word',
      verification: 'none',
      width: '9000vw',
      favicon: 'http://example.com/x.png',
      font: 'x; } body { color: red',
      metaTitle: { en: 'x'.repeat(201) },
      wrong: 1,
    })
    expect(paths(reply)).toEqual(
      [
        'enabled',
        'favicon',
        'font',
        'identifier',
        'metaTitle.en',
        'verification',
        'width',
        'wrong',
      ].toSorted(),
    )
  })

  test('fields name all', async () => {
    const created = await expectCall(422, app(), 'POST', '/fields', {
      key: 'number',
      type: 'text',
      label: {},
      options: [{ key: 'a', label: { en: 'A' } }, { key: 'a', label: { en: 'A' } }, { key: 'b' }],
      wrong: 1,
    })
    expect(paths(created)).toEqual(
      ['key', 'label', 'options', 'options.1.key', 'options.2.label', 'wrong'].toSorted(),
    )
    const unknown = { key: 'some_field', type: 'rating', label: { en: 'Some' } }
    expect(paths(await expectCall(422, app(), 'POST', '/fields', unknown))).toEqual(['type'])
    const changed = await expectCall(422, app(), 'PUT', '/fields/product', { type: 'number', label: 5 })
    expect(paths(changed)).toEqual(['label', 'type'])
  })

  test('issue types, number series, company, messages and lists name all', async () => {
    const type = await expectCall(422, app(), 'POST', '/issue-types', { key: 'No', position: -1, wrong: 1 })
    expect(paths(type)).toEqual(['key', 'name', 'position', 'wrong'])
    const series = await expectCall(422, app(), 'PUT', '/issue-types/warranty/number-series', {
      pattern: 'WC',
      wrong: 1,
    })
    expect(paths(series)).toEqual(['pattern', 'wrong'])
    const company = await expectCall(422, app(), 'PUT', '/company', {
      email: 'x',
      phone: '5',
      website: 'http://example.com',
      wrong: 1,
    })
    expect(paths(company)).toEqual(['email', 'phone', 'website', 'wrong'])
    const { number } = await openTestIssue(app())
    for (const body of ['', '  \n ', 'x'.repeat(20_001), 5, null]) {
      const reply = await expectCall(422, app(), 'POST', `/issues/${number}/messages`, {
        body,
        from: 'nobody',
      })
      expect(paths(reply)).toEqual(['body', 'from'])
    }
    const list = await expectCall(
      422,
      app(),
      'GET',
      '/issues?type=none&step=none&category=none&handler=nobody&contact=x&createdFrom=x&closedTo=x&decidedFrom=x&dueTo=2026-02-30&sort=x&limit=0&field.none=1&field.product=&x=1',
    )
    expect(paths(list)).toEqual(
      [
        'category',
        'contact',
        'createdFrom',
        'closedTo',
        'decidedFrom',
        'dueTo',
        'field.none',
        'field.product',
        'handler',
        'limit',
        'sort',
        'step',
        'type',
        'x',
      ].toSorted(),
    )
  })

  test.each<[string, string | Buffer, number]>([
    ['no JSON', '{"type":', 400],
    ['an empty body', '', 422],
    ['another kind of value', '[]', 422],
    ['R34 21 levels', `{"values":${'['.repeat(20)}${']'.repeat(20)}}`, 400],
    ['R35 NUL', '{"type":"war\\u0000ranty"}', 400],
    ['R35 half a surrogate pair', '{"contact":{"name":"\\ud800"}}', 400],
    ['R35 invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400],
    ['__proto__', '{"type":"warranty","__proto__":{"x":1}}', 400],
    ['more than 1 MiB', JSON.stringify({ type: 'x'.repeat(1024 ** 2) }), 413],
    ['a huge number', '{"type":1e999}', 422],
  ])('%s is refused', async (_what, payload, status) => {
    const reply = await send('POST', '/issues', payload)
    expect(reply.status, reply.text).toBe(status)
    expect(reply.headers['content-type']).toContain('application/problem+json')
  })

  test.each([
    ['application/x-www-form-urlencoded', 'type=warranty'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['text/plain', '{"type":"warranty"}'],
    ['application/xml', '<type/>'],
    ['nonsense', '{}'],
  ])('the media type %s is refused', async (type, payload) => {
    const reply = await send('POST', '/issues', payload, { 'content-type': type })
    expect(reply.status).toBe(415)
  })

  test('R34 compressed bodies are refused', async () => {
    for (const encoding of ['gzip', 'br', 'deflate, gzip']) {
      const reply = await send('POST', '/issues', '{"type":"warranty"}', { 'content-encoding': encoding })
      expect(reply.status).toBe(415)
    }
  })

  test.each([
    ['/issues?q=%ff', 400],
    ['/issues?q=%00', 400],
    ['/issues?q=a&q=b', 422],
    ['/issues?type=warranty&type=return', 422],
    ['/issues?limit=1&limit=1', 422],
    ['/issues?limit=many', 422],
    ['/issues?limit=201', 422],
    ['/issues?limit=1.5', 422],
    ['/issues?limit=-1', 422],
    ['/issues?limit=99999999999999999999', 422],
    ['/issues?createdFrom=0001-01-01', 422],
    ['/issues?createdFrom=2026-13-01', 422],
    ['/issues?createdTo=9999-12-31', 200],
    ['/issues?createdFrom=9999-12-31T23:59:59%2B14:00', 200],
    [`/issues?q=${'x'.repeat(201)}`, 422],
    ['/issues?q=%22%27%3A*%26%7C!()%5C', 200],
    ['/issues?q=--', 200],
    ['/issues?q=', 200],
    ['/issues/%zz', 400],
    ['/issues/%00', 400],
    ['/issues/%ff', 400],
    [`/issues/${'x'.repeat(65)}`, 404],
    [`/issues/${'x'.repeat(2000)}`, 431],
    ['/issues/..%2F..%2Fetc', 404],
    ["/issues/'%20or%201=1--", 404],
    ['/issue-types/constructor', 404],
    ['/issue-types/__proto__', 404],
    ['/fields/toString', 404],
    ['/audit?cursor=x', 422],
    ['/audit?x=1', 422],
    ['/nothing', 404],
  ])('GET %s answers %i', async (url, status) => {
    const reply = await send('GET', url)
    expect(reply.status, reply.text).toBe(status)
    if (status >= 400) {
      expect(reply.headers['content-type']).toContain('application/problem+json')
      expect(reply.json).toMatchObject({ status, type: expect.stringMatching(/^urn:reklamator:problem:/) })
      expect(reply.headers['cache-control']).toBe('no-store')
    }
  })

  test('a wrong cursor is refused, whatever is in it', async () => {
    const id = '01a207a2-3280-73ea-83a1-c7aa1e119dc5'
    for (const content of [
      'nonsense',
      '[]',
      '{}',
      '["-created"]',
      '["-created",1.5,"x"]',
      `["-created",1.5,"${id}"]`,
      `["-created",1e300,"${id}"]`,
      `["-created","1","${id}"]`,
      `["created",1,"${id}"]`,
      `["-created",1,"\\u0000"]`,
      'null',
    ]) {
      const reply = await send('GET', `/issues?cursor=${Buffer.from(content).toString('base64url')}`)
      expect(reply.status, content).toBe(422)
      expect(paths(reply)).toEqual(['cursor'])
    }
    for (const value of ['\\u0000', '\\ud800', 'a b', '']) {
      const cursor = Buffer.from(`["due","${value}","${id}"]`).toString('base64url')
      expect((await send('GET', `/issues?sort=due&cursor=${cursor}`)).status, value).toBe(422)
    }
    const { number } = await openTestIssue(app())
    for (const list of ['messages', 'attachments', 'events']) {
      await expectCall(422, app(), 'GET', `/issues/${number}/${list}?cursor=x`)
      await expectCall(422, app(), 'GET', `/issues/${number}/${list}?limit=0`)
      await expectCall(404, app(), 'GET', `/issues/none/${list}`)
    }
  })

  test('R35 nothing of this was our fault', () => {
    expect(app().logged).toEqual([])
  })
})
