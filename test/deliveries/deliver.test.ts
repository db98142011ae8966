import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/index.ts'
import { expectCall } from '../support/calls.ts'
import { parseMail } from '../support/smtp.ts'
import {
  letter,
  newIssue,
  onBothStoresWithMail,
  openTestDelivering,
  send,
  stateOf,
  stored,
} from './support.ts'

onBothStoresWithMail('deliver', ({ app, smtp, delivering, deliver }) => {
  test('what is due is sent, once, and kept as it was sent', async () => {
    const { id } = await newIssue(app())
    const [one = '', two = ''] = await send(
      app(),
      letter(id),
      letter(id, { subject: 'Přijali jsme reklamaci' }),
    )
    expect(await delivering().nextDueAt()).toBe(app().clock.now)
    expect(await deliver()).toBe(2)
    expect(await deliver()).toBe(0)
    expect(smtp().received.map(({ messageId }) => messageId)).toEqual([
      `<${one}@localhost>`,
      `<${two}@localhost>`,
    ])
    expect(await stored(app(), two)).toMatchObject({
      state: 'sent',
      attempts: 1,
      settled_at: app().clock.now,
      lease: null,
      last_error: null,
      subject: 'Přijali jsme reklamaci',
    })
    expect(await delivering().nextDueAt()).toBeNull()
  })

  test('R44 a mail says who writes, that a machine does, and to what it belongs', async () => {
    const { id } = await newIssue(app())
    const text = `Dobrý den,\n${'vaše reklamace '.repeat(30)}\n.\nKonec`
    const html = `<p>Dobrý den,</p><p>${'vaše reklamace '.repeat(30)}</p>`
    await send(
      app(),
      letter(id, { to: 'jana@Example.com', subject: 'Žádost č. 1', text, html, locale: 'cs' }),
    )
    await deliver()
    const [mail] = smtp().received
    expect(mail).toMatchObject({ to: 'jana@example.com', from: 'no-reply@localhost' })
    const parsed = await parseMail(mail?.raw ?? Buffer.alloc(0))
    expect(parsed.subject).toBe('Žádost č. 1')
    expect(parsed.from?.value).toEqual([{ address: 'no-reply@localhost', name: 'Example Shop' }])
    expect(parsed.to).toMatchObject({ value: [{ address: 'jana@example.com', name: '' }] })
    expect(parsed.text?.trim()).toBe(text)
    expect(parsed.html).toBe(html)
    expect(parsed.date?.getTime()).toBe(app().clock.now)
    expect(parsed.inReplyTo).toBe(`<issue.${id}@localhost>`)
    expect(parsed.references).toBe(`<issue.${id}@localhost>`)
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.headers.get('x-auto-response-suppress')).toBe('All')
    expect(parsed.headers.get('content-language')).toBe('cs')
    expect(parsed.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' })
    const raw = mail?.raw.toString('latin1') ?? ''
    expect(raw).not.toMatch(/[^\x00-\x7f]/)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
  })

  test('R42 nothing in a subject or a name becomes a header', async () => {
    const { id } = await newIssue(app())
    const hostile = 'Hello\r\nBcc: victim@example.com\r\n\r\n<script>\u0000 =?utf-8?B?Qm9v?='
    await send(app(), letter(id, { subject: hostile, locale: 'en\r\nX-Evil: 1' }))
    await deliver()
    const [mail] = smtp().received
    const parsed = await parseMail(mail?.raw ?? Buffer.alloc(0))
    expect(parsed.bcc).toBeUndefined()
    expect(parsed.headers.has('x-evil')).toBe(false)
    expect(parsed.subject).toContain('Hello Bcc: victim@example.com <script>')
    expect([...parsed.headers.keys()].toSorted()).toEqual(
      'auto-submitted content-language content-type date from in-reply-to message-id mime-version references subject to x-auto-response-suppress'.split(
        ' ',
      ),
    )
  })

  test('R17 keys in links are sent, and masked in the copy', async () => {
    const { id } = await newIssue(app())
    const key = 'sXo4_-Pq7vYk2mB9cD1eF3gH5iJ6kL8n'
    const url = `https://claims.example.com/en/status/warranty?issue=1&key=${key}`
    const html = `<a href="${url.replace('&', '&amp;')}">here</a>`
    const [one = ''] = await send(app(), letter(id, { text: `See ${url}.`, html }))
    await deliver()
    const parsed = await parseMail(smtp().received[0]?.raw ?? Buffer.alloc(0))
    expect(parsed.text?.trim()).toBe(`See ${url}.`)
    expect(await stored(app(), one)).toMatchObject({
      text: 'See https://claims.example.com/en/status/warranty?issue=1&key=….',
      html: '<a href="https://claims.example.com/en/status/warranty?issue=1&amp;key=…">here</a>',
    })
  })

  test('R74 an attempt that fails is made again after 5 s, 5 min, … 24 h; the tenth is the last', async () => {
    smtp().behave(() => ({ do: 'refuse-text', status: 451 }))
    const { id } = await newIssue(app())
    const [one = ''] = await send(app(), letter(id, { text: 'open ?key=stays' }))
    const waits = [
      0,
      5 * SECOND,
      5 * MINUTE,
      30 * MINUTE,
      2 * HOUR,
      5 * HOUR,
      10 * HOUR,
      14 * HOUR,
      20 * HOUR,
      DAY,
    ]
    for (const [index, wait] of waits.entries()) {
      expect(await delivering().nextDueAt()).toBe(app().clock.now + wait)
      app().clock.advance(wait - 1)
      expect(await deliver()).toBe(0)
      app().clock.advance(1)
      expect(await deliver()).toBe(1)
      expect(await stateOf(app(), one)).toBe(`${index < 9 ? 'pending' : 'dead'} after ${index + 1}`)
    }
    expect(await stored(app(), one)).toMatchObject({
      last_error: 'Message failed: 451 told to answer 451',
      settled_at: app().clock.now,
      text: 'open ?key=stays',
    })
    expect(await delivering().nextDueAt()).toBeNull()
    expect(app().logged).toContainEqual({ level: 'error', message: `a delivery ended as dead (451): ${one}` })
  })

  test.each([
    ['refuse-recipient', 550, 'failed after 1'],
    ['refuse-text', 554, 'failed after 1'],
    ['refuse-recipient', 450, 'pending after 1'],
    ['refuse-text', 452, 'pending after 1'],
    ['refuse-recipient', 530, 'pending after 1'],
  ] as const)('R74 %s with %i: %s, and the next one goes through', async (what, status, outcome) => {
    smtp().behave((to) => (to.startsWith('bad') ? { do: what, status } : { do: 'take' }))
    const [bad, good] = [await newIssue(app()), await newIssue(app())]
    const [one = ''] = await send(app(), letter(bad.id, { to: 'bad@example.com' }))
    const [two = ''] = await send(app(), letter(good.id))
    expect(await deliver()).toBe(2)
    expect(await stateOf(app(), one)).toBe(outcome)
    expect(await stateOf(app(), two)).toBe('sent after 1')
    expect((await stored(app(), one)).last_error).toContain(String(status))
    expect(JSON.stringify(app().logged)).not.toContain('bad@example.com')
  })

  test('R74 messages of an issue keep their order, and one that failed twice holds nothing back', async () => {
    smtp().behave((to) => (to.startsWith('first') ? { do: 'refuse-recipient', status: 450 } : { do: 'take' }))
    const [issue, other] = [await newIssue(app()), await newIssue(app())]
    const [first = '', second = '', third = ''] = await send(
      app(),
      letter(issue.id, { to: 'first@example.com' }),
      letter(issue.id, { to: 'second@example.com' }),
      letter(issue.id, { to: 'third@example.com' }),
    )
    const [free = ''] = await send(app(), letter(other.id))
    expect(await deliver()).toBe(2)
    expect(await stateOf(app(), free)).toBe('sent after 1')
    expect(await stateOf(app(), second)).toBe('pending after 0')
    expect(await delivering().nextDueAt()).toBe(app().clock.now + 5 * SECOND)
    app().clock.advance(5 * SECOND)
    expect(await deliver()).toBe(3)
    expect(await stateOf(app(), first)).toBe('pending after 2')
    expect(
      smtp()
        .received.map(({ to }) => to)
        .slice(1),
    ).toEqual(['second@example.com', 'third@example.com'])
    expect(await stateOf(app(), third)).toBe('sent after 1')
  })

  test('R73 a connection that breaks before the end of the text costs one attempt and no duplicate', async () => {
    smtp().behave(() => ({ do: 'drop' }))
    const { id } = await newIssue(app())
    const [one = ''] = await send(app(), letter(id))
    await deliver()
    expect(await stateOf(app(), one)).toBe('pending after 1')
    smtp().behave(() => ({ do: 'take' }))
    app().clock.advance(5 * SECOND)
    await deliver()
    expect(await stateOf(app(), one)).toBe('sent after 2')
    expect(smtp().received).toHaveLength(1)
  })

  test('R73 one that was taken without an answer goes again under the same Message-ID', async () => {
    smtp().behave(() => ({ do: 'take-and-drop' }))
    const { id } = await newIssue(app())
    const [one = ''] = await send(app(), letter(id))
    await deliver()
    expect(await stateOf(app(), one)).toBe('pending after 1')
    smtp().behave(() => ({ do: 'take' }))
    app().clock.advance(5 * SECOND)
    await deliver()
    expect(smtp().received.map(({ messageId }) => messageId)).toEqual([
      `<${one}@localhost>`,
      `<${one}@localhost>`,
    ])
  })

  test('a connection that the server closed while it was idle is replaced without a failed attempt', async () => {
    const { id } = await newIssue(app())
    await send(app(), letter(id))
    await deliver()
    // The second transaction of the first connection breaks off, once.
    let broken = 0
    smtp().behave(() => (broken++ === 0 ? { do: 'drop' } : { do: 'take' }))
    const [two = ''] = await send(app(), letter(id))
    await deliver()
    expect(await stateOf(app(), two)).toBe('sent after 1')
    expect(smtp().connected()).toBe(2)
  })

  test('connections are used again', async () => {
    const issues = await Promise.all(Array.from({ length: 12 }, () => newIssue(app())))
    await send(app(), ...issues.map(({ id }) => letter(id)))
    expect(await deliver()).toBe(12)
    expect(smtp().connected()).toBeLessThanOrEqual(4)
  })

  test('R76 a mail server that is away costs nothing but attempts', async () => {
    const away = openTestDelivering(app(), { host: '127.0.0.1', port: 1 })
    const issues = await Promise.all(Array.from({ length: 10 }, () => newIssue(app())))
    const ids = await send(app(), ...issues.map(({ id }) => letter(id)))
    expect(await away.deliverDue(app().clock.now)).toBe(10)
    await away.close()
    const row = await stored(app(), ids[3] ?? '')
    expect(row).toMatchObject({ state: 'pending', attempts: 1 })
    expect(row.last_error).toContain('ECONNREFUSED')
    expect(app().logged).toContainEqual({
      level: 'warn',
      message: 'a message could not be handed over, and is tried again (ECONNREFUSED)',
    })
    app().clock.advance(5 * SECOND)
    expect(await deliver()).toBe(10)
    expect(smtp().received).toHaveLength(10)
  })

  test('R66 what is erased while it is on its way leaves nothing', async () => {
    smtp().behave(() => ({ do: 'take-and-stall' }))
    const { id, number } = await newIssue(app())
    await send(app(), letter(id))
    const delivered = deliver()
    await smtp().untilReceived(1)
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    smtp().release()
    expect(await delivered).toBe(1)
    expect(await app().db.read.selectFrom('deliveries').select('id').execute()).toEqual([])
  })

  test('R66 what is erased while it waits for its lane is not sent any more', async () => {
    smtp().behave(() => ({ do: 'take-and-stall' }))
    const issues = []
    for (let index = 0; index < 6; index++) issues.push(await newIssue(app()))
    await send(app(), ...issues.map(({ id }) => letter(id)))
    const last = issues.at(-1)
    await app().db.transaction((tx) =>
      tx.query
        .updateTable('deliveries')
        .set({ recipient: 'erased@example.com' })
        .where('issue_id', '=', last?.id ?? '')
        .execute(),
    )
    const delivered = deliver()
    await smtp().untilReceived(1)
    await expectCall(204, app(), 'DELETE', `/issues/${last?.number}`)
    smtp().behave(() => ({ do: 'take' }))
    smtp().release()
    await delivered
    expect(smtp().received).toHaveLength(5)
    expect(smtp().received.map(({ to }) => to)).not.toContain('erased@example.com')
  })

  describe('R73 of all messages on their way', () => {
    test('one at most has left without being settled', async () => {
      smtp().behave(() => ({ do: 'take-and-stall' }))
      const issues = await Promise.all(Array.from({ length: 8 }, () => newIssue(app())))
      await send(app(), ...issues.map(({ id }) => letter(id)))
      const delivered = deliver()
      for (let taken = 1; taken <= 8; taken++) {
        await smtp().untilReceived(taken)
        const sent = await app()
          .db.read.selectFrom('deliveries')
          .select('id')
          .where('state', '=', 'sent')
          .execute()
        expect(sent).toHaveLength(taken - 1)
        expect(smtp().received).toHaveLength(taken)
        smtp().release()
      }
      expect(await delivered).toBe(8)
    })
  })
})
