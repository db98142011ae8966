import { expect, test } from 'vitest'
import { DAY, MINUTE } from '../../src/base/index.ts'
import { onBothStores } from '../support/app.ts'
import { call, expectCall, getPage, openTestIssue, signIn } from '../support/calls.ts'
import { deliveriesOf, makeTemplate, withoutRules } from '../rules/support.ts'

onBothStores('what handlers see of a conversation', (app) => {
  const send = (number: string, body: object, status = 201) =>
    expectCall(status, app(), 'POST', `/issues/${number}/messages`, body)
  const preview = (number: string, body: object, status = 200) =>
    expectCall(status, app(), 'POST', `/issues/${number}/messages/preview`, body)
  const statusLink = async (number: string) =>
    (await expectCall(200, app(), 'GET', `/issues/${number}/status-link`)).json

  test('each message tells who wrote it, also where several were written at one moment', async () => {
    const { number } = await openTestIssue(app())
    const written = await send(number, { body: 'one', internal: true })
    expect(written.json.by).toBe('admin')
    await send(number, { body: 'two', from: 'customer' })
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/messages`)
    expect(json.items).toMatchObject([
      { body: 'one', by: 'admin', from: 'shop', internal: true },
      { body: 'two', by: 'admin', from: 'customer' },
    ])
  })

  test('a delivery tells which message it carries', async () => {
    await withoutRules(app())
    const { number } = await openTestIssue(app())
    const { json } = await send(number, { body: 'Hello.' })
    await expectCall(201, app(), 'POST', `/issues/${number}/status-link`)
    const deliveries = await expectCall(200, app(), 'GET', `/deliveries?issue=${number}`)
    expect(deliveries.json.items).toMatchObject([
      { template: 'status-link', message: null },
      { id: json.delivery, message: json.id },
    ])
  })

  test('a free message leaves as a text message where that is chosen', async () => {
    await withoutRules(app())
    const { number } = await openTestIssue(app(), { contact: { phone: '+420601123456' } })
    await send(number, { body: 'Come and get it.', channel: 'sms' })
    expect(await deliveriesOf(app(), number)).toMatchObject([
      { channel: 'sms', recipient: '+420601123456', text: 'Come and get it.', template_key: null },
    ])
    const shown = await preview(number, { body: 'Come and get it.', channel: 'sms' })
    expect(shown.json).toMatchObject({
      channel: 'sms',
      to: '+420601123456',
      text: 'Come and get it.',
      html: '',
      size: { segments: 1 },
    })
    await expectCall(201, app(), 'POST', '/message-templates', {
      key: 'message-sms',
      channel: 'sms',
      name: 'Text message',
      body: { en: '{{issue_number}}: {{message}}' },
    })
    await send(number, { body: 'Now.', channel: 'sms' })
    expect((await deliveriesOf(app(), number))[1]?.text).toBe(`${number}: Now.`)
  })

  test('a channel that does not fit is named, and nothing is half done', async () => {
    const { number } = await openTestIssue(app(), { contact: { email: 'jana@example.com' } })
    const template = await makeTemplate(app())
    for (const body of [
      { body: 'x', channel: 'sms' },
      { body: 'x', channel: 'sms', template },
      { body: 'x', channel: 'pigeon' },
    ])
      expect((await send(number, body, 422)).json.errors[0].path).toBe('channel')
    const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/messages`)
    expect(json.items).toEqual([])
  })

  test('the preview is the message that leaves, but for the key of its link', async () => {
    await withoutRules(app())
    const { number, email } = await openTestIssue(app(), { locale: 'cs' })
    const { json: shown } = await preview(number, { body: 'Je to <b>hotovo</b>.' })
    expect(shown).toMatchObject({ channel: 'email', to: email, locale: 'cs', warnings: [] })
    await send(number, { body: 'Je to <b>hotovo</b>.' })
    await app().drain()
    const [mail] = await deliveriesOf(app(), number)
    expect(mail?.subject).toBe(shown.subject)
    const withoutKey = (text: string) => text.replaceAll(/&(amp;)?key=[^\s"<]+/g, '')
    expect(withoutKey(mail?.text ?? '')).toBe(shown.text)
    expect(withoutKey(mail?.html ?? '')).toBe(shown.html)
    expect(await call(app(), 'GET', `/issues/${number}/link-keys`)).toMatchObject({
      json: { items: [{ recipient: email }] },
    })
  })

  test('a preview where nobody can be reached, of no template, of no issue', async () => {
    const { number } = await openTestIssue(app(), { contact: { phone: '+420601123457' } })
    expect((await preview(number, { body: 'x' })).json.to).toBeNull()
    expect((await preview(number, { template: 'none' }, 422)).json.errors[0].path).toBe('template')
    await preview('WC-NONE', { body: 'x' }, 404)
  })

  test('handlers see when the customer opened the page, and no more of the visit', async () => {
    await withoutRules(app())
    const { number, email } = await openTestIssue(app())
    expect(await statusLink(number)).toMatchObject({ enabled: true, opened: null })
    const first = new Date(app().clock.now).toISOString()
    const cookie = await signIn(app(), { issue: number, contact: email })
    expect((await statusLink(number)).opened).toEqual({ first, last: first })
    app().clock.advance(2 * MINUTE)
    const again = new Date(app().clock.now).toISOString()
    await getPage(app(), `/en/status/warranty?issue=${number}`, { cookie })
    await expect.poll(async () => (await statusLink(number)).opened).toEqual({ first, last: again })
    app().clock.advance(DAY)
    await signIn(app(), { issue: number, contact: email })
    expect((await statusLink(number)).opened).toEqual({
      first,
      last: new Date(app().clock.now).toISOString(),
    })
    const row = await app().db.read.selectFrom('customer_visits').selectAll().executeTakeFirstOrThrow()
    expect(Object.keys(row)).toEqual(['issue_id', 'first_at', 'last_at'])
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    expect(await app().db.read.selectFrom('customer_visits').selectAll().execute()).toEqual([])
  })

  test('R25 the page as the customer sees it, in the language of the issue', async () => {
    const { number, email } = await openTestIssue(app(), { locale: 'cs' })
    await send(number, { body: 'a secret note', internal: true })
    await send(number, { body: 'a public word', send: false })
    const cookie = await signIn(app(), { issue: number, contact: email }, { locale: 'cs' })
    const real = await getPage(app(), `/cs/status/warranty?issue=${number}`, { cookie })
    const url = `/issues/${number}/status-page-preview`
    const { json } = await expectCall(200, app(), 'POST', url, {})
    const shown = await getPage(app(), json.url)
    const plain = (page: string) => page.replace(/href="[^"]*\.css"/, 'href="sheet.css"')
    expect(plain(shown.body)).toBe(plain(real.body))
    expect(shown.body).not.toContain('a secret note')
    expect(shown.headers['content-security-policy']).toContain("frame-ancestors 'self'")
    await expectCall(404, app(), 'POST', '/issues/WC-NONE/status-page-preview', {})
    await expectCall(422, app(), 'POST', url, { scheme: 'pink' })
  })
})
