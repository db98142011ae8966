import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'
import { makeRule, makeTemplate } from '../rules/support.ts'

onBothStores('message templates', (app) => {
  const body = {
    key: 'first',
    channel: 'email',
    name: 'First',
    subject: { en: 'Your claim {{issue_number}}' },
    body: { en: 'Follow it here: {{issue_status_url}}' },
  }
  const put = (key: string, content: object, status = 200, headers: Record<string, string> = {}) =>
    expectCall(status, app(), 'PUT', `/message-templates/${key}`, content, { headers })

  test('are made, read, changed and deleted; what GET answers may be sent back', async () => {
    const made = await expectCall(201, app(), 'POST', '/message-templates', body)
    expect(made.headers.location).toBe('/api/v1/message-templates/first')
    expect(made.json).toMatchObject(body)
    await expectCall(409, app(), 'POST', '/message-templates', body)
    const read = await expectCall(200, app(), 'GET', '/message-templates/first')
    expect(read.json).toEqual(made.json)
    expect((await put('first', read.json)).json).toEqual(read.json)
    const changed = await put('first', { ...read.json, name: 'Renamed', key: 'other' }, 200, {
      'if-match': String(read.headers.etag),
    })
    expect(changed.json).toMatchObject({ key: 'first', name: 'Renamed' })
    await put('first', read.json, 412, { 'if-match': String(read.headers.etag) })
    const listed = await expectCall(200, app(), 'GET', '/message-templates?limit=200')
    expect(listed.json.items.map(({ key }: { key: string }) => key)).toContain('first')
    const audit = await expectCall(200, app(), 'GET', '/audit')
    expect(audit.json.items[0]).toMatchObject({
      action: 'message-template.changed',
      target: 'message-template:first',
    })
    await expectCall(204, app(), 'DELETE', '/message-templates/first')
    await expectCall(404, app(), 'GET', '/message-templates/first')
    await put('first', body, 404)
  })

  test('R42 an unknown variable and broken syntax are refused at the field, with line and column', async () => {
    const broken = {
      ...body,
      key: 'broken',
      subject: { en: 'Claim {{issue_nr}}', cs: 'Reklamace' },
      body: { en: 'Hello\n\nfollow {{ issue_status_url', cs: 'Ahoj {{field.nothing}}, {% render "x" %}' },
    }
    const { json } = await expectCall(422, app(), 'POST', '/message-templates', broken)
    const at = (path: string) =>
      json.errors
        .filter((error: { path: string }) => error.path === path)
        .map(({ message }: { message: string }) => message)
    expect(at('subject.en').join()).toMatch(/^line 1, column 9.*issue_nr.*issue_number/)
    expect(at('body.en').join()).toMatch(/^line 3, column \d+/)
    expect(at('body.cs').join()).toMatch(/render/)
    const without = { ...broken, subject: { en: '' }, body: {} }
    const empty = await expectCall(422, app(), 'POST', '/message-templates', without)
    expect(empty.json.errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['subject', 'body']),
    )
  })

  test.each([
    ['key', { key: 'No Key' }],
    ['channel', { channel: 'fax' }],
    ['name', { name: '  ' }],
    ['subject', { subject: 'text' }],
    ['subject.x!', { subject: { 'x!': 'a' } }],
  ])('a wrong %s is named', async (path, wrong) => {
    const { json } = await expectCall(422, app(), 'POST', '/message-templates', {
      ...body,
      key: 'wrong',
      ...wrong,
    })
    expect(json.errors.map((error: { path: string }) => error.path)).toContain(path)
  })

  test('one that a rule sends, and a field that a template prints, cannot be deleted', async () => {
    await expectCall(201, app(), 'POST', '/fields', {
      key: 'printed',
      type: 'text',
      label: { en: 'Printed' },
    })
    const key = await makeTemplate(app(), {
      subject: { en: 'x' },
      body: { en: 'It says {{ field.printed }}' },
    })
    await makeRule(app(), { enabled: false, actions: [{ do: 'send', template: key, to: 'customer' }] })
    const refused = await expectCall(409, app(), 'DELETE', `/message-templates/${key}`)
    expect(refused.json.detail).toContain('business rule A rule')
    const field = await expectCall(409, app(), 'DELETE', '/fields/printed')
    expect(field.json.detail).toContain(`message template ${key}`)
  })

  test('the preview of a made-up issue, of a real one, in each language, and of what is not saved yet', async () => {
    const key = await makeTemplate(app())
    const preview = async (wish: object, status = 200) =>
      (await expectCall(status, app(), 'POST', `/message-templates/${key}/preview`, wish)).json
    await expectCall(200, app(), 'POST', `/message-templates/${key}/preview`)
    const sample = await preview({})
    expect(sample).toMatchObject({ locale: 'en', warnings: [] })
    expect(sample.subject).toMatch(/^Your claim WC-26-/)
    expect(sample.text).toContain('http://localhost:3000/en/status/warranty?issue=WC-26-')
    const { number } = await openTestIssue(app(), { locale: 'cs' })
    const before = await app().db.read.selectFrom('link_keys').selectAll().execute()
    const real = await preview({ issue: number })
    expect(real).toMatchObject({ locale: 'cs', subject: `Reklamace ${number}` })
    expect(real.text).not.toContain('key=')
    expect(await app().db.read.selectFrom('link_keys').selectAll().execute()).toEqual(before)
    const german = await preview({ issue: number, locale: 'de' })
    expect(german.warnings).toMatchObject([{ kind: 'missing-translation' }])
    const draft = await preview({
      issue: number,
      locale: 'en',
      body: { en: 'Dear {{customer_name}}' },
      subject: { en: 'Hi' },
    })
    expect(draft).toMatchObject({ subject: 'Hi', text: expect.stringContaining('Dear Jana Nováková') })
    expect((await preview({ subject: { en: 'x' }, body: { en: '{{nothing}}' } }, 422)).errors[0].path).toBe(
      'body.en',
    )
    await preview({ issue: 'WC-NONE' }, 404)
    expect((await preview({ type: 'none' }, 422)).errors[0].path).toBe('type')
    await expectCall(200, app(), 'PUT', '/issue-types/warranty/status-page', { enabled: false })
    expect((await preview({ issue: number })).warnings).toMatchObject([{ kind: 'page-off' }])
    await expectCall(200, app(), 'PUT', '/issue-types/warranty/status-page', { enabled: true })
  })
})
