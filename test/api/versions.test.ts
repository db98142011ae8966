import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'

type Listed = { id: string; action: string; target: string; restores: string | null }

onBothStores('versions', (app) => {
  const call = async (
    status: number,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    headers = {},
  ) => (await expectCall(status, app(), method, path, body, { headers })).json
  const versionsOf = async (target: string): Promise<Listed[]> =>
    (await call(200, 'GET', `/versions?target=${encodeURIComponent(target)}`)).items
  const restore = (status: number, id: string | undefined, state?: string, headers = {}) =>
    call(status, 'POST', `/versions/${id}/restore`, state ? { state } : {}, headers)

  // Each thing, where it is put, and a change of it.
  const changes: [target: string, path: string, change: object][] = [
    ['issue-type:warranty', '/issue-types/warranty', { name: { en: 'Another name' } }],
    [
      'issue-type:warranty/number-series',
      '/issue-types/warranty/number-series',
      { pattern: 'X-{YY}-{seq:5}' },
    ],
    ['issue-type:warranty/deadlines', '/issue-types/warranty/deadlines', { rules: [] }],
    [
      'issue-type:warranty/status-page',
      '/issue-types/warranty/status-page',
      { header: { en: '<p>Other</p>' }, css: '.page { color: red; }', width: '700px' },
    ],
    ['issue-type:warranty/views/status-page', '/issue-types/warranty/views/status-page', { fields: [] }],
    ['field:order_number', '/fields/order_number', { label: { en: 'Order' } }],
    ['calendar:CZ', '/calendars/CZ', { weekend: [7] }],
    ['company', '/company', { name: 'Another company' }],
  ]

  test.each(changes)(
    'R46 %s: its change is a version that can be compared and put back',
    async (target, path, change) => {
      const before = await call(200, 'GET', path)
      await call(200, 'PUT', path, { ...before, ...change })
      const changed = await call(200, 'GET', path)
      const [version] = await versionsOf(target)
      expect(version).toMatchObject({ target, restores: null })
      const compared = await call(200, 'GET', `/versions/${version?.id}`)
      expect(compared.differences.length).toBeGreaterThan(0)

      const answer = await restore(200, version?.id, 'before')
      expect(answer).toMatchObject({ target, url: `/api/v1${path}` })
      expect(settingsOf(await call(200, 'GET', path))).toEqual(settingsOf(before))
      const [restored] = await versionsOf(target)
      expect(restored).toMatchObject({ target, restores: version?.id })
      expect(restored?.action).toMatch(/\.restored$/)
      await restore(200, version?.id)
      expect(settingsOf(await call(200, 'GET', path))).toEqual(settingsOf(changed))
      await restore(200, version?.id, 'before')
    },
  )

  test('R46 steps come back; a step that issues are at stands in the way, by name', async () => {
    const path = '/issue-types/return/steps'
    const before = await call(200, 'GET', path)
    const extra = { ...before.steps[0], key: 'extra', next: [{ to: before.steps[0].key, roles: [] }] }
    await call(200, 'PUT', path, { steps: [extra, ...before.steps] })
    const [version] = await versionsOf('issue-type:return/steps')
    const { differences } = await call(200, 'GET', `/versions/${version?.id}`)
    expect(differences).toContainEqual(expect.objectContaining({ path: 'steps.extra', before: null }))
    const { number } = await openTestIssue(app(), { type: 'return' })
    const refused = await restore(409, version?.id, 'before')
    expect(refused.detail).toContain('extra')
    await call(204, 'DELETE', `/issues/${number}`)
    await restore(412, version?.id, 'before', { 'if-match': '"old"' })
    await restore(200, version?.id, 'before')
    expect(await call(200, 'GET', path)).toEqual(before)
  })

  test('R46 a whole issue type that was deleted comes back with steps, views, deadlines and page', async () => {
    const parts = [
      'steps',
      'deadlines',
      'number-series',
      'views/list',
      'views/status-page',
      'status-page',
      '',
    ]
    const read = () =>
      Promise.all(parts.map((part) => call(200, 'GET', `/issue-types/repair${part && `/${part}`}`)))
    const before = await read()
    await call(204, 'DELETE', '/issue-types/repair')
    const [version] = await versionsOf('issue-type:repair')
    const { notes } = await restore(200, version?.id, 'before')
    expect(notes.join()).toContain('upload')
    expect((await read()).map(settingsOf)).toEqual(before.map(settingsOf))
  })

  test('R46 fields, templates, rules and webhooks that were deleted come back under their keys', async () => {
    const made: [string, string, object][] = [
      ['field', '/fields', { key: 'colour', type: 'text', label: { en: 'Colour' } }],
      ['message-template', '/message-templates', template],
      ['business-rule', '/business-rules', rule],
      ['webhook', '/webhooks', { name: 'Shop', url: 'https://shop.example/hook', events: ['*'] }],
    ]
    for (const [kind, path, body] of made) {
      const thing = await call(201, 'POST', path, body)
      const key = thing.key ?? thing.id
      await call(204, 'DELETE', `${path}/${key}`)
      const [version] = await versionsOf(`${kind}:${key}`)
      expect(JSON.stringify(await call(200, 'GET', `/versions/${version?.id}`))).not.toContain('whsec')
      const { url } = await restore(200, version?.id, 'before')
      expect(url).toBe(`/api/v1${path}/${key}`)
      const back = await call(200, 'GET', `${path}/${key}`)
      expect(back).toMatchObject(kind === 'webhook' ? { ...body, enabled: false } : body)
      await restore(200, version?.id)
      await call(404, 'GET', `${path}/${key}`)
    }
  })

  test('older lines of a store, which name the type alone and hold less, are versions too', async () => {
    const { json } = await expectCall(200, app(), 'GET', '/issue-types/service/number-series')
    const line = (id: string, action: string, data: object) =>
      app().db.transaction((tx) =>
        tx.query
          .insertInto('audit')
          .values({
            id,
            actor: JSON.stringify({ kind: 'system', id: 'system', name: 'Reklamator' }),
            action,
            target: 'issue-type:service',
            data: JSON.stringify(data),
            at: 1,
          })
          .execute(),
      )
    const id = (last: number) => `00000000-0000-7000-8000-00000000000${last}`
    await line(id(1), 'number-series.changed', { before: 'OLD-{seq:5}', after: json.pattern })
    await line(id(2), 'issue-type.created', { before: null, after: { name: { en: 'S' } } })
    await line(id(3), 'page-asset.added', { before: null, after: { id: 'x', name: 'icon.png' } })
    const listed = await versionsOf('issue-type:service/number-series')
    expect(listed.map((version) => version.id)).toEqual([id(1)])
    await restore(200, id(1), 'before')
    expect((await call(200, 'GET', '/issue-types/service/number-series')).pattern).toBe('OLD-{seq:5}')
    await restore(200, id(1))
    await call(404, 'GET', `/versions/${id(3)}`)
    await restore(200, id(2))
  })

  test('a list has pages; what is no version is not found', async () => {
    const first = await call(200, 'GET', '/versions?limit=1&target=')
    expect(first.items).toHaveLength(1)
    const second = await call(200, 'GET', `/versions?limit=1&cursor=${first.nextCursor}`)
    expect(second.items[0].id < first.items[0].id).toBe(true)
    await call(400, 'GET', '/versions?target=%00')
    await call(422, 'GET', '/versions?target=%25')
    await restore(404, 'nothing')
    await call(422, 'POST', `/versions/${first.items[0].id}/restore`, { state: 'never' })
  })

  test('deliveries are counted by state', async () => {
    expect(await call(200, 'GET', '/deliveries/counts')).toMatchObject({ failed: 0, dead: 0 })
  })
})

const template = {
  key: 'again',
  channel: 'email',
  name: 'Again',
  subject: { en: 'Claim {{issue_number}}' },
  body: { en: 'Hello' },
}
const rule = {
  name: 'Again',
  enabled: false,
  issueType: null,
  trigger: { on: 'issue.created' },
  condition: null,
  actions: [{ do: 'send', template: 'claim-received', to: 'customer' }],
}

/** What a thing is, without what the API tells besides. */
function settingsOf({
  cleaned: _cleaned,
  recomputation: _recomputation,
  shipped: _shipped,
  ...settings
}: Record<string, unknown>) {
  return settings
}
