import { expect, test } from 'vitest'
import { onBothStores } from '../support/app.ts'
import { expectCall, getPage, lookUp, openTestIssue } from '../support/calls.ts'
import { deliveriesOf, makeTemplate, withoutRules } from '../rules/support.ts'

onBothStores('what handlers send by hand', (app) => {
  const messages = (number: string, body: object, status = 201, headers: Record<string, string> = {}) =>
    expectCall(status, app(), 'POST', `/issues/${number}/messages`, body, { headers })

  test('a message of the shop is on the page and in a mail, with a link that works', async () => {
    await withoutRules(app())
    const { number, email } = await openTestIssue(app())
    const { json } = await messages(number, { body: 'We have <b>good</b> news.\n\nhttps://evil.example' })
    await app().drain()
    const [mail, ...more] = await deliveriesOf(app(), number)
    expect(more).toEqual([])
    expect(mail).toMatchObject({ id: json.delivery, recipient: email, state: 'sent' })
    expect(mail?.text).toContain('We have <b>good</b> news.')
    expect(mail?.html).toContain('We have &lt;b&gt;good&lt;/b&gt; news.')
    expect(mail?.html).not.toContain('href="https://evil.example')
    // What the store keeps of a mail that was sent shows no key; the mail itself has it.
    expect(mail?.text).not.toMatch(/key=[\w-]{24}/)
    const eml = (await app().capturedMail.read({ id: mail!.id, issueId: mail!.issue_id! }))!.toString()
    const url = /http:\/\/localhost:3000(\/en\/status\/warranty\?issue=[^\s"<]+?key=(?:3D)?([\w-]{24}))/
    const key = url.exec(eml.replaceAll('=\r\n', '').replaceAll('=3D', '='))?.[2] ?? ''
    const page = await getPage(app(), `/en/status/warranty?issue=${number}&key=${key}`)
    expect(page.body).toContain(`value="${number}"`)
    expect((await lookUp(app(), { issue: number, contact: email, key })).statusCode).toBe(303)
    const keys = await expectCall(200, app(), 'GET', `/issues/${number}/link-keys`)
    expect(keys.json.items).toMatchObject([{ recipient: email, used: expect.any(String) }])
  })

  test('notes, messages of the customer, and those that are not to be sent leave no mail', async () => {
    await withoutRules(app())
    const { number } = await openTestIssue(app())
    for (const body of [
      { body: 'a note', internal: true },
      { body: 'a question', from: 'customer' },
      { body: 'said on the phone', send: false },
    ]) {
      expect((await messages(number, body)).json.delivery).toBeNull()
    }
    const silent = await openTestIssue(app(), { contact: { phone: '+420601000222' } })
    expect((await messages(silent.number, { body: 'we called' })).json.delivery).toBeNull()
    await app().drain()
    expect(await deliveriesOf(app(), number)).toEqual([])
  })

  test('with a template: its text is on the page where nothing was typed', async () => {
    await withoutRules(app())
    const template = await makeTemplate(app(), {
      subject: { en: 'About {{issue_number}}' },
      body: { en: 'Dear {{customer_name}},\n\n{% if message %}{{message}}{% else %}nothing new.{% endif %}' },
    })
    const { number } = await openTestIssue(app())
    const typed = await messages(number, { body: 'It is ready.', template })
    expect(typed.json.body).toBe('It is ready.')
    const untyped = await messages(number, { template })
    expect(untyped.json.body).toBe('Dear Jana Nováková,\n\nnothing new.')
    await app().drain()
    const sent = await deliveriesOf(app(), number)
    expect(sent.map(({ subject, template_key }) => [subject, template_key])).toEqual([
      [`About ${number}`, template],
      [`About ${number}`, template],
    ])
    expect(sent[0]?.text).toContain('It is ready.')
  })

  test.each([
    ['body', {}],
    ['body', { body: '  ' }],
    ['template', { template: 'none' }],
    ['template', { body: 'x', internal: true, template: 'message' }],
    ['template', { body: 'x', from: 'customer', template: 'message' }],
    ['template', { body: 'x', send: false, template: 'message' }],
    ['from', { body: 'x', from: 'nobody' }],
  ])('a wrong %s is named, and nothing is half done: %j', async (path, body) => {
    const { number } = await openTestIssue(app())
    await makeTemplate(app())
    const { json } = await messages(number, body, 422)
    expect(json.errors[0].path).toBe(path)
    const { json: listed } = await expectCall(200, app(), 'GET', `/issues/${number}/messages`)
    expect(listed.items).toEqual([])
  })

  test('R75 the same request twice sends once', async () => {
    await withoutRules(app())
    const { number } = await openTestIssue(app())
    const headers = { 'idempotency-key': `twice-${number}` }
    const [one, two] = await Promise.all([
      messages(number, { body: 'Once.' }, 201, headers),
      messages(number, { body: 'Once.' }, 201, headers),
    ])
    expect(one?.json).toEqual(two?.json)
    await app().drain()
    expect(await deliveriesOf(app(), number)).toHaveLength(1)
  })

  test('a template of the starter without a text: on the page it ends before the link', async () => {
    const { number } = await openTestIssue(app())
    const { json } = await messages(number, { template: 'action-needed' })
    expect(json.body).toContain(number)
    expect(json.body).not.toMatch(/https?:|See where it stands|^-- $|automatically/m)
  })

  test('a template that does more than it may is refused, and nothing is half done', async () => {
    const bomb = '{% for i in (1..999) %}{% for j in (1..999) %}{% endfor %}{% endfor %}x'
    const template = await makeTemplate(app(), { subject: { en: 'x' }, body: { en: bomb } })
    const { number } = await openTestIssue(app())
    const { json } = await messages(number, { body: 'x', template }, 422)
    expect(json.errors).toMatchObject([{ path: 'template', message: expect.stringContaining('steps') }])
    const { json: listed } = await expectCall(200, app(), 'GET', `/issues/${number}/messages`)
    expect(listed.items).toEqual([])
    const preview = await expectCall(422, app(), 'POST', `/message-templates/${template}/preview`, {})
    expect(preview.json.errors[0].path).toBe('body')
  })

  test('R17 the key that left for an address ends when that is the customer’s no more', async () => {
    await withoutRules(app())
    const { number, email } = await openTestIssue(app())
    await messages(number, { body: 'One.' })
    await expectCall(201, app(), 'POST', `/issues/${number}/link-keys`)
    const revoked = async () => {
      const { json } = await expectCall(200, app(), 'GET', `/issues/${number}/link-keys`)
      return json.items.map(({ recipient, revoked: at }: Record<string, string>) => [recipient, at !== null])
    }
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { contact: { phone: '+420601999777' } })
    expect(await revoked()).toEqual([
      [email, false],
      ['admin', false],
    ])
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { contact: { email: 'new@example.com' } })
    expect(await revoked()).toEqual([
      [email, true],
      ['admin', false],
    ])
  })

  test('the link alone', async () => {
    await withoutRules(app())
    const template = await makeTemplate(app())
    const { number, email } = await openTestIssue(app())
    const link = (body: unknown, status: number, of = number) =>
      expectCall(status, app(), 'POST', `/issues/${of}/status-link`, body)
    const { json } = await link({ template }, 201)
    expect(json.url).toBe(`http://localhost:3000/en/status/warranty?issue=${number}`)
    expect((await expectCall(200, app(), 'GET', `/issues/${number}/status-link`)).json.url).toBe(json.url)
    await app().drain()
    expect(await deliveriesOf(app(), number)).toMatchObject([
      { id: json.delivery, recipient: email, state: 'sent' },
    ])
    expect((await link({ template: 'none' }, 422)).json.errors[0].path).toBe('template')
    const silent = await openTestIssue(app(), { contact: { phone: '+420601000333' } })
    expect((await link({ template }, 422, silent.number)).json.errors[0].path).toBe('contact.email')
    await link({ template }, 404, 'WC-NONE')
    // The body may be left out.
    expect((await link(undefined, 201)).json.delivery).toEqual(expect.any(String))
  })
})
