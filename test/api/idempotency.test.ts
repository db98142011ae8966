import { expect, test } from 'vitest'
import { DAY } from '../../src/base/index.ts'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue } from '../support/calls.ts'

onBothStores('R75 the same request twice', (app) => {
  let keys = 0
  const key = () => ({ headers: { 'idempotency-key': `key-${keys++}` } })
  const count = async () => (await expectCall(200, app(), 'GET', '/issues?limit=200')).json.items.length
  const body = { type: 'warranty', contact: { email: 'jana@example.com' } }

  test('is done once and answered alike, also when the issue changed meanwhile', async () => {
    const more = key()
    const first = await expectCall(201, app(), 'POST', '/issues', body, more)
    await expectCall(200, app(), 'PATCH', `/issues/${first.json.number}`, { due: '2026-12-01' })
    const second = await expectCall(201, app(), 'POST', '/issues', body, more)
    expect(second.json).toEqual(first.json)
    expect(second.headers.etag).toBe(first.headers.etag)
    expect(second.headers.location).toBe(first.headers.location)
    expect(await count()).toBe(1)
  })

  test('with another body, or at another address, is refused', async () => {
    const more = key()
    const { json } = await expectCall(201, app(), 'POST', '/issues', body, more)
    const other = await expectCall(422, app(), 'POST', '/issues', { type: 'return' }, more)
    expect(other.json.type).toBe('urn:reklamator:problem:idempotency-key-reused')
    const message = await call(app(), 'POST', `/issues/${json.number}/messages`, { body: 'Hello' }, more)
    expect(message.json.type).toBe('urn:reklamator:problem:idempotency-key-reused')
  })

  test('at the same moment is done once', async () => {
    const before = await count()
    const more = key()
    const replies = await Promise.all(
      Array.from({ length: 12 }, () => call(app(), 'POST', '/issues', body, more)),
    )
    expect(replies.map(({ status }) => status)).toEqual(Array(12).fill(201))
    expect(new Set(replies.map(({ json }) => json.number)).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  test('after a refusal the key is free again', async () => {
    const more = key()
    await expectCall(422, app(), 'POST', '/issues', { type: 'none' }, more)
    await expectCall(201, app(), 'POST', '/issues', body, more)
  })

  test('keys of different tokens have nothing to do with each other', async () => {
    const { headers } = key()
    const one = await expectCall(201, app(), 'POST', '/issues', body, { headers })
    const other = await expectCall(201, app(), 'POST', '/issues', body, {
      headers,
      token: app().tokens.write,
    })
    expect(other.json.number).not.toBe(one.json.number)
  })

  test('messages, moves and files are done once too', async () => {
    const { number } = await openTestIssue(app())
    const message = key()
    const send = () =>
      expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'Hello' }, message)
    expect((await send()).json).toEqual((await send()).json)
    const { json: messages } = await expectCall(200, app(), 'GET', `/issues/${number}/messages`)
    expect(messages.items).toHaveLength(1)
    const { number: other } = await openTestIssue(app(), { type: 'return' })
    const move = key()
    const go = () => call(app(), 'POST', `/issues/${other}/transitions`, { to: 'cancelled' }, move)
    const [first, second] = [await go(), await go()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.json).toEqual(first.json)
  })

  test('after a day the key is free again', async () => {
    const more = key()
    const first = await expectCall(201, app(), 'POST', '/issues', body, more)
    app().clock.advance(DAY)
    const second = await expectCall(201, app(), 'POST', '/issues', body, more)
    expect(second.json.number).not.toBe(first.json.number)
    app().clock.advance(DAY + 1)
    await app().running.sweep()
    const left = await app().db.read.selectFrom('idempotency_keys').select('key').execute()
    expect(left).toEqual([])
  })

  test('the kept answer is erased with the issue', async () => {
    const more = key()
    const { json } = await expectCall(201, app(), 'POST', '/issues', body, more)
    await expectCall(204, app(), 'DELETE', `/issues/${json.number}`)
    expect(await app().db.read.selectFrom('idempotency_keys').selectAll().execute()).toEqual([])
  })

  test.each(['', ' ', 'x'.repeat(256), 'klíč', 'a b'])('the key %j is refused', async (value) => {
    const reply = await call(app(), 'POST', '/issues', body, { headers: { 'idempotency-key': value } })
    expect(reply.status).toBe(422)
  })
})
