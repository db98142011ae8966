import { expect, test } from 'vitest'
import { HOUR } from '../../src/base/index.ts'
import { makeTemplate } from '../rules/support.ts'
import { newNumber } from '../sms/support.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'

onBothStores('a test of a message template', (app) => {
  const body = { en: 'Hello {{customer_name}}, follow {{issue_number}}: {{issue_status_url}}' }
  const send = async (status: number, key: string, wish: object) =>
    (await expectCall(status, app(), 'POST', `/message-templates/${key}/test`, wish)).json
  const stored = (id: string) =>
    app().db.read.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const makeText = async (key: string): Promise<string> => {
    await expectCall(201, app(), 'POST', '/message-templates', { key, channel: 'sms', name: 'Text', body })
    return key
  }

  test('leaves for one address, marked, about a made-up issue, in the language that is asked for', async () => {
    const answer = await send(202, 'message', { to: 'eva@shop.example', locale: 'cs' })
    expect(answer).toEqual({ delivery: expect.any(String), captured: true })
    expect(await stored(answer.delivery)).toMatchObject({
      issue_id: null,
      recipient: 'eva@shop.example',
      template_key: 'message',
      locale: 'cs',
      subject: expect.stringMatching(/^\[Test\] ./),
    })
    await app().drain()
    expect(await stored(answer.delivery)).toMatchObject({ state: 'sent' })
    const versions = await expectCall(200, app(), 'GET', '/versions?target=message-template:message')
    expect(versions.json.items).toEqual([])
  })

  test('takes a draft that is not saved, and refuses a wrong one by its path', async () => {
    const draft = { subject: { en: 'Draft' }, body: { en: 'Not saved yet' } }
    const { delivery } = await send(202, 'message', { to: 'eva@shop.example', ...draft })
    const row = await stored(delivery)
    expect([row.subject, row.text]).toEqual(['[Test] Draft', expect.stringContaining('Not saved yet')])
    const wrong = await send(422, 'message', { to: 'eva@shop.example', body: { en: '{{nonsense}}' } })
    expect(wrong.errors.map(({ path }: { path: string }) => path)).toContain('body.en')
    expect((await send(422, 'message', { to: 'a@shop.example, b@shop.example' })).errors[0].path).toBe('to')
    await send(404, 'no-such', { to: 'eva@shop.example' })
    await send(404, 'message', { to: 'eva@shop.example', issue: 'NO-SUCH' })
  })

  test('R17 of a real issue holds no key that opens it, and is erased with it', async () => {
    const { number } = await openTestIssue(app())
    const key = await makeText('test-text')
    const mail = await makeTemplate(app(), { subject: { en: 'About {{issue_number}}' }, body })
    const before = await app().db.read.selectFrom('link_keys').selectAll().execute()
    const sent = [
      await send(202, mail, { to: 'eva@shop.example', issue: number }),
      await send(202, key, { to: newNumber(), issue: number }),
    ]
    const rows = await Promise.all(sent.map(({ delivery }) => stored(delivery)))
    for (const row of rows) expect(row.text).toContain(number)
    expect(rows[0]?.text).not.toMatch(/[?&#]key=/)
    expect(rows[1]?.text).toContain('xxxxxxxxxxxx')
    expect(await app().db.read.selectFrom('link_keys').selectAll().execute()).toEqual(before)
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    const left = await app()
      .db.read.selectFrom('deliveries')
      .select('id')
      .where(
        'id',
        'in',
        sent.map(({ delivery }) => delivery),
      )
      .execute()
    expect(left).toEqual([])
  })

  test('a text message goes to an allowed number alone, within what one number gets', async () => {
    const key = await makeText('limited-text')
    expect((await send(422, key, { to: 'eva@shop.example' })).errors[0].path).toBe('to')
    const abroad = await send(422, key, { to: '+4915112345678' })
    expect(abroad.errors[0].message).toContain('allowed are CZ')
    const to = newNumber()
    for (let sent = 0; sent < 3; sent++) await send(202, key, { to })
    expect((await send(422, key, { to })).errors[0]).toMatchObject({ path: 'to' })
    await app().drain()
  })

  test('there are at most twenty in an hour', async () => {
    app().clock.advance(HOUR + 1)
    for (let sent = 0; sent < 20; sent++) await send(202, 'message', { to: 'eva@shop.example' })
    expect((await send(429, 'message', { to: 'eva@shop.example' })).status).toBe(429)
    app().clock.advance(HOUR + 1)
    await send(202, 'message', { to: 'eva@shop.example' })
  })
})
