import { expect, test } from 'vitest'
import { sweepSavedViews } from '../../src/saved-views/index.ts'
import { onBothStores } from '../support/app.ts'
import { call } from '../support/calls.ts'
import { addPerson, type Desk, signInAs } from '../staff/support.ts'

onBothStores('saved views', (app) => {
  const desk = async (role: Parameters<typeof addPerson>[1]) => {
    const person = await addPerson(app(), role)
    return { ...(await signInAs(app(), person)), id: person.id }
  }
  const view = (more: object = {}) => ({
    name: ' Kettles ',
    shared: false,
    conditions: { type: 'warranty', q: 'kettle' },
    ...more,
  })
  const save = async ({ call: ask }: Desk, more: object = {}) => {
    const reply = await ask('POST', '/saved-views', view(more))
    expect(reply.status, reply.text).toBe(201)
    return reply.json
  }
  const namesOf = async ({ call: ask }: Desk): Promise<string[]> =>
    (await ask('GET', '/saved-views')).json.items.map(({ name }: { name: string }) => name)

  test('are one’s own until they are shared', async () => {
    const [one, other] = [await desk('handler'), await desk('handler')]
    const made = await save(one)
    expect(made).toMatchObject({
      name: 'Kettles',
      shared: false,
      conditions: { type: 'warranty', q: 'kettle' },
      owner: { id: one.id },
      mayChange: true,
    })
    expect(await namesOf(other)).not.toContain('Kettles')
    expect((await other.call('PUT', `/saved-views/${made.id}`, view())).status).toBe(404)
    expect((await other.call('DELETE', `/saved-views/${made.id}`)).status).toBe(404)

    const shared = await one.call('PUT', `/saved-views/${made.id}`, { ...made, name: 'Ours', shared: true })
    expect(shared.status, shared.text).toBe(200)
    const seen = (await other.call('GET', '/saved-views')).json.items[0]
    expect(seen).toMatchObject({ name: 'Ours', owner: { id: one.id }, mayChange: false })
    await one.call('DELETE', `/saved-views/${made.id}`)
  })

  test('R62 a shared one is changed by who made it and by administrators alone', async () => {
    const [one, other, boss] = [await desk('handler'), await desk('handler'), await desk('administrator')]
    const made = await save(one, { name: 'Shared', shared: true })
    const url = `/saved-views/${made.id}`
    expect((await other.call('PUT', url, view({ shared: true }))).status).toBe(403)
    expect((await other.call('DELETE', url)).status).toBe(403)
    const renamed = await boss.call('PUT', url, { ...made, name: 'Of the boss' })
    expect(renamed.json).toMatchObject({ name: 'Of the boss', owner: { id: one.id } })
    expect((await boss.call('DELETE', url)).status).toBe(204)
    expect((await one.call('PUT', url, view())).status).toBe(404)
  })

  test('who only reads issues keeps views alone', async () => {
    const viewer = await desk('viewer')
    expect((await save(viewer)).shared).toBe(false)
    const reply = await viewer.call('POST', '/saved-views', view({ shared: true }))
    expect(reply.status).toBe(422)
    expect(reply.json.errors).toEqual([
      { path: 'shared', message: expect.stringContaining('false is needed') },
    ])
  })

  test('R62 who may only read issues by now changes nothing any more that all see', async () => {
    const [person, boss] = [await addPerson(app(), 'handler'), await desk('administrator')]
    const before = await signInAs(app(), person)
    const [shared, own] = [await save(before, { name: 'For all', shared: true }), await save(before)]
    const { json } = await call(app(), 'GET', `/users/${person.id}`)
    expect((await call(app(), 'PUT', `/users/${person.id}`, { ...json, role: 'viewer' })).status).toBe(200)
    const after = await signInAs(app(), person)
    const url = `/saved-views/${shared.id}`
    expect((await after.call('PUT', url, view({ name: 'Mine', shared: true }))).status).toBe(403)
    expect((await after.call('DELETE', url)).status).toBe(403)
    const { items } = (await after.call('GET', '/saved-views')).json
    expect(items.find(({ id }: { id: string }) => id === shared.id)).toMatchObject({
      name: 'For all',
      mayChange: false,
    })
    expect((await after.call('PUT', `/saved-views/${own.id}`, view())).status).toBe(200)
    expect((await boss.call('DELETE', url)).status).toBe(204)
  })

  test('stand in the order that they were given', async () => {
    const one = await desk('handler')
    const [a, b] = [await save(one, { name: 'a' }), await save(one, { name: 'b' })]
    expect(a.position).toBeLessThan(b.position)
    await one.call('PUT', `/saved-views/${a.id}`, { ...a, position: b.position })
    await one.call('PUT', `/saved-views/${b.id}`, { ...b, position: a.position })
    expect((await namesOf(one)).filter((name) => name.length === 1)).toEqual(['b', 'a'])
  })

  test('a change that was not seen is not overwritten', async () => {
    const one = await desk('handler')
    const made = await save(one)
    const url = `/saved-views/${made.id}`
    const first = await one.call('PUT', url, view({ name: 'First' }), { 'if-match': made.etag })
    expect(first.headers.etag).toBe(first.json.etag)
    expect((await one.call('PUT', url, view({ name: 'Second' }), { 'if-match': made.etag })).status).toBe(412)
    expect((await one.call('DELETE', url, undefined, { 'if-match': made.etag })).status).toBe(412)
  })

  test('only what is shared is told of in the audit, without what somebody looked for', async () => {
    const one = await desk('handler')
    const made = await save(one, { conditions: { q: 'Nováková', type: 'warranty' } })
    const url = `/saved-views/${made.id}`
    const lines = async () =>
      (await call(app(), 'GET', `/audit?limit=50`)).json.items.filter(
        ({ target }: { target: string }) => target === `saved-view:${made.id}`,
      )
    expect(await lines()).toEqual([])
    await one.call('PUT', url, { ...made, shared: true })
    await one.call('DELETE', url)
    const told = await lines()
    expect(told.map(({ action }: { action: string }) => action).toSorted()).toEqual([
      'saved-view.deleted',
      'saved-view.shared',
    ])
    expect(JSON.stringify(told)).not.toContain('Nováková')
    expect(JSON.stringify(told)).toContain('warranty')
  })

  test('there are not more than fifty of one’s own', async () => {
    const one = await desk('handler')
    for (let made = 0; made < 50; made++) await save(one)
    const reply = await one.call('POST', '/saved-views', view())
    expect(reply.status).toBe(409)
    expect(reply.json.detail).toContain('50')
  })

  test('what is wrong is named', async () => {
    const one = await desk('handler')
    const reply = await one.call('POST', '/saved-views', {
      name: ' ',
      shared: 'yes',
      conditions: { 'a b': 'x', type: '' },
      position: -1,
    })
    expect(reply.status).toBe(422)
    const paths = reply.json.errors.map(({ path }: { path: string }) => path)
    expect(paths.toSorted()).toEqual(['conditions.a b', 'conditions.type', 'name', 'position', 'shared'])
  })

  test('of a user who goes, the shared ones stay and the others do not', async () => {
    const one = await desk('handler')
    const boss = await desk('administrator')
    const kept = await save(one, { name: 'Kept', shared: true })
    const gone = await save(one, { name: 'Gone' })
    expect((await call(app(), 'DELETE', `/users/${one.id}`)).status).toBe(204)
    await sweepSavedViews(app().db)
    const { db } = app()
    const left = await db.read.selectFrom('saved_views').select('id').execute()
    expect(left.map(({ id }) => id)).toContain(kept.id)
    expect(left.map(({ id }) => id)).not.toContain(gone.id)
    const seen = (await boss.call('GET', '/saved-views')).json.items
    expect(seen).toContainEqual(expect.objectContaining({ id: kept.id, owner: null, mayChange: true }))
  })

  test('a token has none', async () => {
    expect((await call(app(), 'GET', '/saved-views')).status).toBe(403)
  })
})
