import { expect, test } from 'vitest'
import { deliveriesOf, makeRule, makeTemplate, makeUser, runsOf, withoutRules } from '../rules/support.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, getPage, lookUp, openTestIssue } from '../support/calls.ts'
import { newNumber } from './support.ts'

const BODY = {
  en: 'Claim {{issue_number}} – “ready”… {{issue_status_url}}',
  cs: 'Reklamace {{issue_number}} je vyřízena. {{issue_status_url}}',
}
let keys = 0

onBothStores('templates of text messages', (app) => {
  const post = (status: number, more: object) =>
    expectCall(status, app(), 'POST', '/message-templates', {
      key: `text-${++keys}`,
      channel: 'sms',
      name: 'Text',
      body: BODY,
      ...more,
    })
  const makeText = async (body: object = BODY): Promise<string> => (await post(201, { body })).json.key
  const preview = (key: string, wish: object = {}, status = 200) =>
    expectCall(status, app(), 'POST', `/message-templates/${key}/preview`, wish)

  test('has a body alone, and what it is written for stays', async () => {
    const { json } = await post(201, {})
    expect(json).toMatchObject({ channel: 'sms', subject: {}, body: BODY })
    const url = `/message-templates/${json.key}`
    const { json: read } = await expectCall(200, app(), 'GET', url)
    expect((await expectCall(200, app(), 'PUT', url, read)).json).toEqual(read)
    const { channel: _channel, subject: _subject, ...rest } = read
    expect((await expectCall(200, app(), 'PUT', url, rest)).json).toEqual(read)
    await expectCall(200, app(), 'PUT', url, { ...rest, subject: { en: ' ' } })

    const wrong = async (more: object) => (await post(422, more)).json.errors
    const subject = { path: 'subject', message: 'a text message has no subject; leave it out or empty' }
    expect(await wrong({ subject: { en: 'Hello' } })).toEqual([subject])
    expect(await wrong({ subject: { en: 'Hello' }, body: { en: '{{nobody}}' } })).toMatchObject([
      subject,
      { path: 'body.en', message: expect.stringContaining('there is no variable nobody') },
    ])
    expect(await wrong({ body: {} })).toMatchObject([{ path: 'body' }])
    expect(await wrong({ channel: 'fax' })).toMatchObject([{ path: 'channel' }])

    const change = await expectCall(422, app(), 'PUT', url, { ...read, channel: 'email' })
    expect(change.json.errors).toContainEqual({
      path: 'channel',
      message: 'it is sms and stays so; make another template for email',
    })
    const mail = await makeTemplate(app())
    const { json: asText } = await expectCall(422, app(), 'PUT', `/message-templates/${mail}`, {
      name: 'Text',
      channel: 'sms',
      body: BODY,
    })
    expect(asText.errors.map(({ path }: { path: string }) => path)).toContain('channel')
    // A mail still needs its subject.
    const { json: bare } = await post(422, { channel: 'email' })
    expect(bare.errors).toContainEqual({
      path: 'subject',
      message: 'a subject is needed in one language at least',
    })
  })

  test('its preview says what it counts as in each language', async () => {
    const key = await makeText()
    const { number } = await openTestIssue(app())
    const { json } = await preview(key, { issue: number, locale: 'en' })
    // The link is as long as the one that leaves; its key opens nothing.
    const url = `http://localhost:3000/en/status/warranty?issue=${number}&key=${'x'.repeat(24)}`
    const text = `Claim ${number} - "ready"... ${url}`
    expect(json).toMatchObject({ subject: '', html: '', text, warnings: [] })
    const size = { encoding: 'gsm-7', characters: text.length, segments: 1, perSegment: 160, unusual: [] }
    expect(json.size).toEqual(size)
    expect(Object.keys(json.segmentsByLocale).toSorted()).toEqual(['cs', 'en'])
    expect(json.segmentsByLocale.en).toEqual(size)
    expect(json.segmentsByLocale.cs).toMatchObject({
      encoding: 'ucs-2',
      segments: 2,
      perSegment: 67,
      unusual: ['ř', 'í'],
    })
    const cs = await preview(key, { issue: number, locale: 'cs' })
    expect(cs.json.size).toEqual(json.segmentsByLocale.cs)
    const mail = await preview(await makeTemplate(app()))
    expect(mail.json).toMatchObject({ size: null, segmentsByLocale: {} })
  })

  test('values are as they are, lines stay, and empty ones leave none', async () => {
    const key = await makeText({
      en: '  # {{customer_name}}: <{{field.product}}>\n{{handler_name}}\n{% if message %}\n- {{message}}\n{% endif %}\n\n\nPh. 12\u00a0500\u202f€ ',
    })
    const { number } = await openTestIssue(app(), {
      values: { product: 'A & “B” <i>', order_number: '1', defect: 'x' },
    })
    const { json } = await preview(key, { issue: number, message: 'one\r\ntwo', locale: 'en' })
    expect(json.text).toBe('# Jana Nováková: <A & "B" <i>>\n- one\ntwo\n\nPh. 12 500 €')
    expect(json.size.unusual).toEqual(['á'])
  })

  test('more than ten segments are refused with their count, and shown for other languages', async () => {
    const key = await makeText({ en: 'a'.repeat(1530), cs: 'ř'.repeat(671) })
    expect((await preview(key, { locale: 'en' })).json).toMatchObject({
      size: { segments: 10 },
      segmentsByLocale: { cs: { segments: 11 } },
    })
    const { json } = await preview(key, { locale: 'cs' }, 422)
    expect(json.errors).toEqual([
      { path: 'body', message: 'The text takes 11 segments; at most 10 are allowed.' },
    ])
    const empty = await makeText({ en: '{{message}}' })
    expect((await preview(empty, {}, 422)).json.errors[0].message).toBe('The text came out empty.')
  })

  test('a rule sends it to the customer’s number, with a link that works and is masked afterwards', async () => {
    await withoutRules(app())
    const key = await makeText()
    const rule = await makeRule(app(), { actions: [{ do: 'send', template: key, to: 'customer' }] })
    const { number, phone } = await openTestIssue(app())
    await app().drain()
    const [text, ...more] = await deliveriesOf(app(), number)
    expect(more).toEqual([])
    expect(text).toMatchObject({
      channel: 'sms',
      recipient: phone,
      state: 'sent',
      segments: 1,
      template_key: key,
    })
    expect(text?.text).toContain('&key=…')
    const { text: captured } = await expectCall(200, app(), 'GET', `/deliveries/${text?.id}/captured`)
    const linkKey = /key=([\w-]{24})/.exec(captured)?.[1] ?? ''
    const page = await getPage(app(), `/en/status/warranty?issue=${number}&key=${linkKey}`)
    expect(page.body).toContain(`value="${number}"`)
    expect((await lookUp(app(), { issue: number, contact: phone, key: linkKey })).statusCode).toBe(303)
    expect(await runsOf(app(), rule)).toMatchObject([{ actions: [{ result: 'done', because: null }] }])
  })

  test('who cannot get it is skipped with a reason', async () => {
    await withoutRules(app())
    const key = await makeText({ en: 'Ready.' })
    const mail = await makeTemplate(app())
    const phone = newNumber()
    const to = ['customer', 'handler', { role: 'handler' }, { address: 'a@example.com' }, { phone }]
    const handler = await makeUser(app())
    const rule = await makeRule(app(), {
      actions: [
        { do: 'send', template: key, to },
        { do: 'send', template: key, to: 'customer' },
        { do: 'send', template: mail, to: { phone } },
      ],
    })
    const contact = { name: 'Jana', email: 'jana@example.com' }
    const { number } = await openTestIssue(app(), { contact })
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { handler: handler.email })
    await app().drain()
    const users = 'users have no phone number, so they get no text messages'
    const none = 'the issue has no phone number'
    const address = 'an e-mail address gets no text messages'
    expect(await runsOf(app(), rule)).toMatchObject([
      {
        actions: [
          { result: 'done', because: `${none}; ${users}; ${address}` },
          { result: 'skipped', because: none },
          { result: 'skipped', because: 'a phone number gets no mail' },
        ],
      },
    ])
    expect(await deliveriesOf(app(), number)).toMatchObject([{ channel: 'sms', recipient: phone }])
    const { json: dry } = await expectCall(200, app(), 'POST', `/business-rules/${rule}/dry-run`, {})
    const fired = dry.fired.find(({ issue }: { issue: string }) => issue === number)
    expect(fired.actions[0]).toMatchObject({ messages: [{ to: phone, text: 'Ready.', subject: '' }] })

    const wrong = { name: 'Wrong', trigger: { on: 'issue.created' } }
    for (const bad of ['601123456', '+420 601 123 456', '+0601123456', '']) {
      const actions = [{ do: 'send', template: key, to: { phone: bad } }]
      const { json } = await expectCall(422, app(), 'POST', '/business-rules', { ...wrong, actions })
      expect(json.errors[0].path, bad).toMatch(/^actions\.0\.to/)
    }
  })

  test('sent by hand: the link, and a message', async () => {
    await withoutRules(app())
    const key = await makeText()
    const { number, phone } = await openTestIssue(app())
    const { json } = await expectCall(201, app(), 'POST', `/issues/${number}/status-link`, { template: key })
    const typed = await makeText({ en: 'Claim {{issue_number}}: {{message}}' })
    const url = `/issues/${number}/messages`
    const body = { body: 'It is ready.', template: typed }
    const { json: message } = await expectCall(201, app(), 'POST', url, body)
    await app().drain()
    expect(await deliveriesOf(app(), number)).toMatchObject([
      { id: json.delivery, channel: 'sms', recipient: phone, state: 'sent' },
      { id: message.delivery, channel: 'sms', text: `Claim ${number}: It is ready.` },
    ])
    const tooLong = { body: 'ř'.repeat(700), template: typed }
    expect((await expectCall(422, app(), 'POST', url, tooLong)).json.errors[0]).toMatchObject({
      path: 'template',
      message: expect.stringContaining('at most 10 are allowed'),
    })
    const contact = { name: 'Jana', email: 'jana@example.com' }
    const silent = `/issues/${(await openTestIssue(app(), { contact })).number}`
    const noPhone = 'the issue has no phone number to send to'
    const link = await expectCall(422, app(), 'POST', `${silent}/status-link`, { template: key })
    expect(link.json.errors).toEqual([{ path: 'contact.phone', message: noPhone }])
    const message422 = await expectCall(422, app(), 'POST', `${silent}/messages`, body)
    expect(message422.json.errors).toEqual([{ path: 'template', message: noPhone }])
  })

  test('R17 the key that left for a number ends when that is the customer’s no more', async () => {
    await withoutRules(app())
    const key = await makeText()
    const { number, phone } = await openTestIssue(app())
    await expectCall(201, app(), 'POST', `/issues/${number}/status-link`, { template: key })
    const revoked = async () => {
      const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/link-keys`)
      return json.items.map(({ recipient, revoked: at }: Record<string, string>) => [recipient, at !== null])
    }
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { contact: { email: 'new@example.com' } })
    expect(await revoked()).toEqual([[phone, false]])
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { contact: { phone: newNumber() } })
    expect(await revoked()).toEqual([[phone, true]])
  })
})
