import { generateSync } from 'otplib'
import { expect, test } from 'vitest'
import { makeFirstLink } from '../../src/staff/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { call, expectCall, type Reply } from '../support/calls.ts'
import { addPerson, type Desk, deskOf, PASSWORD, signInAs, trySignIn } from './support.ts'

const MINUTE = 60_000
const ANOTHER = 'eleven quiet grey herons'
const open = (app: TestApp, method: 'POST', url: string, body: object): Promise<Reply> =>
  call(app, method, url, body, { token: null })
const typeOf = ({ json }: Reply) => String(json.type).replace('urn:reklamator:problem:', '')

/** The tokens of the links in mails to somebody, newest first. */
async function mailed(app: TestApp, email: string): Promise<string[]> {
  const rows = await app.db.read
    .selectFrom('deliveries')
    .select(['text', 'html'])
    .where('recipient', '=', email)
    .where('issue_id', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ text }) => /\/desk\/welcome#([\w-]{43})/.exec(text)?.[1] ?? '')
}

async function setUpTotp(app: TestApp, desk: Desk): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await desk.call('POST', '/account/totp')
  expect(begun.status, begun.text).toBe(200)
  const { secret, uri } = begun.json
  expect(uri).toMatch(/^otpauth:\/\/totp\/Reklamator/)
  expect((await desk.call('PUT', '/account/totp', { code: '000000' })).status).toBe(422)
  const set = await desk.call('PUT', '/account/totp', { code: codeOf(app, secret) })
  expect(set.status, set.text).toBe(200)
  return { secret, recoveryCodes: set.json.recoveryCodes }
}

function codeOf(app: TestApp, secret: string, at = app.clock.now): string {
  return generateSync({ secret, epoch: Math.floor(at / 1000) })
}

onBothStores('the first start', (app) => {
  test('R57 nobody can sign in until the printed link made an owner; it works once', async () => {
    const url = await makeFirstLink(app().db, app().clock.now, app().settings.baseUrl)
    const [, dead = ''] = String(url).split('#')
    const next = await makeFirstLink(app().db, app().clock.now, app().settings.baseUrl)
    expect(next).toMatch(/^http:\/\/localhost:3000\/desk\/welcome#[\w-]{43}$/)
    const [, token = ''] = String(next).split('#')
    const person = { email: 'radka@shop.example', name: 'Radka', locale: 'cs' }
    expect((await open(app(), 'POST', '/links', { token: dead })).status).toBe(404)
    expect((await open(app(), 'POST', '/links', { token })).json).toEqual({ kind: 'first' })
    const weak = await open(app(), 'POST', '/welcome', { token, ...person, password: 'too short' })
    expect([weak.status, typeOf(weak)]).toEqual([422, 'invalid-input'])
    expect(
      (await open(app(), 'POST', '/welcome', { token: dead, ...person, password: PASSWORD })).status,
    ).toBe(404)
    const replies = await Promise.all(
      [1, 2, 3].map(() => open(app(), 'POST', '/welcome', { token, ...person, password: PASSWORD })),
    )
    expect(replies.map(({ status }) => String(status)).toSorted()).toEqual(['201', '404', '404'])
    const made = replies.find(({ status }) => status === 201)
    if (!made) throw new Error('nobody was welcome')
    expect(made.json.user).toMatchObject({ ...person, role: 'owner' })
    expect((await deskOf(app(), made).call('GET', '/users')).status).toBe(200)
    expect((await open(app(), 'POST', '/links', { token })).status).toBe(404)
    expect(await makeFirstLink(app().db, app().clock.now, app().settings.baseUrl)).toBeNull()
    const { json } = await call(app(), 'GET', `/users/${made.json.user.id}`)
    const refused = await call(app(), 'PUT', `/users/${made.json.user.id}`, { ...json, active: false })
    expect([refused.status, typeOf(refused)]).toEqual([409, 'conflict'])
  })

  test('R57 a link of the first start is over after a day', async () => {
    await app().db.transaction((tx) => tx.query.deleteFrom('credentials').execute())
    const [, token = ''] = String(await makeFirstLink(app().db, app().clock.now, '')).split('#')
    app().clock.advance(24 * 60 * MINUTE)
    expect((await open(app(), 'POST', '/links', { token })).status).toBe(404)
  })
})

onBothStores('links that set a password', (app) => {
  test('an invitation lets somebody in, once', async () => {
    const owner = await signInAs(app(), await addPerson(app(), 'owner'))
    const user = (
      await owner.call('POST', '/users', {
        email: 'new@shop.example',
        name: 'New',
        role: 'handler',
        locale: 'cs',
      })
    ).json
    const stateOf = async () => {
      const { items } = (await owner.call('GET', '/users?limit=200')).json
      return items.find(({ id }: { id: string }) => id === user.id)
    }
    expect(await stateOf()).toMatchObject({ signInState: 'none', totp: false, lastSeenAt: null })
    const sent = await owner.call('POST', `/users/${user.id}/invitation`)
    expect(sent.json).toEqual({ sentTo: 'new@shop.example', captured: true })
    expect(await stateOf()).toMatchObject({ signInState: 'invited' })
    const [token = ''] = await mailed(app(), 'new@shop.example')
    const asked = await open(app(), 'POST', '/links', { token })
    expect(asked.json).toEqual({ kind: 'invitation', email: 'new@shop.example', name: 'New' })
    await app().drain()
    const mail = await app()
      .db.read.selectFrom('deliveries')
      .selectAll()
      .where('recipient', '=', 'new@shop.example')
      .executeTakeFirstOrThrow()
    expect(mail).toMatchObject({ state: 'sent', subject: 'Váš přístup do systému', locale: 'cs' })
    // What was sent opens nothing any more.
    expect(`${mail.text}${mail.html}`).not.toContain(token)
    expect((await call(app(), 'GET', '/deliveries?limit=200')).text).not.toContain('new@shop.example')
    const set = await open(app(), 'POST', '/passwords', { token, password: PASSWORD })
    expect(set.json.user.email).toBe('new@shop.example')
    expect(await stateOf()).toMatchObject({ signInState: 'active', lastSeenAt: expect.any(String) })
    expect((await open(app(), 'POST', '/passwords', { token, password: PASSWORD })).status).toBe(404)
    expect((await trySignIn(app(), { email: 'new@shop.example', password: PASSWORD })).status).toBe(200)
  })

  test('a reset answers alike for everyone, ends sessions and works for an hour', async () => {
    const person = await addPerson(app(), 'handler')
    const desk = await signInAs(app(), person)
    const known = await open(app(), 'POST', '/password-resets', { email: person.email })
    const unknown = await open(app(), 'POST', '/password-resets', { email: 'nobody@shop.example' })
    expect([known.status, known.text]).toEqual([202, unknown.text])
    expect(unknown.status).toBe(202)
    expect(await mailed(app(), 'nobody@shop.example')).toEqual([])
    const [token = ''] = await mailed(app(), person.email)
    expect((await desk.call('GET', '/session')).status).toBe(200)
    expect((await open(app(), 'POST', '/passwords', { token, password: ANOTHER })).status).toBe(200)
    expect((await desk.call('GET', '/session')).status).toBe(401)
    expect((await trySignIn(app(), { email: person.email, password: PASSWORD })).status).toBe(401)
    await open(app(), 'POST', '/password-resets', { email: person.email })
    const [late = ''] = await mailed(app(), person.email)
    app().clock.advance(60 * MINUTE)
    expect((await open(app(), 'POST', '/passwords', { token: late, password: ANOTHER })).status).toBe(404)
  })

  test('a link is dead once the user has another e-mail', async () => {
    const person = await addPerson(app(), 'handler')
    await open(app(), 'POST', '/password-resets', { email: person.email })
    const [token = ''] = await mailed(app(), person.email)
    const { json } = await call(app(), 'GET', `/users/${person.id}`)
    const moved = { ...json, email: `moved-${person.email}` }
    await expectCall(200, app(), 'PUT', `/users/${person.id}`, moved)
    expect((await open(app(), 'POST', '/passwords', { token, password: ANOTHER })).status).toBe(404)
  })

  test('a mailbox gets three links in an hour', async () => {
    const person = await addPerson(app(), 'handler')
    for (let n = 0; n < 5; n++)
      expect((await open(app(), 'POST', '/password-resets', { email: person.email })).status).toBe(202)
    expect(await mailed(app(), person.email)).toHaveLength(3)
  })
})

onBothStores('one’s own account', (app) => {
  test('is read and changed, but for the role and the e-mail', async () => {
    const person = await addPerson(app(), 'handler')
    const desk = await signInAs(app(), person)
    const changed = await desk.call('PATCH', '/account', {
      name: 'Hana',
      publicName: 'Service team',
      locale: 'cs',
    })
    expect(changed.json).toMatchObject({
      email: person.email,
      name: 'Hana',
      publicName: 'Service team',
      locale: 'cs',
    })
    expect((await desk.call('GET', '/account')).json).toEqual(changed.json)
    expect((await desk.call('PATCH', '/account', { role: 'owner' })).status).toBe(422)
    expect((await call(app(), 'GET', '/account')).status).toBe(403)
  })

  test('R58 R61 a password is changed with the one before, and other sessions end', async () => {
    const person = await addPerson(app(), 'handler')
    const desk = await signInAs(app(), person)
    const other = await signInAs(app(), person)
    const change = (current: string, password: string) =>
      desk.call('POST', '/account/password', { current, password })
    for (const weak of ['short', 'Qwerty123456', 'aaaaaaaaaaaaaaaa', '1QAZ2wsx3edc'])
      expect((await change(PASSWORD, weak)).status, weak).toBe(422)
    expect((await change(PASSWORD, 'x'.repeat(1025))).status).toBe(400)
    expect((await change(ANOTHER, ANOTHER)).status).toBe(403)
    expect((await change(PASSWORD, ANOTHER)).status).toBe(204)
    expect((await other.call('GET', '/session')).status).toBe(401)
    expect((await desk.call('GET', '/session')).status).toBe(200)
  })

  test('R61 sessions are listed and ended, one’s own alone', async () => {
    const person = await addPerson(app(), 'handler')
    const stranger = await signInAs(app(), await addPerson(app(), 'handler'))
    const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const desk = await signInAs(app(), person, { 'user-agent': firefox })
    const other = await signInAs(app(), person)
    const third = await signInAs(app(), person)
    const { items } = (await desk.call('GET', '/account/sessions')).json
    expect(items.map(({ current }: { current: boolean }) => current)).toEqual([false, false, true])
    expect(items[2]).toMatchObject({ device: 'Firefox, Windows' })
    expect((await stranger.call('DELETE', `/account/sessions/${items[1].id}`)).status).toBe(404)
    expect((await other.call('GET', '/session')).status).toBe(200)
    expect((await desk.call('DELETE', `/account/sessions/${items[1].id}`)).status).toBe(204)
    expect((await other.call('GET', '/session')).status).toBe(401)
    expect((await desk.call('DELETE', '/account/sessions')).status).toBe(204)
    expect((await third.call('GET', '/session')).status).toBe(401)
    expect((await desk.call('GET', '/session')).status).toBe(200)
    const owner = await signInAs(app(), await addPerson(app(), 'owner'))
    expect((await owner.call('DELETE', `/users/${person.id}/sessions`)).status).toBe(204)
    expect((await desk.call('GET', '/session')).status).toBe(401)
  })

  test('R60 a code of the authenticator is needed, counts once and one step around', async () => {
    const person = await addPerson(app(), 'handler')
    const { secret, recoveryCodes } = await setUpTotp(app(), await signInAs(app(), person))
    expect(recoveryCodes).toHaveLength(10)
    const rows = await app()
      .db.read.selectFrom('credentials')
      .selectAll()
      .where('user_id', '=', person.id)
      .execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    const attempt = (code?: string) =>
      trySignIn(app(), { email: person.email, password: PASSWORD, ...(code ? { code } : {}) })
    const missing = await attempt()
    expect([missing.status, typeOf(missing)]).toEqual([401, 'code-needed'])
    const wrong = await trySignIn(app(), { email: person.email, password: ANOTHER })
    expect(typeOf(wrong)).toBe('unauthenticated')
    // The code that set it up is used up.
    expect((await attempt(codeOf(app(), secret))).status).toBe(401)
    app().clock.advance(MINUTE)
    expect((await attempt(codeOf(app(), secret, app().clock.now + 61_000))).status).toBe(401)
    const code = codeOf(app(), secret)
    const both = await Promise.all([attempt(code), attempt(code)])
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '401'])
    app().clock.advance(MINUTE)
    expect((await attempt(codeOf(app(), secret, app().clock.now - 30_000))).status).toBe(200)
    const recovery = String(recoveryCodes[0]).toLowerCase().replaceAll('-', ' ')
    expect((await attempt(recovery)).status).toBe(200)
    expect((await attempt(recovery)).status).toBe(401)
  })

  test('R60 a mailbox alone does not open an account with an authenticator', async () => {
    const person = await addPerson(app(), 'handler')
    const { secret } = await setUpTotp(app(), await signInAs(app(), person))
    await open(app(), 'POST', '/password-resets', { email: person.email })
    const [token = ''] = await mailed(app(), person.email)
    app().clock.advance(MINUTE)
    for (const code of ['', '000000']) {
      const refused = await open(app(), 'POST', '/passwords', { token, password: ANOTHER, code })
      expect([refused.status, typeOf(refused)]).toEqual([401, 'code-needed'])
    }
    const set = await open(app(), 'POST', '/passwords', {
      token,
      password: ANOTHER,
      code: codeOf(app(), secret),
    })
    expect(set.status, set.text).toBe(200)
    const owner = await signInAs(app(), await addPerson(app(), 'owner'))
    expect((await owner.call('DELETE', `/users/${person.id}/totp`)).status).toBe(204)
    expect((await trySignIn(app(), { email: person.email, password: ANOTHER })).status).toBe(200)
  })

  test('R60 a role that needs an authenticator may do nothing before it is set up', async () => {
    const owner = await signInAs(app(), await addPerson(app(), 'owner'))
    const desk = await signInAs(app(), await addPerson(app(), 'viewer'))
    expect((await owner.call('PUT', '/security', { authenticatorRoles: ['viewer'] })).status).toBe(200)
    expect((await owner.call('GET', '/security')).json).toEqual({ authenticatorRoles: ['viewer'] })
    const refused = await desk.call('GET', '/issues')
    expect([refused.status, typeOf(refused)]).toEqual([403, 'authenticator-needed'])
    expect((await desk.call('GET', '/session')).json.authenticator).toBe('required')
    await setUpTotp(app(), desk)
    expect((await desk.call('GET', '/issues')).status).toBe(200)
    await owner.call('PUT', '/security', { authenticatorRoles: [] })
  })
})

onBothStores('tokens', (app) => {
  test('are made, listed and ended by people; one does no more than its maker', async () => {
    const desk = await signInAs(app(), await addPerson(app(), 'administrator'))
    const expiresAt = new Date(app().clock.now + 10 * MINUTE).toISOString()
    const made = await desk.call('POST', '/tokens', { name: 'Shop', scope: 'admin', expiresAt })
    expect(made.json.token).toMatch(/^rk_[\w-]{43}$/)
    const { token, id } = made.json
    const owner = { email: 'owner@shop.example', name: 'O', role: 'owner' }
    expect((await call(app(), 'POST', '/users', owner, { token })).status).toBe(403)
    expect((await call(app(), 'GET', '/issues', undefined, { token })).status).toBe(200)
    const listed = async () =>
      (await desk.call('GET', '/tokens')).json.items.find((one: { id: string }) => one.id === id)
    await expect.poll(async () => (await listed()).lastUsedAt).not.toBeNull()
    expect(JSON.stringify(await listed())).not.toContain(token)
    app().clock.advance(10 * MINUTE)
    expect((await call(app(), 'GET', '/issues', undefined, { token })).status).toBe(401)
    expect((await desk.call('DELETE', `/tokens/${id}`)).status).toBe(403)
    await expectCall(204, app(), 'DELETE', `/tokens/${id}`)
    await expectCall(404, app(), 'DELETE', `/tokens/${id}`)
    const past = await call(app(), 'POST', '/tokens', {
      name: 'Old',
      scope: 'admin',
      expiresAt: '2020-01-01T00:00:00Z',
    })
    expect(past.status).toBe(422)
  })
})
