import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { onBothStores, startTestApp } from '../support/app.ts'
import { call, expectCall, getPage, lookUp, openTestIssue, signIn } from '../support/calls.ts'
import { attachText, forgetAttempts, setPage, setPageView } from './support.ts'

const MINUTES = 60_000

onBothStores('the preview of a status page', (app) => {
  const preview = (body: object, type = 'warranty') =>
    call(app(), 'POST', `/issue-types/${type}/status-page/preview`, { locale: 'en', ...body })
  const load = (url: string) => app().app.inject({ url, headers: { host: 'localhost:3000' } })
  const html = async (body: object) => {
    const { json, status, text } = await preview(body)
    expect(status, text).toBe(200)
    return (await load(json.url)).body
  }
  /** Where the sheet lies is the one thing that differs. */
  const plain = (page: string) => page.replace(/href="[^"]*\.css"/, 'href="sheet.css"')
  let issue: Awaited<ReturnType<typeof openTestIssue>>
  beforeAll(async () => {
    await setPage(app(), { attachmentDownloads: true })
    await setPageView(app(), ['progress', 'next', 'product', 'messages', 'attachments'])
    issue = await openTestIssue(app())
    await attachText(app(), issue.number, { name: 'shown.txt', text: 'a', public: true })
    await attachText(app(), issue.number, { name: 'hidden.txt', text: 'a', public: false })
  })
  beforeEach(() => forgetAttempts(app()))

  describe('is the real page', () => {
    test('of the form', async () => {
      const real = await getPage(app(), '/en/status/warranty')
      expect(plain(await html({ show: 'form' }))).toBe(plain(real.body))
    })
    test('of a refusal', async () => {
      const { numberExample } = { numberExample: 'WC-26-00123-7KQM' }
      const real = await lookUp(app(), { issue: numberExample, contact: 'nobody@example.com' })
      expect(plain(await html({ show: 'refused' }))).toBe(plain(real.body))
    })
    test('of the error', async () => {
      const real = await getPage(app(), '/cs/status/nowhere')
      const shown = await html({ show: 'error', locale: 'cs' })
      expect(plain(shown)).toBe(plain(real.body).replaceAll('/status/nowhere', '/status/warranty'))
    })
    test('R25 of an issue: what its customer sees, and nothing else', async () => {
      const cookie = await signIn(app(), { issue: issue.number, contact: issue.email })
      const real = await getPage(app(), `/en/status/warranty?issue=${issue.number}`, { cookie })
      const shown = await html({ issue: issue.number })
      expect(plain(shown)).toBe(plain(real.body))
      expect(shown).toContain('shown.txt')
      expect(shown).not.toContain('hidden.txt')
      expect(shown).not.toContain(issue.email)
    })
  })

  test('shows what is not saved, and saves nothing', async () => {
    const before = (await expectCall(200, app(), 'GET', '/issue-types/warranty/status-page')).json
    const settings = { header: { en: '<p>Soon</p>' }, css: ':root { --rk-accent: #b3261e }', width: '500px' }
    const { json } = await preview({ settings, show: 'form' })
    const page = (await load(json.url)).body
    const sheet = (await load(`${json.url}/sheet.css`)).body
    expect(page).toContain('<p>Soon</p>')
    expect(sheet).toContain('#b3261e')
    expect(sheet).toContain('--rk-width:500px')
    expect((await expectCall(200, app(), 'GET', '/issue-types/warranty/status-page')).json).toEqual(before)
    expect((await getPage(app(), '/en/status/warranty')).body).not.toContain('Soon')
  })

  test('shows fields that are not saved, in their order and with their labels', async () => {
    const fields = [{ field: 'contact.name', label: { en: 'Your name' } }, { field: 'number' }]
    const shown = await html({ issue: issue.number, fields })
    expect(shown).toContain('Your name')
    expect(shown).not.toContain('rk-progress')
    const wrong = await preview({ fields: [{ field: 'nothing' }] })
    expect(wrong.json.errors).toEqual([{ path: 'fields.0.field', message: 'there is no field nothing' }])
  })

  test('R28 R38 R39 what is hostile is taken out as it is when saved, and told', async () => {
    const settings = {
      header: { en: '<p onclick="x()">A<script>alert(1)</script></p>' },
      css: '@import url(https://evil.example/x.css); a { color: red }',
    }
    const { json } = await preview({ settings, show: 'form' })
    expect(json.removed.map(({ path }: { path: string }) => path)).toEqual(['header.en', 'header.en', 'css'])
    const page = await load(json.url)
    expect(page.body).not.toContain('alert(1)')
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("form-action 'none'")
    expect(policy).not.toMatch(/unsafe|evil/)
    expect((await load(`${json.url}/sheet.css`)).body).not.toContain('evil')
  })

  test('R29 tells whom customers’ browsers would contact, and what names them', async () => {
    const settings = {
      header: { en: '<img src="https://cdn.example/logo.png" alt="">' },
      favicon: 'https://icons.example/i.png',
      css: 'a { background: url(https://img.example/a.png) }',
    }
    const { json } = await preview({ settings, show: 'form' })
    expect(json.outsideHosts).toEqual([
      { host: 'https://cdn.example', from: 'header' },
      { host: 'https://img.example', from: 'css' },
      { host: 'https://icons.example', from: 'favicon' },
    ])
    expect((await load(json.url)).headers['content-security-policy']).toContain('https://cdn.example')
  })

  test('what is wrong is told at its member, and shown as it is stored', async () => {
    const settings = { width: '12 parsecs', verification: 'fax', metaTitle: { en: 'Fine' }, nonsense: 1 }
    const { json, status } = await preview({ settings, show: 'form' })
    expect(status).toBe(200)
    expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['width', 'verification', 'nonsense']),
    )
    expect((await load(json.url)).body).toContain('<title>Fine')
  })

  test('R35 no body is answered with an error of ours', async () => {
    const odd = [
      'null',
      '1',
      '"x"',
      '[]',
      '{}',
      '"\\u0000"',
      '{"en":1}',
      '{"en":"\\ud800"}',
      '{"__proto__":{"en":"x"}}',
    ]
    const members = [
      'header',
      'metaTitle',
      'css',
      'font',
      'width',
      'favicon',
      'enabled',
      '__proto__',
      'constructor',
    ]
    const bodies = [
      ...members.flatMap((member) => odd.map((value) => `{"show":"form","settings":{"${member}":${value}}}`)),
      ...['fields', 'show', 'issue', 'step', 'settings'].flatMap((member) =>
        [...odd, '"__proto__"', '[{"field":"__proto__"}]'].map((value) => `{"${member}":${value}}`),
      ),
    ]
    for (const body of bodies) {
      const { status } = await preview(JSON.parse(body))
      expect([200, 400, 422], body).toContain(status)
    }
  })

  test('a made-up issue stands at any step, with a value in every field', async () => {
    const { steps } = (await expectCall(200, app(), 'GET', '/issue-types/warranty/steps')).json
    for (const { key, hidden, publicName } of steps) {
      const shown = await html({ step: key })
      if (!hidden) expect(shown, key).toContain(publicName.en.replaceAll("'", '’').slice(0, 12))
    }
    expect((await preview({ step: 'nowhere' })).status).toBe(422)
    expect((await preview({ locale: 'xx' })).status).toBe(422)
    expect((await preview({}, 'nothing')).status).toBe(404)
  })

  test('R26 an issue of another type is as one that does not exist', async () => {
    const other = await openTestIssue(app(), { type: 'service', values: {} })
    const [foreign, unknown] = await Promise.all([
      preview({ issue: other.number }),
      preview({ issue: 'WC-26-99999-XXXX' }),
    ])
    expect(foreign.status).toBe(422)
    expect(foreign.json.errors).toEqual(unknown.json.errors)
  })

  test('looks as it does for whoever prefers the scheme', async () => {
    const settings = { css: '@media (prefers-color-scheme: dark) { a { color: red } }' }
    const sheets = await Promise.all(
      (['light', 'dark'] as const).map(async (scheme) => {
        const { json } = await preview({ settings, scheme, show: 'form' })
        return (await load(`${json.url}/sheet.css`)).body
      }),
    )
    for (const sheet of sheets) expect(sheet).not.toContain('prefers-color-scheme')
    expect(sheets[0]).not.toBe(sheets[1])
  })

  test('warns of what an administrator should know', async () => {
    const codes = async (body: object) =>
      (await preview(body)).json.warnings.map(({ code }: { code: string }) => code)
    expect(await codes({ settings: { enabled: false } })).toContain('page-off')
    expect(await codes({ settings: { metaTitle: { en: 'Only English' } } })).toContain('missing-languages')
    expect(await codes({ fields: [] })).toContain('nothing-shown')
    expect(await codes({ fields: [{ field: 'product' }] })).toContain('no-progress')
    await openTestIssue(app(), { contact: { name: 'No phone', email: 'nophone@example.com' } })
    expect(await codes({ settings: { verification: 'phone' } })).toContain('contacts-missing')
  })

  test('warns of colours that cannot be read, in the scheme in which they cannot', async () => {
    const warnings = async (css: string) =>
      (await preview({ settings: { css } })).json.warnings.filter(({ code }: { code: string }) =>
        code.startsWith('low-contrast'),
      )
    expect(await warnings(':root { --rk-accent: #ffd500 }')).toEqual([])
    const [light, ...others] = await warnings(':root { --rk-edge: #a9adb2 }')
    expect(others).toEqual([])
    expect(light).toMatchObject({
      code: 'low-contrast-light',
      path: 'css',
      params: { pairs: '--rk-edge / --rk-surface 2.2:1' },
    })
  })

  test('warns of fields that no issue has, once there are some issues', async () => {
    const fields = [{ field: 'progress' }, { field: 'product' }, { field: 'serial_number' }]
    const emptyFields = async () =>
      (await preview({ fields })).json.warnings.find(({ code }: { code: string }) => code === 'fields-empty')
    expect(await emptyFields()).toBeUndefined()
    for (let opened = 0; opened < 10; opened++) await openTestIssue(app(), { values: { product: 'Kettle' } })
    expect(await emptyFields()).toMatchObject({ path: 'fields', params: { fields: 'serial_number' } })
    await openTestIssue(app(), { values: { serial_number: 'A1' } })
    expect(await emptyFields()).toBeUndefined()
  })

  test('warns where no rule sends customers the address', async () => {
    const isWarned = async () =>
      (await preview({})).json.warnings.some(({ code }: { code: string }) => code === 'link-not-sent')
    const { items } = (await expectCall(200, app(), 'GET', '/business-rules')).json
    const switchAll = async (on: boolean) => {
      for (const { id, ...rule } of items)
        await expectCall(200, app(), 'PUT', `/business-rules/${id}`, { ...rule, enabled: on && rule.enabled })
    }
    expect(await isWarned()).toBe(false)
    await switchAll(false)
    expect(await isWarned()).toBe(true)
    await switchAll(true)
    expect(await isWarned()).toBe(false)
  })

  test('warns of languages in which the type speaks, and of no others', async () => {
    const languages = async () =>
      (await preview({ settings: { metaTitle: { en: 'English' } } }, 'plain')).json.warnings.find(
        ({ code }: { code: string }) => code === 'missing-languages',
      )?.params.languages
    await expectCall(201, app(), 'POST', '/issue-types', {
      key: 'plain',
      name: { en: 'Plain', de: 'Schlicht' },
    })
    const workflow = (await expectCall(200, app(), 'GET', '/issue-types/plain/steps')).json
    const steps = workflow.steps.map((step: object) => ({ ...step, publicName: { en: 'Step', pl: 'Krok' } }))
    await expectCall(200, app(), 'PUT', '/issue-types/plain/steps', { ...workflow, steps })
    expect((await languages()).split(', ').toSorted()).toEqual(['de', 'pl'])
  })

  test('is there for five minutes, for nobody who does not have its address', async () => {
    const { json } = await preview({ show: 'form' })
    expect(json.url).toMatch(/^\/desk\/preview\/[\w-]{43}$/)
    const page = await load(json.url)
    expect(page.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    expect((await load(`${json.url.slice(0, -1)}x`)).statusCode).toBe(404)
    app().clock.advance(5 * MINUTES + 1)
    expect((await load(json.url)).statusCode).toBe(404)
    await app().running.sweep()
    const left = await app().db.read.selectFrom('page_previews').select('hash').execute()
    expect(left).toEqual([])
  })

  test('does not grow: two hundred are kept', async () => {
    for (let made = 0; made < 230; made++) expect((await preview({ show: 'error' })).status).toBe(200)
    const kept = await app().db.read.selectFrom('page_previews').select('hash').execute()
    expect(kept.length).toBeLessThanOrEqual(201)
  })

  test('does not grow: thirty-two mebibytes are kept, the newest of them', async () => {
    const html = 'x'.repeat(4 * 1024 * 1024)
    const row = { policy: '', html, css: '' }
    const now = app().clock.now
    await app().db.transaction((tx) => tx.query.deleteFrom('page_previews').execute())
    for (let age = 1; age <= 10; age++)
      await app().db.transaction((tx) =>
        tx.query
          .insertInto('page_previews')
          .values({ ...row, hash: `${age}`, expires_at: now + 5 * MINUTES - age })
          .execute(),
      )
    expect((await preview({ show: 'error' })).status).toBe(200)
    const kept = await app().db.read.selectFrom('page_previews').select('hash').execute()
    const old = kept.map(({ hash }) => hash).filter((hash) => hash.length < 3)
    expect(old.toSorted()).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    await app().db.transaction((tx) => tx.query.deleteFrom('page_previews').execute())
  })

  test('R66 goes with an erased issue, and is not made after', async () => {
    const erased = await openTestIssue(app())
    const { json } = await preview({ issue: erased.number })
    expect((await load(json.url)).statusCode).toBe(200)
    await expectCall(204, app(), 'DELETE', `/issues/${erased.number}`)
    expect((await load(json.url)).statusCode).toBe(404)
    expect(await app().db.read.selectFrom('page_previews').select('hash').execute()).toEqual([])
    expect((await preview({ issue: erased.number })).status).toBe(422)
  })

  test('R4 counts no look-up, makes no session', async () => {
    const count = async (table: 'throttle' | 'customer_sessions') =>
      (await app().db.read.selectFrom(table).selectAll().execute()).length
    const before = [await count('throttle'), await count('customer_sessions')]
    await html({ show: 'refused' })
    await html({ issue: issue.number })
    expect([await count('throttle'), await count('customer_sessions')]).toEqual(before)
  })

  test('R62 is for administrators', async () => {
    for (const token of [app().tokens.write, app().tokens.read]) {
      const answer = await call(
        app(),
        'POST',
        '/issue-types/warranty/status-page/preview',
        { locale: 'en' },
        { token },
      )
      expect(answer.status).toBe(403)
    }
  })

  test('names what styles may use', async () => {
    const { json } = await expectCall(200, app(), 'GET', '/theming')
    expect(json.classes).toEqual(expect.arrayContaining(['rk-page', 'rk-stage--done', 'rk-files__off']))
    expect(json.properties).toEqual(expect.arrayContaining([{ name: '--rk-accent', value: '#0b5a6e' }]))
    expect(json.tags).toContain('table')
    expect(json.attributes).not.toContain('style')
    expect(json.classNotes).toContainEqual({ name: 'rk-card', about: 'The card around the content' })
    expect(json.atRules).toEqual(['media', 'supports', 'keyframes', 'font-face', 'layer', 'container'])
    expect(json.limits.css).toEqual({ bytes: 131_072, depth: 32, items: 12_000, tokens: 65_536 })
    expect(json.limits.header).toEqual({ bytes: 65_536, depth: 50, tags: 5_000 })
  })
})

test('a preview is found by another process of the installation', async () => {
  const app = await startTestApp('postgres')
  const { json } = await expectCall(200, app, 'POST', '/issue-types/warranty/status-page/preview', {
    locale: 'pl',
  })
  const rows = await app.db.read.selectFrom('page_previews').select(['hash']).execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(json.url.split('/').at(-1))
  await app.stop()
})
