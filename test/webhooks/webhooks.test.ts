import { describe, expect, test } from 'vitest'
import { call, expectCall } from '../support/calls.ts'
import { makeRule } from '../rules/support.ts'
import { makeWebhook, onBothStoresWithEndpoint } from './support.ts'

onBothStoresWithEndpoint('webhooks as they are set up', (app, endpoint) => {
  const url = () => `http://127.0.0.1:${endpoint().port}/hooks`

  test('R56 the secret has 256 bits, is told once, and never stands anywhere else', async () => {
    const { secret, ...made } = await makeWebhook(app(), endpoint())
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32)
    const read = await expectCall(200, app(), 'GET', `/webhooks/${made.id}`)
    expect(read.json).toEqual(made)
    const list = await expectCall(200, app(), 'GET', '/webhooks')
    expect(list.json.items).toEqual([made])
    const { secret: next } = (await expectCall(200, app(), 'POST', `/webhooks/${made.id}/rotate`)).json
    const audit = (await expectCall(200, app(), 'GET', '/audit?limit=200')).text
    const stored = JSON.stringify(await app().db.read.selectFrom('webhooks').selectAll().execute())
    for (const text of [read.text, list.text, audit, stored, JSON.stringify(app().logged)]) {
      for (const one of [secret, next]) expect(text).not.toContain(one.slice(6, 40))
    }
    expect(audit).toContain('webhook.created')
    expect(audit).toContain('webhook.secret-rotated')
  })

  test('R64 a secret cannot be moved to another webhook, nor be read under another SECRET', async () => {
    const one = await makeWebhook(app(), endpoint())
    const two = await makeWebhook(app(), endpoint())
    const broken = async (id: string) => (await expectCall(200, app(), 'GET', `/webhooks/${id}`)).json.broken
    expect(await broken(two.id)).toEqual([])
    const sealed = await app()
      .db.read.selectFrom('webhooks')
      .select('secret')
      .where('id', '=', one.id)
      .executeTakeFirstOrThrow()
    await app().db.transaction(async (tx) => {
      await tx.query.updateTable('webhooks').set({ secret: sealed.secret }).where('id', '=', two.id).execute()
    })
    // Any change of the configuration makes every process read anew.
    await expectCall(200, app(), 'PUT', `/webhooks/${one.id}`, { ...body(), name: 'Another name' })
    expect(await broken(two.id)).toMatchObject([
      { path: 'secret', message: expect.stringContaining('SECRET is another one') },
    ])
    expect(await broken(one.id)).toEqual([])
    await expectCall(409, app(), 'POST', `/webhooks/${two.id}/test`)
    await expectCall(200, app(), 'POST', `/webhooks/${two.id}/rotate`)
    expect(await broken(two.id)).toEqual([])
  })

  const body = (more: object = {}) => ({
    name: 'Shop system',
    url: url(),
    events: ['issue.created'],
    ...more,
  })

  test('what GET answers may be put back, with If-Match; a lost race is refused', async () => {
    const { id } = await makeWebhook(app(), endpoint(), {
      events: ['issue.created'],
      fields: ['due', 'product'],
    })
    const read = await expectCall(200, app(), 'GET', `/webhooks/${id}`)
    const put = await expectCall(200, app(), 'PUT', `/webhooks/${id}`, read.json, {
      headers: { 'if-match': String(read.headers.etag) },
    })
    expect(put.json).toEqual(read.json)
    expect(put.headers.etag).toBe(read.headers.etag)
    await expectCall(200, app(), 'PUT', `/webhooks/${id}`, body({ enabled: false }))
    const late = { headers: { 'if-match': String(read.headers.etag) } }
    await expectCall(412, app(), 'PUT', `/webhooks/${id}`, read.json, late)
    await expectCall(412, app(), 'DELETE', `/webhooks/${id}`, undefined, late)
    await expectCall(204, app(), 'DELETE', `/webhooks/${id}`)
    await expectCall(404, app(), 'GET', `/webhooks/${id}`)
    const { json } = await expectCall(200, app(), 'GET', '/audit?limit=4')
    expect(json.items.map(({ action }: { action: string }) => action)).toEqual([
      'webhook.deleted',
      'webhook.changed',
      'webhook.changed',
      'webhook.created',
    ])
  })

  test('everything that is wrong is named at once', async () => {
    const { json } = await expectCall(422, app(), 'POST', '/webhooks', {
      name: ' ',
      url: 'ftp://example.com/',
      events: ['issue.created', 'issue.exploded'],
      issueType: 'nothing',
      fields: ['product', 'contact.password'],
      secret: 'mine',
    })
    expect(
      Object.fromEntries(json.errors.map(({ path, message }: Record<string, string>) => [path, message])),
    ).toEqual({
      name: 'a text is needed',
      url: expect.stringContaining('https://'),
      'events.1': expect.stringContaining('issue.step-changed'),
      issueType: expect.stringContaining('known are warranty'),
      'fields.1': expect.stringContaining('contact.email'),
      secret: 'there is no such member',
    })
  })

  test.each<[string, object]>([
    ['R54 an address of this machine', { url: 'http://127.0.0.2/' }],
    ['R54 an address of the network', { url: 'https://10.0.0.1/' }],
    ['R54 the metadata of a cloud', { url: 'http://169.254.169.254/latest/meta-data' }],
    ['R53 another port', { url: 'https://example.com:22/' }],
    ['R53 a user name', { url: 'https://me:word@example.com/' }],
    ['no event', { events: [] }],
    ['an event twice', { events: ['issue.created', 'issue.created'] }],
    ['the event of a rule', { events: ['schedule'] }],
    ['a field twice', { fields: ['due', 'due'] }],
    ['what every payload has', { fields: ['number'] }],
  ])('%s is refused', async (_name, more) => {
    await expectCall(422, app(), 'POST', '/webhooks', body(more))
  })

  test('there are fifty at most', async () => {
    for (let made = 0; made < 50; made++) await makeWebhook(app(), endpoint(), { enabled: false })
    const { json } = await expectCall(409, app(), 'POST', '/webhooks', body())
    expect(json.detail).toContain('50')
  })

  test('they are for administrators alone', async () => {
    const { id } = await makeWebhook(app(), endpoint())
    for (const token of [app().tokens.write, app().tokens.read]) {
      for (const path of ['', `/${id}`, `/${id}/attempts`]) {
        expect((await call(app(), 'GET', `/webhooks${path}`, undefined, { token })).status).toBe(403)
      }
      for (const path of ['', `/${id}/test`, `/${id}/rotate`]) {
        expect((await call(app(), 'POST', `/webhooks${path}`, undefined, { token })).status).toBe(403)
      }
    }
  })

  describe('what is named elsewhere', () => {
    test('a webhook that a rule calls stays, and a rule calls none that is not there', async () => {
      const { id } = await makeWebhook(app(), endpoint())
      const rule = await makeRule(app(), { name: 'Caller', actions: [{ do: 'webhook', webhook: id }] })
      const { json } = await expectCall(409, app(), 'DELETE', `/webhooks/${id}`)
      expect(json.detail).toContain('business rule Caller')
      await expectCall(204, app(), 'DELETE', `/business-rules/${rule}`)
      await expectCall(204, app(), 'DELETE', `/webhooks/${id}`)
      const refused = await expectCall(422, app(), 'POST', '/business-rules', {
        name: 'Caller',
        trigger: { on: 'issue.created' },
        actions: [{ do: 'webhook', webhook: id }],
      })
      expect(refused.json.errors).toEqual([
        { path: 'actions.0.webhook', message: `there is no webhook ${id}` },
      ])
    })

    test('a field that a webhook sends stays', async () => {
      await expectCall(201, app(), 'POST', '/fields', { key: 'shelf', type: 'text', label: { en: 'Shelf' } })
      await makeWebhook(app(), endpoint(), { name: 'Store room', fields: ['shelf'] })
      const { json } = await expectCall(409, app(), 'DELETE', '/fields/shelf')
      expect(json.detail).toContain('webhook Store room')
    })

    test('a webhook of a type that was deleted says so, and is told nothing', async () => {
      await expectCall(201, app(), 'POST', '/issue-types', { key: 'loan', name: { en: 'Loan' } })
      const { id } = await makeWebhook(app(), endpoint(), { issueType: 'loan' })
      await expectCall(204, app(), 'DELETE', '/issue-types/loan')
      const { json } = await expectCall(200, app(), 'GET', `/webhooks/${id}`)
      expect(json.broken).toMatchObject([{ path: 'issueType' }])
    })
  })
})
