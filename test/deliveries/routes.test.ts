import { expect, test } from 'vitest'
import { MINUTE, SECOND } from '../../src/base/index.ts'
import { mailIdentity, openCapturedChannel, openDelivering } from '../../src/deliveries/index.ts'
import { onBothStores } from '../support/app.ts'
import { call, expectCall } from '../support/calls.ts'
import { parseMail } from '../support/smtp.ts'
import { letter, newIssue, onBothStoresWithMail, send } from './support.ts'

onBothStoresWithMail('/deliveries', ({ app, smtp, deliver }) => {
  const get = async (query: string) => (await expectCall(200, app(), 'GET', `/deliveries${query}`)).json
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id)

  test('tells what was sent, with the keys of links masked', async () => {
    const { id, number } = await newIssue(app())
    const row = letter(id, {
      to: 'jana@example.com',
      text: 'see https://x.test/?key=abc',
      html: '<p>see</p>',
    })
    const [one = ''] = await send(app(), { ...row, ruleId: 'some-rule' })
    const expected = {
      id: one,
      issue: number,
      rule: 'some-rule',
      template: 'claim-received',
      message: null,
      channel: 'email',
      to: 'jana@example.com',
      locale: 'en',
      state: 'pending',
      attempts: 0,
      subject: row.subject,
      text: 'see https://x.test/?key=…',
      html: '<p>see</p>',
      error: null,
      created: new Date(app().clock.now).toISOString(),
      sent: null,
      nextAttempt: new Date(app().clock.now).toISOString(),
      segments: null,
      report: null,
      messageId: `<${one}@localhost>`,
    }
    expect((await expectCall(200, app(), 'GET', `/deliveries/${one}`)).json).toEqual(expected)
    app().clock.advance(SECOND)
    await deliver()
    expect((await expectCall(200, app(), 'GET', `/deliveries/${one}`)).json).toEqual({
      ...expected,
      state: 'sent',
      attempts: 1,
      sent: new Date(app().clock.now).toISOString(),
      nextAttempt: null,
    })
    await expectCall(404, app(), 'GET', '/deliveries/none')
  })

  test('lists page by page, newest first, and filter by issue, state and channel', async () => {
    smtp().behave((to) => (to.startsWith('bad') ? { do: 'refuse-recipient', status: 550 } : { do: 'take' }))
    const [issue, other] = [await newIssue(app()), await newIssue(app())]
    const ids = await send(
      app(),
      letter(issue.id),
      letter(other.id),
      letter(issue.id, { to: 'bad@example.com' }),
      letter(other.id, { to: 'not one' }),
    )
    await deliver()
    const [one, two, three, four] = ids
    expect(idsOf(await get(''))).toEqual([four, three, two, one])
    const first = await get('?limit=3')
    expect(idsOf(first)).toEqual([four, three, two])
    const last = await get(`?limit=3&cursor=${first.nextCursor}`)
    expect([idsOf(last), last.nextCursor]).toEqual([[one], null])
    expect(idsOf(await get(`?issue=${issue.number.toLowerCase()}`))).toEqual([three, one])
    expect(idsOf(await get('?state=sent'))).toEqual([two, one])
    expect(idsOf(await get(`?state=failed&issue=${other.number}&channel=email`))).toEqual([four])
    expect(idsOf(await get('?state=dead'))).toEqual([])
    for (const nobody of ['NONE', '%20', 'x'.repeat(100)])
      expect(idsOf(await get(`?issue=${nobody}`))).toEqual([])
    for (const wrong of ['state=open', 'channel=fax', 'cursor=x', 'limit=0', 'to=a@example.com']) {
      await expectCall(422, app(), 'GET', `/deliveries?${wrong}`)
    }
  })

  test('R74 what failed, died or waits is sent again on demand, under the same Message-ID', async () => {
    smtp().behave(() => ({ do: 'refuse-recipient', status: 550 }))
    const { id } = await newIssue(app())
    const [one = ''] = await send(app(), letter(id))
    await deliver()
    const failed = (await expectCall(200, app(), 'GET', `/deliveries/${one}`)).json
    expect(failed).toMatchObject({ state: 'failed', attempts: 1, error: expect.stringContaining('550') })

    smtp().behave(() => ({ do: 'refuse-recipient', status: 450 }))
    const again = await expectCall(200, app(), 'POST', `/deliveries/${one}/retry`)
    expect(again.json).toMatchObject({
      state: 'pending',
      attempts: 0,
      messageId: failed.messageId,
      sent: null,
    })
    await deliver()
    app().clock.advance(5 * SECOND)
    await deliver()
    const waiting = (await expectCall(200, app(), 'GET', `/deliveries/${one}`)).json
    expect(waiting).toMatchObject({ state: 'pending', attempts: 2 })
    expect(Date.parse(waiting.nextAttempt)).toBe(app().clock.now + 5 * MINUTE)

    smtp().behave(() => ({ do: 'take' }))
    await expectCall(200, app(), 'POST', `/deliveries/${one}/retry`)
    expect(await deliver()).toBe(1)
    expect(smtp().received.map(({ messageId }) => messageId)).toEqual([failed.messageId])
    const reply = await expectCall(409, app(), 'POST', `/deliveries/${one}/retry`)
    expect(reply.json.detail).toBe('It was sent already.')
    expect(await deliver()).toBe(0)
    await expectCall(404, app(), 'POST', '/deliveries/none/retry')
  })

  test('what has nobody to go to, no text, or is on its way is not sent again', async () => {
    const { id } = await newIssue(app())
    const refusedBecause = 'the template is broken'
    const rows = [
      letter(id, { to: 'a@example.com, b@example.com' }),
      letter(id, { text: '', html: '', refusedBecause }),
    ]
    for (const one of await send(app(), ...rows))
      await expectCall(409, app(), 'POST', `/deliveries/${one}/retry`)
    smtp().behave(() => ({ do: 'take-and-stall' }))
    const [two = ''] = await send(app(), letter(id))
    const delivered = deliver()
    await smtp().untilReceived(1)
    const reply = await expectCall(409, app(), 'POST', `/deliveries/${two}/retry`)
    expect(reply.json.detail).toBe('It is being sent right now.')
    smtp().release()
    await delivered
    expect(smtp().received).toHaveLength(1)
  })
})

onBothStores('captured mail', (app) => {
  test('is kept whole for administrators, and R66 goes with its issue', async () => {
    const clock = () => app().clock.now
    const mailFrom = { name: 'Desk', address: 'desk@shop.example' }
    const identity = mailIdentity({ baseUrl: 'https://claims.example.com', mailFrom })
    const email = openCapturedChannel(app().capturedMail, identity, clock)
    const delivering = openDelivering({ db: app().db, name: 'email', channel: email, clock, log: () => {} })
    const { id, number } = await newIssue(app())
    const [one = ''] = await send(
      app(),
      letter(id, { subject: 'Žádost', text: 'see https://x.test/?key=abc' }),
    )
    await expectCall(404, app(), 'GET', `/deliveries/${one}/captured`)
    expect(await delivering.deliverDue(clock())).toBe(1)
    const url = `/deliveries/${one}/captured`
    const reply = await expectCall(200, app(), 'GET', url)
    expect(reply.headers).toMatchObject({
      'content-type': 'message/rfc822',
      'content-disposition': expect.stringMatching(/^attachment; filename="[\w-]+\.eml"/),
      'cache-control': 'no-store',
    })
    const parsed = await parseMail(Buffer.from(reply.text))
    expect(parsed).toMatchObject({ subject: 'Žádost', messageId: `<${one}@claims.example.com>` })
    expect(parsed.from?.value).toEqual([mailFrom])
    expect(parsed.text?.trim()).toBe('see https://x.test/?key=abc')
    for (const token of [app().tokens.read, app().tokens.write]) {
      expect((await call(app(), 'GET', url, undefined, { token })).status).toBe(403)
    }
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    expect(await app().capturedMail.read({ id: one, issueId: id })).toBeNull()
    await expectCall(404, app(), 'GET', url)
    await delivering.close()
  })

  test('R66 one that was erased while its mail was written leaves no file', async () => {
    const clock = () => app().clock.now
    const identity = mailIdentity({ baseUrl: 'http://localhost:3000', mailFrom: null })
    const { id, number } = await newIssue(app())
    const captured = app().capturedMail
    const email = openCapturedChannel(
      {
        ...captured,
        keep: async (mail, bytes) => {
          await expectCall(204, app(), 'DELETE', `/issues/${number}`)
          await captured.keep(mail, bytes)
        },
      },
      identity,
      clock,
    )
    const delivering = openDelivering({ db: app().db, name: 'email', channel: email, clock, log: () => {} })
    const [one = ''] = await send(app(), letter(id))
    expect(await delivering.deliverDue(clock())).toBe(1)
    expect(await captured.read({ id: one, issueId: id })).toBeNull()
    await delivering.close()
  })
})
