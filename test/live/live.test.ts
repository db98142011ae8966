import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createToken, revokeToken } from '../../src/staff/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { addressOf, type Listening, listen as listenAt } from '../support/stream.ts'
import { addPerson, signInAs } from '../staff/support.ts'

onBothStores('what happens is heard', (app) => {
  const open: Listening[] = []
  const listen = async (headers: Record<string, string>, after: string | null = null) => {
    const listening = await listenAt(await addressOf(app()), headers, after)
    open.push(listening)
    return listening
  }
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const person = async (role: 'handler' | 'viewer' | 'administrator' = 'handler') => {
    const one = await addPerson(app(), role)
    const desk = await signInAs(app(), one)
    return { ...one, desk, headers: { cookie: desk.cookie } }
  }
  afterEach(() => {
    for (const listening of open.splice(0)) listening.close()
  })

  test('a change of an issue is told by its number, and nothing of the customer', async () => {
    const stream = await listen(bearer(app().tokens.read))
    expect(stream.status).toBe(200)
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(stream.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(stream.headers.get('x-accel-buffering')).toBe('no')
    expect(stream.headers.get('x-content-type-options')).toBe('nosniff')
    const { number } = await openTestIssue(app())
    expect((await stream.next('issue', { kind: 'issue.created' })).data).toEqual({
      number,
      version: 1,
      kind: 'issue.created',
    })
    await expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'A secret', from: 'customer' })
    expect((await stream.next('issue', { kind: 'message.received' })).data).toMatchObject({
      number,
      version: 2,
    })
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { contact: { name: 'Eva' } })
    await stream.next('issue', { kind: 'issue.field-changed', number })
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    await stream.next('issue', { kind: 'erased', number, version: null })
    expect(JSON.stringify(stream.heard)).not.toMatch(/secret|Eva|Jana|example\.com/)
  })

  test('what fails is not told', async () => {
    const { number } = await openTestIssue(app())
    const stream = await listen(bearer(app().tokens.read))
    await app()
      .db.transaction(async (tx) => {
        tx.tell({ of: 'configuration', version: -1 })
        throw new Error('on purpose')
      })
      .catch(() => {})
    await expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'Hello' })
    await stream.next('issue', { number })
    expect(stream.heard.filter(({ event }) => event === 'configuration')).toEqual([])
  })

  test('a change of the configuration is told', async () => {
    const stream = await listen(bearer(app().tokens.read))
    const company = await expectCall(200, app(), 'GET', '/company')
    await expectCall(200, app(), 'PUT', '/company', { ...company.json, name: 'Another name' })
    expect((await stream.next('configuration')).data).toEqual({ version: expect.any(Number) })
  })

  test('whoever was away for a moment hears what they missed, once', async () => {
    const first = await listen(bearer(app().tokens.read))
    const one = await openTestIssue(app())
    await first.next('issue', { number: one.number })
    first.close()
    await first.ended
    const other = await listen(bearer(app().tokens.read))
    const two = await openTestIssue(app())
    await other.next('issue', { number: two.number })
    const back = await listen(bearer(app().tokens.read), first.lastId())
    await back.next('issue', { number: two.number })
    expect(back.heard.filter(({ event }) => event === 'issue')).toHaveLength(1)
    const browser = await listen({ ...bearer(app().tokens.read), 'last-event-id': back.lastId() ?? '' })
    const three = await openTestIssue(app())
    await browser.next('issue', { number: three.number })
    expect(browser.heard).toHaveLength(1)
  })

  test('where that is not known any more, they are told to begin anew', async () => {
    const stream = await listen(bearer(app().tokens.read), 'another-process-17')
    await stream.next('reset')
    const again = await listen(bearer(app().tokens.read), stream.lastId())
    await openTestIssue(app())
    await again.next('issue')
    expect(again.heard.map(({ event }) => event)).not.toContain('reset')
  })

  describe('R61', () => {
    const untilEnd = async (stream: Listening) => {
      expect(stream.status).toBe(200)
      await stream.ended
    }

    test('R61 a stream ends with its session: signed out', async () => {
      const { desk, headers } = await person()
      const stream = await listen(headers)
      expect((await desk.call('DELETE', '/session')).status).toBe(204)
      await untilEnd(stream)
      expect((await listen(headers)).status).toBe(401)
    })

    test('R61 … the person is not active any more, or the role is another one', async () => {
      const one = await person()
      const two = await person()
      const [first, second] = [await listen(one.headers), await listen(two.headers)]
      const edit = async (id: string, change: object) => {
        const { json, headers } = await expectCall(200, app(), 'GET', `/users/${id}`)
        const { id: _id, ...user } = json
        await expectCall(
          200,
          app(),
          'PUT',
          `/users/${id}`,
          { ...user, ...change },
          {
            headers: { 'if-match': String(headers['etag']) },
          },
        )
      }
      await edit(one.id, { active: false })
      await untilEnd(first)
      await edit(two.id, { role: 'viewer' })
      await untilEnd(second)
    })

    test('R61 … the token is revoked', async () => {
      const { db, ctx } = app()
      const { id, token } = await createToken(db, ctx.clock, { name: 'Short', scope: 'issues:read' })
      const stream = await listen(bearer(token))
      await revokeToken(db, ctx.clock, id)
      await untilEnd(stream)
      expect((await listen(bearer(token))).status).toBe(401)
    })

    test('R61 a stream, and what a window asks by itself, keep no session alive', async () => {
      const { desk, headers } = await person()
      await listen(headers)
      for (let minutes = 0; minutes < 30; minutes += 10) {
        app().clock.advance(10 * 60_000)
        await desk.call('GET', '/issues', undefined, { 'x-unattended': '1' })
      }
      expect((await listen(headers)).status).toBe(401)
      expect((await desk.call('GET', '/issues')).status).toBe(401)
    })
  })

  test('one person cannot take all streams', async () => {
    const { headers } = await person()
    const streams = await Promise.all(Array.from({ length: 13 }, () => listen(headers)))
    expect(streams.filter(({ status }) => status === 429)).toHaveLength(1)
    expect((await listen((await person()).headers)).status).toBe(200)
  })

  test('windows that are closed before they were let in take no place', async () => {
    const { headers } = await person()
    const { port } = new URL(await addressOf(app()))
    for (let i = 0; i < 20; i++) {
      const socket = connect(Number(port), '127.0.0.1')
      await once(socket, 'connect')
      socket.write(
        `GET /api/v1/live HTTP/1.1\r\nhost: localhost:${port}\r\ncookie: ${headers.cookie}\r\n\r\n`,
      )
      socket.resetAndDestroy()
    }
    const streams = await Promise.all(Array.from({ length: 12 }, () => listen(headers)))
    expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
  })

  test('it is seen who looks at an issue and who writes, until they leave', async () => {
    const { number } = await openTestIssue(app())
    const [ann, ben] = [await person(), await person('viewer')]
    const stream = await listen(ben.headers)
    const path = `/issues/${number}/presence`
    const put = await ann.desk.call('PUT', path, { state: 'looking' })
    expect(put.json).toEqual({ number, people: [{ id: ann.id, name: expect.any(String), state: 'looking' }] })
    await stream.next('presence', { number, people: put.json.people })
    await ann.desk.call('PUT', path, { state: 'looking' })
    await ann.desk.call('PUT', path, { state: 'writing' })
    const { data } = await stream.next('presence', { number })
    expect(data).toMatchObject({ people: [{ id: ann.id, state: 'writing' }] })
    const both = await ben.desk.call('PUT', path, { state: 'looking', tab: 'a' })
    expect(both.json.people).toHaveLength(2)
    await stream.next('presence', { number, people: both.json.people })
    expect((await ann.desk.call('DELETE', path)).status).toBe(204)
    await stream.next('presence', { number, people: both.json.people.slice(1) })
    app().clock.advance(46_000)
    await stream.next('presence', { number, people: [] })
    expect((await ann.desk.call('PUT', '/issues/none/presence', { state: 'looking' })).status).toBe(404)
    expect((await ann.desk.call('PUT', path, { state: 'asleep' })).status).toBe(422)
  })
})
