import { beforeAll, expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, openTestIssue, type Reply } from '../support/calls.ts'

const paths = ({ json }: Reply): string[] => json.errors.map(({ path }: { path: string }) => path).toSorted()

onBothStores('who handles an issue', (app) => {
  type Person = { id: string; email: string; name: string }
  let petra: Person
  let adam: Person
  let gone: Person

  const get = async (url: string) => (await expectCall(200, app(), 'GET', url)).json
  const patch = (number: string, body: object) => call(app(), 'PATCH', `/issues/${number}`, body)
  const numbers = async (query: string): Promise<string[]> =>
    (await get(`/issues?${query}`)).items.map((item: { number: string }) => item.number)
  const shown = ({ id, name, email }: Person) => ({ id, name, email })
  const change = async (person: Person, more: object) =>
    expectCall(200, app(), 'PUT', `/users/${person.id}`, { ...(await get(`/users/${person.id}`)), ...more })

  beforeAll(async () => {
    const add = async (name: string) => {
      const email = `${name.split(' ')[0]}@shop.example`
      return (await expectCall(201, app(), 'POST', '/users', { email, name, role: 'handler' })).json
    }
    petra = await add('Petra Pilná')
    adam = await add('Adam Adamec')
    gone = await add('Gone Away')
    await change(gone, { active: false })
    for (const key of ['adviser', 'witness']) {
      const field = { key, type: 'user', label: { en: key }, filterable: key === 'adviser' }
      await expectCall(201, app(), 'POST', '/fields', field)
    }
  })

  test('is given by id, by e-mail or as it was read, and taken away by null', async () => {
    const { number, issue } = await openTestIssue(app())
    expect(issue.handler).toBeNull()
    for (const handler of [petra.id, ' PETRA@shop.example', shown(petra), { id: petra.id }]) {
      expect((await patch(number, { handler })).json.handler).toEqual(shown(petra))
      expect((await patch(number, { due: '2026-12-20' })).json.handler).toEqual(shown(petra))
      expect((await patch(number, { handler: null })).json.handler).toBeNull()
    }
    // The id of what was read counts, not what it said of the person.
    const stale = { ...shown(adam), name: 'Eve', email: petra.email }
    expect((await patch(number, { handler: stale })).json.handler).toEqual(shown(adam))
    expect((await get(`/issues/${number}`)).handler).toEqual(shown(adam))
    const opened = await expectCall(201, app(), 'POST', '/issues', { type: 'return', handler: petra.email })
    expect(opened.json.handler).toEqual(shown(petra))
    const back = await patch(opened.json.number, opened.json)
    expect([back.status, back.headers.etag]).toEqual([200, opened.headers.etag])
    expect((await patch(number, { handler: '' })).json.handler).toBeNull()
  })

  test('is refused where it is nobody, nobody active, or no person at all', async () => {
    const { number } = await openTestIssue(app())
    for (const handler of [
      'nobody@shop.example',
      'none',
      petra.name,
      petra.id.toUpperCase(),
      gone.id,
      gone.email,
      shown(gone),
      '__proto__',
      { id: '__proto__' },
      { id: petra.email },
      { email: petra.email },
      { id: 5 },
      [petra.id],
      {},
      5,
      true,
      'x'.repeat(300),
    ]) {
      for (const reply of [
        await patch(number, { handler, values: { adviser: handler, nothing: 1 } }),
        await call(app(), 'POST', '/issues', {
          type: 'return',
          handler,
          values: { adviser: handler, nothing: 1 },
        }),
      ]) {
        const message = 'the id or e-mail of an active user is needed, or null'
        expect(reply.json.errors).toContainEqual({ path: 'handler', message })
        expect(paths(reply)).toEqual(['handler', 'values.adviser', 'values.nothing'])
      }
    }
    const more = { ...shown(petra), role: 'owner' }
    expect(paths(await patch(number, { handler: more }))).toEqual(['handler.role'])
  })

  test('stays who it is, also when the person is not active any more', async () => {
    const eva = (
      await expectCall(201, app(), 'POST', '/users', {
        email: 'eva@shop.example',
        name: 'Eva',
        role: 'viewer',
      })
    ).json
    const { number } = await openTestIssue(app(), { values: { adviser: eva.id } })
    await patch(number, { handler: eva.id })
    await change(eva, { active: false })
    const read = await get(`/issues/${number}`)
    expect(read.handler).toEqual(shown(eva))
    for (const body of [
      read,
      { handler: eva.email, values: { adviser: eva.email } },
      { handler: { id: eva.id }, values: { adviser: eva.id } },
    ]) {
      const reply = await patch(number, body)
      expect([reply.status, reply.json], reply.text).toEqual([200, read])
    }
    expect(await numbers('handler=eva@shop.example')).toEqual([number])
    expect(await numbers('field.adviser=EVA@shop.example')).toEqual([number])
    await patch(number, { handler: null, values: { adviser: null } })
    expect(paths(await patch(number, { handler: eva.id, values: { adviser: eva.id } }))).toEqual([
      'handler',
      'values.adviser',
    ])
  })

  test('is told by the name of today, and tags tell of a new one', async () => {
    const before = { ...adam, name: 'Adam Adamec' }
    const { number } = await openTestIssue(app())
    const { headers } = await patch(number, { handler: adam.id })
    await change(adam, { name: 'Adam Adámek', email: 'adamek@shop.example' })
    const read = await expectCall(200, app(), 'GET', `/issues/${number}`)
    expect(read.json.handler).toEqual({ id: adam.id, name: 'Adam Adámek', email: 'adamek@shop.example' })
    expect(read.headers.etag).not.toBe(headers.etag)
    await change(adam, before)
    expect((await expectCall(200, app(), 'GET', `/issues/${number}`)).headers.etag).toBe(headers.etag)
  })

  test('each change of it stands in the history, by id, and no other', async () => {
    const { number } = await openTestIssue(app())
    for (const handler of [petra.email, petra.id, adam.id, null, null]) await patch(number, { handler })
    const { items } = await get(`/issues/${number}/events`)
    expect(items.slice(1).map(({ kind, data }: Reply['json']) => [kind, data.changes])).toEqual([
      ['issue.field-changed', { handler: { from: null, to: petra.id } }],
      ['issue.field-changed', { handler: { from: petra.id, to: adam.id } }],
      ['issue.field-changed', { handler: { from: adam.id, to: null } }],
    ])
  })

  test('is a filter of lists, by id, e-mail or none, with each sort and beside others', async () => {
    const lena = (
      await expectCall(201, app(), 'POST', '/users', {
        email: 'lena@shop.example',
        name: 'Lena',
        role: 'handler',
      })
    ).json
    const opened: string[] = []
    for (let index = 0; index < 5; index++) {
      app().clock.advance(1000)
      const { number } = await openTestIssue(app(), {
        type: index === 4 ? 'repair' : 'return',
        due: '2026-12-24',
      })
      opened.push(number)
      if (index > 0) await patch(number, { handler: lena.id })
    }
    const [first = '', ...hers] = opened
    for (const handler of [lena.id, lena.email, 'LENA%40shop.example']) {
      for (const sort of ['created', 'changed', 'due', 'number', '-created', '-changed', '-due', '-number']) {
        const found = await numbers(`handler=${handler}&sort=${sort}`)
        expect(found.toSorted(), sort).toEqual(hers.toSorted())
      }
      expect(await numbers(`handler=${handler}&type=repair`)).toEqual(hers.slice(3))
      expect(await numbers(`handler=${handler}&category=done`)).toEqual([])
    }
    const page = await get(`/issues?handler=${lena.id}&sort=created&limit=3&count=true`)
    expect(page).toMatchObject({ count: 4, countCapped: false })
    const next = await get(`/issues?handler=${lena.id}&sort=created&limit=3&cursor=${page.nextCursor}`)
    expect([...page.items, ...next.items].map(({ number }: { number: string }) => number)).toEqual(hers)
    const unhandled = await numbers('handler=none&limit=200')
    expect(unhandled).toContain(first)
    expect(hers.filter((number) => unhandled.includes(number))).toEqual([])
    for (const handler of ['', 'nobody', 'nobody@shop.example', 'null', '__proto__']) {
      expect(paths(await expectCall(422, app(), 'GET', `/issues?handler=${handler}`))).toEqual(['handler'])
    }
    await patch(first, { handler: lena.id })
    expect(await numbers('handler=none&limit=200')).not.toContain(first)
    expect(await numbers(`handler=${lena.id}`)).toContain(first)
  })

  test('can be what a step asks for', async () => {
    const { json } = await expectCall(201, app(), 'POST', '/issue-types', {
      key: 'asked',
      name: { en: 'Asked' },
    })
    expect(json.key).toBe('asked')
    const steps = [
      { key: 'received', name: { en: 'Received' }, next: [{ to: 'done' }] },
      { key: 'done', name: { en: 'Done' }, required: ['handler', 'adviser'] },
    ]
    await expectCall(200, app(), 'PUT', '/issue-types/asked/steps', { steps })
    const { number } = await openTestIssue(app(), { type: 'asked', values: {} })
    const move = (values: object) =>
      call(app(), 'POST', `/issues/${number}/transitions`, { to: 'done', values })
    expect(paths(await move({}))).toEqual(['handler', 'values.adviser'])
    await patch(number, { handler: petra.id })
    expect(paths(await move({ adviser: gone.id }))).toEqual(['values.adviser'])
    const moved = await move({ adviser: petra.email })
    expect(moved.json).toMatchObject({ step: 'done', handler: shown(petra), values: { adviser: petra.id } })
  })

  test('a field holds a user by id, and filters find it by id and e-mail', async () => {
    const { number, issue } = await openTestIssue(app(), {
      values: { adviser: ' petra@SHOP.example', witness: adam.id },
    })
    expect(issue.values).toEqual({ adviser: petra.id, witness: adam.id })
    expect(await numbers(`field.adviser=${petra.id}`)).toContain(number)
    expect(await numbers('field.adviser=petra@shop.example')).toContain(number)
    expect(await numbers(`field.adviser=${adam.id}`)).toEqual([])
    expect(
      paths(await expectCall(422, app(), 'GET', `/issues?field.adviser=Petra&field.witness=${adam.id}`)),
    ).toEqual(['field.adviser', 'field.witness'])
    // Whether lists filter by it can change both ways; whom it names is known either way.
    const field = { type: 'user', label: { en: 'Witness' } }
    await expectCall(200, app(), 'PUT', '/fields/witness', { ...field, filterable: true })
    expect(await numbers(`field.witness=${adam.email}`)).toEqual([number])
    await expectCall(200, app(), 'PUT', '/fields/witness', { ...field, filterable: false })
    await expectCall(409, app(), 'DELETE', `/users/${adam.id}`)
    await patch(number, { values: { witness: null } })
    expect((await get(`/issues/${number}`)).values).toEqual({ adviser: petra.id })
  })

  test('a field is found by the name of its user, also by a new one, and never by the id', async () => {
    const oskar = (
      await expectCall(201, app(), 'POST', '/users', {
        email: 'oskar@shop.example',
        name: 'Oskar Žluťák',
        role: 'handler',
      })
    ).json
    const { number } = await openTestIssue(app(), { values: { witness: oskar.id, product: 'Samovar' } })
    expect(await numbers('q=zlutak')).toEqual([number])
    expect(await numbers('q=samovar%20oskar')).toEqual([number])
    for (const part of [oskar.id, oskar.id.split('-')[4]]) expect(await numbers(`q=${part}`)).toEqual([])
    await change(oskar, { name: 'Oskar Fialový' })
    expect(await numbers('q=zlutak')).toEqual([])
    expect(await numbers('q=fialovy')).toEqual([number])
    await expectCall(201, app(), 'POST', '/fields', {
      key: 'passing',
      type: 'text',
      label: { en: 'Passing' },
    })
    await patch(number, { values: { passing: 'Meteor' } })
    await expectCall(204, app(), 'DELETE', '/fields/passing')
    expect(await numbers('q=fialovy')).toEqual([number])
    expect(await numbers('q=meteor')).toEqual([])
  })

  test('formulas do not take a user, and go on beside one', async () => {
    const computed = { key: 'sum', type: 'computed', label: { en: 'Sum' }, result: 'text' }
    const refused = await expectCall(422, app(), 'POST', '/fields', {
      ...computed,
      formula: "concat(adviser, 'x')",
    })
    expect(refused.json.errors).toEqual([
      { path: 'formula', message: 'at character 8: the type of adviser does not fit into formulas' },
    ])
    await expectCall(201, app(), 'POST', '/fields', { ...computed, formula: "concat(product, '!')" })
    const { issue } = await openTestIssue(app(), { values: { product: 'Kettle', adviser: petra.id } })
    expect(issue.values).toEqual({ product: 'Kettle', adviser: petra.id, sum: 'Kettle!' })
    await expectCall(204, app(), 'DELETE', '/fields/sum')
  })
})
