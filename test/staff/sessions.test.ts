import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall } from '../support/calls.ts'
import { addPerson, PASSWORD, signInAs, trySignIn } from './support.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

onBothStores('signing in', (app) => {
  test('answers who is signed in, what they may do, and a cookie of its own', async () => {
    const person = await addPerson(app(), 'handler', { name: 'Hana Malá' })
    const reply = await trySignIn(app(), { email: ` ${person.email.toUpperCase()}`, password: PASSWORD })
    expect(reply.status, reply.text).toBe(200)
    expect(reply.json).toEqual({
      user: {
        id: person.id,
        email: person.email,
        name: 'Hana Malá',
        role: 'handler',
        locale: 'en',
        totp: false,
      },
      permissions: ['issues:read', 'issues:write'],
      csrf: expect.stringMatching(/^[\w-]{43}$/),
      confirmedUntil: new Date(app().clock.now + 5 * MINUTE).toISOString(),
      authenticator: 'none',
    })
    const cookie = String(reply.headers['set-cookie'])
    expect(cookie).toMatch(/^reklamator-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const desk = await signInAs(app(), person)
    expect((await desk.call('GET', '/session')).json.user.id).toBe(person.id)
    expect((await desk.call('GET', '/issues')).status).toBe(200)
    expect((await desk.call('DELETE', '/session')).status).toBe(204)
    expect((await desk.call('GET', '/session')).status).toBe(401)
  })

  test('R59 unknown, wrong and disabled are told alike', async () => {
    const person = await addPerson(app(), 'handler')
    const gone = await addPerson(app(), 'handler')
    const { json } = await call(app(), 'GET', `/users/${gone.id}`)
    await expectCall(200, app(), 'PUT', `/users/${gone.id}`, { ...json, active: false })
    const replies = [
      await trySignIn(app(), { email: 'nobody@shop.example', password: PASSWORD }),
      await trySignIn(app(), { email: person.email, password: 'quite another password' }),
      await trySignIn(app(), { email: gone.email, password: PASSWORD }),
      await trySignIn(app(), { email: 'not an address', password: '' }),
    ]
    for (const reply of replies) {
      expect(reply.status).toBe(401)
      expect(reply.text).toBe(replies[0]?.text)
      expect(reply.headers['set-cookie']).toBeUndefined()
    }
  })

  test('R33 R61 a change needs the CSRF token of the session', async () => {
    const desk = await signInAs(app(), await addPerson(app(), 'handler'))
    const other = await signInAs(app(), await addPerson(app(), 'handler'))
    for (const csrf of ['', other.csrf, `${desk.csrf}x`]) {
      const reply = await desk.call('POST', '/issues', { type: 'warranty' }, { 'x-csrf-token': csrf })
      expect(reply.status).toBe(403)
      expect(reply.json.type).toBe('urn:reklamator:problem:cross-site')
    }
    expect((await desk.call('POST', '/issues', { type: 'warranty' })).status).toBe(201)
  })

  test('R61 ends after half an hour without use, and after twelve hours with', async () => {
    const person = await addPerson(app(), 'viewer')
    const idle = await signInAs(app(), person)
    app().clock.advance(29 * MINUTE)
    expect((await idle.call('GET', '/session')).status).toBe(200)
    app().clock.advance(30 * MINUTE)
    expect((await idle.call('GET', '/session')).status).toBe(401)
    const busy = await signInAs(app(), person)
    for (let passed = 0; passed < 12 * HOUR - 20 * MINUTE; passed += 20 * MINUTE) {
      app().clock.advance(20 * MINUTE)
      expect((await busy.call('GET', '/session')).status, String(passed)).toBe(200)
    }
    app().clock.advance(20 * MINUTE)
    expect((await busy.call('GET', '/session')).status).toBe(401)
  })

  test('R61 another role, and being disabled, ends sessions at once', async () => {
    const person = await addPerson(app(), 'handler')
    for (const change of [{ role: 'viewer' }, { active: false }]) {
      const { json } = await call(app(), 'GET', `/users/${person.id}`)
      await expectCall(200, app(), 'PUT', `/users/${person.id}`, { ...json, role: 'handler', active: true })
      const desk = await signInAs(app(), person)
      await expectCall(200, app(), 'PUT', `/users/${person.id}`, { ...json, ...change })
      expect((await desk.call('GET', '/session')).status).toBe(401)
    }
  })

  test('R61 what is delicate needs the password of the last five minutes', async () => {
    const owner = await addPerson(app(), 'owner')
    const desk = await signInAs(app(), owner)
    const add = (email: string) => desk.call('POST', '/users', { email, name: 'New', role: 'viewer' })
    expect((await add('new1@shop.example')).status).toBe(201)
    app().clock.advance(5 * MINUTE)
    const refused = await add('new2@shop.example')
    expect([refused.status, refused.json.type]).toEqual([403, 'urn:reklamator:problem:confirmation-needed'])
    const wrong = await desk.call('POST', '/session/confirmation', { password: 'quite another password' })
    expect(wrong.status).toBe(403)
    expect((await add('new2@shop.example')).status).toBe(403)
    const confirmed = await desk.call('POST', '/session/confirmation', { password: PASSWORD })
    expect(confirmed.json.confirmedUntil).toBe(new Date(app().clock.now + 5 * MINUTE).toISOString())
    expect((await add('new2@shop.example')).status).toBe(201)
  })

  test('R62 an administrator does not make, change or end owners', async () => {
    const owner = await addPerson(app(), 'owner')
    const desk = await signInAs(app(), await addPerson(app(), 'administrator'))
    const { json } = await desk.call('GET', `/users/${owner.id}`)
    const handler = (
      await desk.call('POST', '/users', { email: 'h@shop.example', name: 'H', role: 'handler' })
    ).json
    for (const reply of [
      await desk.call('POST', '/users', { email: 'o@shop.example', name: 'O', role: 'owner' }),
      await desk.call('PUT', `/users/${owner.id}`, { ...json, name: 'Mine now' }),
      await desk.call('PUT', `/users/${owner.id}`, { ...json, role: 'viewer' }),
      await desk.call('PUT', `/users/${handler.id}`, { ...handler, role: 'owner' }),
      await desk.call('DELETE', `/users/${owner.id}`),
    ]) {
      expect([reply.status, reply.json.type]).toEqual([403, 'urn:reklamator:problem:forbidden'])
    }
    expect((await desk.call('PUT', `/users/${handler.id}`, { ...handler, role: 'viewer' })).status).toBe(200)
  })

  test('R59 after five failures an account waits, each time twice as long', async () => {
    const person = await addPerson(app(), 'handler')
    const wrong = () => trySignIn(app(), { email: person.email, password: 'quite another password' })
    for (let n = 0; n < 5; n++) expect((await wrong()).status).toBe(401)
    const waits: number[] = []
    for (let n = 0; n < 3; n++) {
      const refused = await wrong()
      expect(refused.status).toBe(429)
      waits.push(Number(refused.headers['retry-after']))
      // The right password waits too.
      expect((await trySignIn(app(), { email: person.email, password: PASSWORD })).status).toBe(429)
      app().clock.advance((waits.at(-1) ?? 0) * 1000)
      expect((await wrong()).status).toBe(401)
    }
    expect(waits).toEqual([1, 2, 4])
    app().clock.advance(8000)
    expect((await trySignIn(app(), { email: person.email, password: PASSWORD })).status).toBe(200)
  })

  test('R58 a password that is too long is refused before it is looked at', async () => {
    const reply = await trySignIn(app(), { email: 'a@shop.example', password: 'é'.repeat(513) })
    expect([reply.status, reply.json.type]).toEqual([400, 'urn:reklamator:problem:malformed-request'])
  })
})

onBothStores(
  'signing in over https',
  (app) => {
    test('R61 the cookie is bound to the host and to https', async () => {
      const { email, password } = await addPerson(app(), 'viewer')
      const reply = await trySignIn(app(), { email, password })
      expect(reply.headers['set-cookie']).toMatch(
        /^__Host-reklamator-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      )
    })
  },
  { baseUrl: 'https://desk.example.com' },
)
