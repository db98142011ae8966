import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue, type Reply } from '../support/calls.ts'

const paths = ({ json }: Reply): string[] => json.errors.map(({ path }: { path: string }) => path).toSorted()

let people = 0

onBothStores('users', (app) => {
  const get = async (url: string) => (await expectCall(200, app(), 'GET', url)).json
  const add = async (more: object = {}) => {
    people++
    const user = { email: `person${people}@shop.example`, name: `Person ${people}`, role: 'handler', ...more }
    return expectCall(201, app(), 'POST', '/users', user)
  }
  const put = (id: string, body: unknown, headers: Record<string, string> = {}) =>
    call(app(), 'PUT', `/users/${id}`, body, { headers })

  test('are made with defaults, read, changed as they were read, and deleted', async () => {
    const made = await expectCall(201, app(), 'POST', '/users', {
      email: ' Petra@Shop.example ',
      name: ' Petra \n Malá ',
      role: 'handler',
    })
    const { id } = made.json
    const url = `/users/${id}`
    expect(made.json).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      email: 'Petra@Shop.example',
      name: 'Petra Malá',
      publicName: '',
      role: 'handler',
      locale: null,
      active: true,
    })
    expect(made.headers.location).toBe(`/api/v1${url}`)
    const read = await expectCall(200, app(), 'GET', url)
    expect(read.json).toEqual(made.json)
    expect(read.headers.etag).toBe(made.headers.etag)

    const same = await put(id, read.json)
    expect([same.status, same.json, same.headers.etag]).toEqual([200, read.json, read.headers.etag])
    const changed = {
      ...read.json,
      publicName: ' Service  team ',
      role: 'auditor',
      locale: 'cs',
      active: false,
    }
    const after = { ...changed, publicName: 'Service team' }
    expect((await put(id, { ...changed, id: 'ignored' })).json).toEqual(after)
    expect(await get(url)).toEqual(after)
    // What is left out goes back to its default, as in every PUT of a whole resource.
    const short = { email: after.email, name: after.name, role: after.role }
    expect((await put(id, short)).json).toEqual({ ...after, publicName: '', locale: null, active: true })

    await expectCall(204, app(), 'DELETE', url)
    for (const method of ['GET', 'DELETE'] as const) await expectCall(404, app(), method, url)
    expect((await put(id, short)).status).toBe(404)
  })

  test('an e-mail is one person’s, however it is written', async () => {
    const { json } = await add({ email: 'twice@shop.example' })
    const taken = { email: ' TWICE@Shop.Example', name: 'Another', role: 'viewer' }
    const refused = await expectCall(409, app(), 'POST', '/users', taken)
    expect(refused.json.detail).toContain('TWICE@Shop.Example already')
    const other = (await add()).json
    expect((await put(other.id, taken)).status).toBe(409)
    expect(await get(`/users/${other.id}`)).toEqual(other)
    expect((await put(json.id, { ...json, email: 'Twice@shop.example' })).status).toBe(200)
  })

  test('of those who add the same person at the same moment one does', async () => {
    const body = { email: 'racer@shop.example', name: 'Racer', role: 'handler' }
    const replies = await Promise.all([1, 2, 3, 4].map(() => call(app(), 'POST', '/users', body)))
    expect(replies.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409', '409', '409'])
  })

  test('have a tag: 304 where nothing changed, 412 on a lost race', async () => {
    const { json, headers } = await add()
    const url = `/users/${json.id}`
    const etag = String(headers.etag)
    const known = await call(app(), 'GET', url, undefined, { headers: { 'if-none-match': etag } })
    expect(known.status).toBe(304)
    const replies = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => put(json.id, { ...json, name }, { 'if-match': etag })),
    )
    expect(replies.map(({ status }) => String(status)).toSorted()).toEqual(['200', '412', '412'])
    const lost = await call(app(), 'DELETE', url, undefined, { headers: { 'if-match': etag } })
    expect(lost.status).toBe(412)
    await get(url)
  })

  test('are listed in pages, oldest first', async () => {
    for (let index = 0; index < 5; index++) await add()
    const all: string[] = (await get('/users?limit=200')).items.map(({ id }: { id: string }) => id)
    expect(all).toEqual([...all].toSorted())
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await get(`/users?limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.items.map(({ id }: { id: string }) => id))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(all)
    for (const query of ['cursor=x', 'limit=0', 'role=handler']) {
      await expectCall(422, app(), 'GET', `/users?${query}`)
    }
  })

  test('wrong input is told with every wrong member', async () => {
    const wrong = {
      email: 'petra',
      name: ' \n ',
      publicName: 5,
      role: 'boss',
      locale: 'fr',
      active: 1,
      password: 'x',
    }
    const { json } = await add()
    const all = Object.keys(wrong).toSorted()
    expect(paths(await expectCall(422, app(), 'POST', '/users', wrong))).toEqual(all)
    expect(paths(await put(json.id, wrong))).toEqual(all)
    expect(paths(await expectCall(422, app(), 'POST', '/users', {}))).toEqual(['email', 'name', 'role'])
    const long = {
      email: `${'x'.repeat(250)}@shop.example`,
      name: 'x'.repeat(121),
      publicName: 'x'.repeat(121),
    }
    expect(paths(await expectCall(422, app(), 'POST', '/users', { ...long, role: 'viewer' }))).toEqual([
      'email',
      'name',
      'publicName',
    ])
    expect(await get(`/users/${json.id}`)).toEqual(json)
  })

  test('hostile input is refused or stored as it is, and is never an error of ours', async () => {
    const { json } = await add()
    const member = fc.constantFrom('email', 'name', 'publicName', 'role', 'locale', 'active', 'id', 'version')
    await fc.assert(
      fc.asyncProperty(member, fc.jsonValue(), async (name, value) => {
        const reply = await put(json.id, { ...json, [name]: value })
        // A text may hold what no store takes.
        expect([200, 400, 422]).toContain(reply.status)
        if (reply.status === 200) expect(await get(`/users/${json.id}`)).toEqual(reply.json)
      }),
      { numRuns: 60 },
    )
    for (const id of ['none', '__proto__', "'", '%20', json.id.toUpperCase(), 'x'.repeat(400)]) {
      await expectCall(404, app(), 'GET', `/users/${id}`)
    }
  })

  test('each change leaves a line in the audit', async () => {
    const { json } = await add({ name: 'Audited' })
    await put(json.id, { ...json, role: 'owner' })
    await expectCall(204, app(), 'DELETE', `/users/${json.id}`)
    const { items } = await get('/audit?limit=3')
    const after = { ...json, role: 'owner' }
    expect(items).toMatchObject([
      { action: 'user.deleted', data: { before: after, after: null } },
      { action: 'user.changed', data: { before: json, after } },
      { action: 'user.created', data: { before: null, after: json } },
    ])
    for (const line of items)
      expect(line).toMatchObject({ target: `user:${json.id}`, actor: { name: 'admin' } })
  })

  test('whom an issue names cannot be deleted, and can be once it does not', async () => {
    await expectCall(201, app(), 'POST', '/fields', {
      key: 'adviser',
      type: 'user',
      label: { en: 'Adviser' },
    })
    for (const named of [(id: string) => ({ handler: id }), (id: string) => ({ values: { adviser: id } })]) {
      const { id } = (await add()).json
      const { number } = await openTestIssue(app())
      await expectCall(200, app(), 'PATCH', `/issues/${number}`, named(id))
      const refused = await expectCall(409, app(), 'DELETE', `/users/${id}`)
      expect(refused.json.detail).toContain(number)
      expect(refused.json.detail).toContain('"active" to false')
      await expectCall(204, app(), 'DELETE', `/issues/${number}`)
      await expectCall(204, app(), 'DELETE', `/users/${id}`)
    }
    const { id } = (await add()).json
    const { number } = await openTestIssue(app(), { values: { adviser: id } })
    await expectCall(204, app(), 'DELETE', '/fields/adviser')
    await expectCall(204, app(), 'DELETE', `/users/${id}`)
    expect((await get(`/issues/${number}`)).values).toEqual({})
  })

  test('of a deletion and a naming at the same moment one is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = (await add()).json
      const { number } = await openTestIssue(app())
      const [deleted, named] = await Promise.all([
        call(app(), 'DELETE', `/users/${id}`),
        call(app(), 'PATCH', `/issues/${number}`, { handler: id }),
      ])
      expect([
        [204, 422],
        [409, 200],
      ]).toContainEqual([deleted.status, named.status])
    }
  })
})
