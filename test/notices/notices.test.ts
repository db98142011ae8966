import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/base/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { listen, addressOf } from '../support/stream.ts'
import { addPerson, type Desk, type Person, signInAs } from '../staff/support.ts'

onBothStores('what handlers are told', (app) => {
  type Handler = Person & { desk: Pick<Desk, 'call'>; headers: () => Promise<{ cookie: string }> }
  let ann: Handler
  let ben: Handler
  const handler = async (): Promise<Handler> => {
    const person = await addPerson(app(), 'handler')
    let desk = await signInAs(app(), person)
    // Days pass in these tests, and sessions with them.
    const awake = async () => {
      if ((await desk.call('GET', '/session')).status === 401) desk = await signInAs(app(), person)
      return desk
    }
    return {
      ...person,
      desk: { call: async (...args) => (await awake()).call(...args) },
      headers: async () => ({ cookie: (await awake()).cookie }),
    }
  }
  beforeEach(async () => {
    ;[ann, ben] = [await handler(), await handler()]
    await app().drain()
  })

  const told = async ({ desk }: Handler) => {
    await app().drain()
    const { json } = await desk.call('GET', '/notices')
    return json.items.map((item: { kind: string }) => item.kind)
  }
  const assign = async (number: string, to: Handler, by: Handler) => {
    const reply = await by.desk.call('PATCH', `/issues/${number}`, { handler: to.id })
    expect(reply.status, reply.text).toBe(200)
  }
  const say = (number: string, from: 'customer' | 'shop') =>
    expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body: 'Where is it?', from })
  const choose = async ({ desk }: Handler, change: object) => {
    const { json } = await desk.call('GET', '/account/notices')
    const reply = await desk.call('PUT', '/account/notices', { ...json, ...change })
    expect(reply.status, reply.text).toBe(200)
  }
  const mailed = (to: Handler) => {
    const folder = join(app().dataDir, 'mail')
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .filter((mail) => mail.includes(`To: ${to.email}`) && mail.includes('In your account you choose'))
  }

  test('who is given an issue is told by whom, not who takes it', async () => {
    const { number } = await openTestIssue(app())
    await assign(number, ann, ben)
    expect(await told(ann)).toEqual(['assigned'])
    expect(await told(ben)).toEqual([])
    const { json } = await ann.desk.call('GET', '/notices')
    expect(json).toMatchObject({
      unread: 1,
      nextCursor: null,
      items: [
        {
          read: false,
          due: null,
          by: { id: ben.id },
          issue: { number, type: 'warranty', contact: 'Jana Nováková' },
        },
      ],
    })
    await assign(number, ben, ben)
    expect(await told(ben)).toEqual([])
    expect(await told(ann)).toEqual(['assigned'])
  })

  test('an answer of the customer is told once for what comes together, and the shop’s own is not', async () => {
    const { number } = await openTestIssue(app())
    await assign(number, ann, ann)
    await say(number, 'customer')
    await say(number, 'customer')
    await say(number, 'shop')
    expect(await told(ann)).toEqual(['customer-replied'])
    app().clock.advance(11 * MINUTE)
    await say(number, 'customer')
    expect(await told(ann)).toEqual(['customer-replied', 'customer-replied'])
  })

  test('what is read is read, alone, by issue and all; each only for oneself', async () => {
    const issues = [await openTestIssue(app()), await openTestIssue(app()), await openTestIssue(app())]
    for (const { number } of issues) {
      await assign(number, ann, ben)
      await assign(number, ben, ann)
    }
    for (const { number } of issues) await assign(number, ann, ben)
    expect(await told(ann)).toHaveLength(3)
    expect(await told(ben)).toHaveLength(0)
    const { json } = await ann.desk.call('GET', '/notices?limit=1')
    const one = json.items[0].id
    expect((await ben.desk.call('POST', '/notices/read', { ids: [one] })).json).toEqual({ unread: 0 })
    expect((await ann.desk.call('POST', '/notices/read', { ids: [one] })).json).toEqual({ unread: 2 })
    const other = (await ann.desk.call('GET', '/notices?unread=true')).json.items[0].issue.number
    expect((await ann.desk.call('POST', '/notices/read', { issue: other })).json).toEqual({ unread: 1 })
    expect((await ann.desk.call('POST', '/notices/read', { all: true })).json).toEqual({ unread: 0 })
    expect((await ann.desk.call('GET', `/notices?cursor=${json.nextCursor}`)).json.items).toHaveLength(2)
    for (const wrong of [{}, { all: true, issue: other }, { ids: [] }, { ids: ['none'] }, { all: false }])
      expect((await ann.desk.call('POST', '/notices/read', wrong)).status).toBe(422)
    expect((await ann.desk.call('POST', '/notices/read', { issue: 'none' })).status).toBe(404)
  })

  test('deadlines that are near or passed are told in the morning, once', async () => {
    const { number } = await openTestIssue(app(), { due: dayIn(4) })
    await assign(number, ann, ann)
    app().clock.advance(DAY)
    expect(await told(ann)).toEqual([])
    app().clock.advance(DAY - 4 * HOUR)
    expect(await told(ann)).toEqual([])
    app().clock.advance(4 * HOUR)
    expect(await told(ann)).toEqual(['deadline-near'])
    const { json } = await ann.desk.call('GET', '/notices')
    expect(json.items[0]).toMatchObject({ due: dayIn(2), by: null })
    app().clock.advance(2 * DAY)
    expect(await told(ann)).toEqual(['deadline-near'])
    app().clock.advance(DAY)
    expect(await told(ann)).toEqual(['deadline-passed', 'deadline-near'])
    app().clock.advance(DAY)
    expect(await told(ann)).toEqual(['deadline-passed', 'deadline-near'])
  })

  test('who wants mail gets one for all that happened to an issue, unless they have read it', async () => {
    const mail = { desk: true, mail: true }
    await choose(ann, { assigned: mail, 'customer-replied': mail })
    const { number } = await openTestIssue(app())
    await assign(number, ann, ben)
    await app().drain()
    app().clock.advance(5 * MINUTE)
    await say(number, 'customer')
    await app().drain()
    expect(mailed(ann)).toHaveLength(0)
    app().clock.advance(5 * MINUTE)
    await app().drain()
    const [letter = '', ...more] = mailed(ann)
    expect(more).toEqual([])
    expect(letter).toContain(`Subject: ${number}: the customer answered`)
    expect(letter).toContain('assigned the issue to you')
    expect(letter).toContain(`http://localhost:3000/desk/issues/${number}`)
    expect(letter).not.toContain('Jana')
    app().clock.advance(HOUR)
    await say(number, 'customer')
    await app().drain()
    await ann.desk.call('POST', '/notices/read', { issue: number })
    app().clock.advance(HOUR)
    await app().drain()
    expect(mailed(ann)).toHaveLength(1)
  })

  test('what is switched off is not told; by mail alone stands in no list', async () => {
    await choose(ann, { assigned: { desk: false, mail: false } })
    await choose(ben, { assigned: { desk: false, mail: true } })
    const [one, two] = [await openTestIssue(app()), await openTestIssue(app())]
    await assign(one.number, ann, ben)
    await assign(two.number, ben, ann)
    expect(await told(ann)).toEqual([])
    expect(await told(ben)).toEqual([])
    app().clock.advance(HOUR)
    await app().drain()
    expect(mailed(ann)).toHaveLength(0)
    expect(mailed(ben)).toHaveLength(1)
    const stale = { 'if-match': '"nothing"' }
    const { json } = await ann.desk.call('GET', '/account/notices')
    expect((await ann.desk.call('PUT', '/account/notices', json, stale)).status).toBe(412)
    expect((await ann.desk.call('PUT', '/account/notices', { assigned: true })).status).toBe(422)
  })

  test('who is not active any more is told nothing; an erased issue leaves nothing', async () => {
    const { number } = await openTestIssue(app())
    await assign(number, ann, ben)
    expect(await told(ann)).toEqual(['assigned'])
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    expect(await told(ann)).toEqual([])
    const other = await openTestIssue(app())
    await assign(other.number, ben, ann)
    const { json, headers } = await expectCall(200, app(), 'GET', `/users/${ben.id}`)
    const { id: _id, ...user } = json
    await expectCall(
      200,
      app(),
      'PUT',
      `/users/${ben.id}`,
      { ...user, active: false },
      {
        headers: { 'if-match': String(headers['etag']) },
      },
    )
    await app().drain()
    expect(await rowsOf(ben)).toBe(0)
  })

  test('500 are kept of each', async () => {
    const { issue } = await openTestIssue(app())
    const { id } = await app()
      .db.read.selectFrom('issues')
      .select('id')
      .where('number', '=', issue.number)
      .executeTakeFirstOrThrow()
    const at = app().clock.now
    const old = Array.from({ length: 520 }, (_, n) => ({
      id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
      user_id: ann.id,
      issue_id: id,
      kind: 'assigned',
      cause: `old ${n}`,
      due: null,
      by_id: null,
      shown: 1,
      at,
      read_at: at,
      mail_at: null,
    }))
    await app().db.transaction((tx) => tx.query.insertInto('notices').values(old).execute())
    await assign(issue.number, ann, ben)
    await app().drain()
    expect(await rowsOf(ann)).toBe(500)
    expect((await told(ann))[0]).toBe('assigned')
  })

  test('one is told as it happens, and nobody else', async () => {
    const base = await addressOf(app())
    const [own, other] = [await listen(base, await ann.headers()), await listen(base, await ben.headers())]
    const { number } = await openTestIssue(app())
    await assign(number, ann, ben)
    await app().drain()
    await own.next('notice', { kind: 'assigned', number })
    await ann.desk.call('POST', '/notices/read', { all: true })
    await own.next('notice', { kind: 'read', number: null })
    await openTestIssue(app())
    await other.next('issue', { kind: 'issue.field-changed' })
    await other.next('issue', { kind: 'issue.created' })
    expect(other.heard.map(({ event }) => event)).not.toContain('notice')
    for (const stream of [own, other]) stream.close()
  })

  const rowsOf = async ({ id }: Handler) => {
    const rows = await app().db.read.selectFrom('notices').select('id').where('user_id', '=', id).execute()
    return rows.length
  }
  const dayIn = (days: number) => new Date(app().clock.now + days * DAY).toISOString().slice(0, 10)
})
