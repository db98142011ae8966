import { beforeAll, describe, expect, test } from 'vitest'
import { MINUTE } from '../../src/base/index.ts'
import { installStarter } from '../../src/starter/index.ts'
import { onBothStores, startTestApp, STORES, type TestApp } from '../support/app.ts'
import { call, expectCall, openTestIssue } from '../support/calls.ts'
import { upload } from '../support/uploads.ts'
import { addPerson, signInAs } from '../staff/support.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex')
const exportOf = async (app: TestApp) => (await expectCall(200, app, 'GET', '/configuration')).json
const settingsOf = ({ exportedAt: _at, ...rest }: Record<string, unknown>) => rest
const importInto = async (status: number, app: TestApp, file: unknown) =>
  (await expectCall(status, app, 'PUT', '/configuration', file)).json
const tryIn = async (app: TestApp, file: unknown) =>
  (await expectCall(200, app, 'PUT', '/configuration?dryRun=true', file)).json
const doneBy = ({ changes }: { changes: { do: string; target: string }[] }) =>
  changes.filter((change) => change.do !== 'keep').map((change) => `${change.do} ${change.target}`)

/** What the starter configuration has none of: an own calendar, a file, a webhook with a rule that calls it. */
async function addMore(app: TestApp): Promise<void> {
  app.outboundPorts.add(3999)
  await expectCall(200, app, 'PUT', '/company', { name: 'Shop' })
  await expectCall(200, app, 'PUT', '/calendars/shop', { name: 'Shop', base: 'CZ', weekend: [7] })
  await upload(app, '/issue-types/warranty/status-page/assets', [
    { name: 'file', filename: 'logo.png', bytes: PNG },
  ])
  await upload(app, '/company/logo', [{ name: 'file', filename: 'logo.png', bytes: PNG }], {}, 'PUT')
  const webhook = await expectCall(201, app, 'POST', '/webhooks', {
    name: 'Stock',
    url: 'http://127.0.0.1:3999/',
    events: ['*'],
  })
  await expectCall(201, app, 'POST', '/business-rules', {
    name: 'Tell the stock',
    trigger: { on: 'issue.created' },
    actions: [{ do: 'webhook', webhook: webhook.json.id }],
  })
  const sum = { key: 'sum', type: 'computed', label: { en: 'Sum' }, formula: 'first + 1', result: 'number' }
  await expectCall(201, app, 'POST', '/fields', { key: 'first', type: 'number', label: { en: 'First' } })
  await expectCall(201, app, 'POST', '/fields', sum)
  await expectCall(201, app, 'POST', '/fields', { key: 'later', type: 'number', label: { en: 'Later' } })
  await expectCall(200, app, 'PUT', '/fields/sum', { ...sum, formula: 'later + 1' })
}

onBothStores('export and import', (app) => {
  beforeAll(() => addMore(app()))

  test('an export holds all of the configuration and no secret, in the same order each time', async () => {
    const file = await exportOf(app())
    expect(file).toMatchObject({ format: 'reklamator-configuration', formatVersion: 1 })
    expect(file.issueTypes[0]).toMatchObject({ key: 'warranty', numberSeries: expect.any(String) })
    expect(file.issueTypes[0].assets).toEqual([
      { name: 'logo.png', mediaType: 'image/png', content: PNG.toString('base64') },
    ])
    expect(file.companyLogo).toMatchObject({ name: 'logo.png', content: PNG.toString('base64') })
    expect(file.webhooks).toMatchObject([{ name: 'Stock', enabled: false }])
    expect(JSON.stringify(file)).not.toMatch(/secret|"users"|tokens|whsec_/)
    expect(settingsOf(await exportOf(app()))).toEqual(settingsOf(file))
    const { items } = (await expectCall(200, app(), 'GET', '/audit?action=configuration.')).json
    expect(items[0]).toMatchObject({ action: 'configuration.exported', target: 'configuration' })
  })

  test('the import of an own export changes nothing', async () => {
    const file = await exportOf(app())
    expect(doneBy(await tryIn(app(), file))).toEqual([])
    expect(doneBy(await importInto(200, app(), file))).toEqual([])
    expect(settingsOf(await exportOf(app()))).toEqual(settingsOf(file))
    const [webhook] = (await expectCall(200, app(), 'GET', '/webhooks')).json.items
    expect(webhook.enabled).toBe(true)
  })

  test('R46 a dry run tells what would change and changes nothing; the import makes versions of it', async () => {
    const before = await exportOf(app())
    const file = structuredClone(before)
    file.issueTypes[1].steps[0].name.en = 'Another name'
    file.businessRules[0].name = 'Another rule'
    file.fields.push({ key: 'brand_new', type: 'text', label: { en: 'New' } })
    file.issueTypes[1].views.list.push({ field: 'brand_new' })
    const key = file.issueTypes[1].key
    const told = await tryIn(app(), file)
    expect(told.errors).toEqual([])
    expect(doneBy(told)).toEqual([
      'create field:brand_new',
      `change issue-type:${key}/steps`,
      `change issue-type:${key}/views/list`,
      `change business-rule:${file.businessRules[0].id}`,
    ])
    const steps = told.changes.find(({ target }: { target: string }) => target === `issue-type:${key}/steps`)
    expect(steps.differences).toEqual([
      {
        path: `${file.issueTypes[1].steps[0].key}.name.en`,
        before: expect.any(String),
        after: 'Another name',
      },
    ])
    expect(settingsOf(await exportOf(app()))).toEqual(settingsOf(before))

    expect(await importInto(200, app(), file)).toEqual(told)
    const after = await exportOf(app())
    expect(after.issueTypes[1].steps[0].name.en).toBe('Another name')
    const versions = (await expectCall(200, app(), 'GET', '/versions?target=field:brand_new')).json.items
    expect(versions).toHaveLength(1)
    await importInto(200, app(), before)
    // What the file does not have stays.
    expect(doneBy(await tryIn(app(), before))).toEqual([])
    expect((await exportOf(app())).fields.map((field: { key: string }) => field.key)).toContain('brand_new')
  })

  test('what is wrong is named by its path, all of it, and nothing is changed', async () => {
    const before = await exportOf(app())
    const file = structuredClone(before)
    file.company.name = 'Would be changed'
    file.issueTypes[2].steps[1].next = [{ to: 'nowhere', roles: [] }]
    file.issueTypes[1].deadlines = [{ key: 'x', name: { en: 'X' }, calendar: 'MARS', length: { days: 3 } }]
    file.issueTypes[0].statusPage.favicon = 'javascript:alert(1)'
    file.issueTypes[0].assets = [{ name: 'x.png', content: Buffer.from('no image').toString('base64') }]
    file.companyLogo = { name: 'logo.ttf', content: PNG.toString('base64') }
    file.messageTemplates[0].body = { en: '{{ nonsense }}' }
    file.businessRules[0].actions = [{ do: 'send', template: 'no-such', to: 'customer' }]
    const told = await tryIn(app(), file)
    const paths = told.errors.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'issueTypes.2.steps.1.next.0.to',
        'issueTypes.1.deadlines.0.calendar',
        'issueTypes.0.statusPage.favicon',
        'issueTypes.0.assets.0',
        'companyLogo',
        'messageTemplates.0.body.en',
        'businessRules.0.actions.0.template',
      ]),
    )
    const refused = await importInto(422, app(), file)
    expect(refused.errors).toEqual(told.errors)
    expect(settingsOf(await exportOf(app()))).toEqual(settingsOf(before))
  })

  test.each([
    ['not a file of this kind', { format: 'other' }, 'format'],
    ['of a later version', { formatVersion: 2 }, 'formatVersion'],
    [
      'a step without a name',
      { issueTypes: [{ key: 'a', name: { en: 'A' }, steps: [{ key: 'b' }] }] },
      'issueTypes.0.steps.0.name',
    ],
    ['a member that is not known', { users: [] }, 'users'],
    [
      'a field twice',
      { fields: [1, 2].map(() => ({ key: 'a', type: 'text', label: { en: 'A' } })) },
      'fields.1.key',
    ],
    ['a list without end', { fields: Array.from({ length: 1001 }, () => 0) }, 'fields'],
  ])('a file that is %s is refused', async (_what, wrong, path) => {
    const file = { format: 'reklamator-configuration', formatVersion: 1, ...wrong }
    const { errors } = await importInto(422, app(), file)
    expect(errors.map((error: { path: string }) => error.path)).toContain(path)
  })

  test('a step that issues are at stands in the way, by name', async () => {
    const { number } = await openTestIssue(app(), { type: 'return' })
    const file = await exportOf(app())
    const at = file.issueTypes.findIndex((type: { key: string }) => type.key === 'return')
    const [first, ...rest] = file.issueTypes[at].steps
    file.issueTypes[at].steps = [...rest, { ...first, key: 'renamed' }].map((step) => ({ ...step, next: [] }))
    const { errors } = await tryIn(app(), file)
    expect(errors).toContainEqual({
      path: `issueTypes.${at}.steps`,
      message: expect.stringContaining(number),
    })
  })

  test('a step goes together with the deadline rule that started at it', async () => {
    const steps = ['a', 'b'].map((key) => ({ key, name: { en: key } }))
    const rule = { key: 'r', name: { en: 'R' }, start: { on: 'step', step: 'b' }, length: { days: 3 } }
    const type = { key: 'small', name: { en: 'Small' }, steps, deadlines: [rule] }
    const file = { format: 'reklamator-configuration', formatVersion: 1, issueTypes: [type] }
    await importInto(200, app(), file)
    const without = { ...type, steps: steps.slice(0, 1), deadlines: [{ ...rule, start: { on: 'created' } }] }
    await importInto(200, app(), { ...file, issueTypes: [without] })
    const { rules } = (await expectCall(200, app(), 'GET', '/issue-types/small/deadlines')).json
    expect(rules).toMatchObject([{ key: 'r', start: { on: 'created' } }])
  })

  test('R61 both ask for an administrator who gave the password lately, or a token of scope admin', async () => {
    for (const token of [app().tokens.write, app().tokens.read, null]) {
      const expected = token === null ? 401 : 403
      expect((await call(app(), 'GET', '/configuration', undefined, { token })).status).toBe(expected)
      expect((await call(app(), 'PUT', '/configuration', {}, { token })).status).toBe(expected)
    }
    const desk = await signInAs(app(), await addPerson(app(), 'administrator'))
    const { json } = await desk.call('GET', '/configuration')
    expect((await desk.call('PUT', '/configuration?dryRun=true', json)).status).toBe(200)
    app().clock.advance(5 * MINUTE)
    for (const reply of [
      await desk.call('GET', '/configuration'),
      await desk.call('PUT', '/configuration', json),
    ])
      expect(reply.json.type).toBe('urn:reklamator:problem:confirmation-needed')
  })

  test('a body over 8 MiB is refused, one below is read', async () => {
    const content = Buffer.alloc(3 * 1024 ** 2).toString('base64')
    const file = (count: number) => ({ format: 'x', a: Array.from({ length: count }, () => content) })
    expect((await call(app(), 'PUT', '/configuration', file(1))).status).toBe(422)
    expect((await call(app(), 'PUT', '/configuration', file(3))).status).toBe(413)
  })
})

describe.each(STORES)('from one installation to another (%s)', (store) => {
  test('an export imported into an empty one exports equal, and the starter stays away', async () => {
    const from = await startTestApp(store)
    const to = await startTestApp(store, { isEmpty: true })
    try {
      await addMore(from)
      to.outboundPorts.add(3999)
      const file = await exportOf(from)
      await importInto(200, to, file)
      expect(settingsOf(await exportOf(to))).toEqual(settingsOf(file))
      expect(await installStarter(to.ctx)).toBe(false)
      const [webhook] = (await expectCall(200, to, 'GET', '/webhooks')).json.items
      expect(webhook).toMatchObject({ enabled: false, broken: [] })
      await expectCall(201, to, 'POST', '/issues', {
        type: 'warranty',
        contact: { name: 'A', email: 'a@shop.example' },
      })
    } finally {
      await from.stop()
      await to.stop()
    }
  })

  test('a file without a company sets an empty one up too', async () => {
    const to = await startTestApp(store, { isEmpty: true })
    try {
      const fields = [{ key: 'order_number', type: 'text', label: { en: 'Order' } }]
      await importInto(200, to, { format: 'reklamator-configuration', formatVersion: 1, fields })
      expect(await installStarter(to.ctx)).toBe(false)
    } finally {
      await to.stop()
    }
  })
})
