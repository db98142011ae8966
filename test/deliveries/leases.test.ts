import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/index.ts'
import { openPostgresDatabase } from '../../src/db/index.ts'
import { startTestApp } from '../support/app.ts'
import { startSmtpServer } from '../support/smtp.ts'
import {
  databaseUrl,
  letter,
  newIssue,
  onBothStoresWithMail,
  openTestDelivering,
  send,
  stateOf,
  stored,
} from './support.ts'

const YEAR = 365 * DAY

onBothStoresWithMail('leases', ({ app, smtp, delivering, deliver }) => {
  /** As a process leaves it that was killed right after its claim. */
  const leaseTo = (holder: string, id: string) =>
    app().db.transaction((tx) =>
      tx.query
        .updateTable('deliveries')
        .set({ lease: holder, next_at: app().clock.now + 3 * MINUTE, changed_at: app().clock.now })
        .where('id', '=', id)
        .execute(),
    )

  test('R73 what a killed process had claimed is sent by the next: at once where it is alone, else within 5 minutes', async () => {
    const { id } = await newIssue(app())
    const [one = '', two = ''] = await send(app(), letter(id), letter(id))
    await leaseTo('killed', one)
    if (app().store === 'postgres') {
      expect(await delivering().nextDueAt()).toBe(app().clock.now + 3 * MINUTE)
      expect(await deliver()).toBe(0)
      app().clock.advance(3 * MINUTE)
    }
    expect(await deliver()).toBe(2)
    expect(smtp().received.map(({ messageId }) => messageId)).toEqual([
      `<${one}@localhost>`,
      `<${two}@localhost>`,
    ])
  })

  test('R79 a clock that leaps ahead sends nothing twice of what is on its way', async () => {
    smtp().behave(() => ({ do: 'take-and-stall' }))
    const { id } = await newIssue(app())
    const [one = ''] = await send(app(), letter(id))
    const delivered = deliver()
    await smtp().untilReceived(1)
    app().clock.advance(YEAR)
    const again = deliver()
    // Another message goes the same way, so that the sender has looked for work by the new clock.
    const other = await newIssue(app())
    await send(app(), letter(other.id))
    smtp().release()
    await smtp().untilReceived(2)
    smtp().release()
    expect(await delivered).toBe(2)
    await again
    expect(smtp().received.filter(({ messageId }) => messageId === `<${one}@localhost>`)).toHaveLength(1)
    app().clock.advance(-YEAR)
  })

  test.each([
    ['a year', YEAR],
    ['a day', DAY],
    ['two hours', 2 * HOUR],
  ])(
    'R79 after the clock was set back by %s, what waited is due once, and then as before',
    async (_, back) => {
      smtp().behave(() => ({ do: 'refuse-recipient', status: 450 }))
      const { id } = await newIssue(app())
      const [one = ''] = await send(app(), letter(id))
      expect(await deliver()).toBe(1)
      app().clock.advance(-back)
      expect(await delivering().nextDueAt()).toBe(app().clock.now)
      expect(await deliver()).toBe(1)
      expect(await deliver()).toBe(0)
      expect(await stateOf(app(), one)).toBe('pending after 2')
      expect(await delivering().nextDueAt()).toBe(app().clock.now + 5 * MINUTE)
      app().clock.advance(back)
    },
  )

  test('R79 set back by less, nothing waits for more than an hour longer', async () => {
    smtp().behave(() => ({ do: 'refuse-recipient', status: 450 }))
    const { id } = await newIssue(app())
    const [one = ''] = await send(app(), letter(id))
    await deliver()
    app().clock.advance(-50 * MINUTE)
    expect(await deliver()).toBe(0)
    expect(await delivering().nextDueAt()).toBe(app().clock.now + 50 * MINUTE + 5 * SECOND)
    app().clock.advance(50 * MINUTE + 5 * SECOND)
    expect(await deliver()).toBe(1)
    expect(await stateOf(app(), one)).toBe('pending after 2')
  })

  test('R79 a leap of a year ahead makes every waiting delivery due once', async () => {
    smtp().behave(() => ({ do: 'refuse-recipient', status: 450 }))
    const issues = await Promise.all(Array.from({ length: 5 }, () => newIssue(app())))
    await send(app(), ...issues.map(({ id }) => letter(id)))
    expect(await deliver()).toBe(5)
    app().clock.advance(YEAR)
    expect(await deliver()).toBe(5)
    expect(await deliver()).toBe(0)
    app().clock.advance(-YEAR)
    expect(await deliver()).toBe(5)
    expect(await deliver()).toBe(0)
  })

  test('what a sender that stops had not begun is free again', async () => {
    smtp().behave(() => ({ do: 'take-and-stall' }))
    const issues = await Promise.all(Array.from({ length: 8 }, () => newIssue(app())))
    const ids = await send(app(), ...issues.map(({ id }) => letter(id)))
    const delivered = deliver()
    await smtp().untilReceived(1)
    const closed = delivering().close()
    // What is at its end is let to its end; the lanes behind it follow.
    const letGo = setInterval(() => smtp().release(), 5)
    await closed
    await delivered
    clearInterval(letGo)
    const rows = await Promise.all(ids.map((id) => stored(app(), id)))
    expect(rows.filter(({ state }) => state === 'sent').length).toBe(smtp().received.length)
    const waiting = rows.filter(({ state }) => state === 'pending')
    expect(waiting.length).toBeGreaterThanOrEqual(4)
    expect(waiting.every(({ lease, next_at: at }) => lease === null && at <= app().clock.now)).toBe(true)
  })
})

describe('several processes on one PostgreSQL', () => {
  test('R73 never send twice, and keep the order of each issue', async () => {
    const app = await startTestApp('postgres')
    const smtp = await startSmtpServer()
    const url = await databaseUrl(app)
    const others = await Promise.all([openPostgresDatabase(url), openPostgresDatabase(url)])
    const senders = [app.db, ...others].map((db) => openTestDelivering(app, smtp, {}, db))
    const issues = await Promise.all(Array.from({ length: 20 }, () => newIssue(app)))
    const letters = [1, 2, 3].flatMap((round) =>
      issues.map(({ id }, index) =>
        letter(id, { to: `customer${index}@example.com`, subject: `round ${round}` }),
      ),
    )
    await send(app, ...letters)
    const done = async () =>
      (await Promise.all(senders.map((one) => one.deliverDue(app.clock.now)))).reduce(sum, 0)
    let total = 0
    for (let more = await done(); more > 0; more = await done()) total += more
    expect(total).toBe(60)
    expect(smtp.received).toHaveLength(60)
    expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(60)
    for (const index of issues.keys()) {
      const mine = smtp.received.filter(({ to }) => to === `customer${index}@example.com`)
      expect(mine.map(({ raw }) => /round \d/.exec(raw.toString())?.[0])).toEqual([
        'round 1',
        'round 2',
        'round 3',
      ])
    }
    for (const one of senders) await one.close()
    await Promise.all(others.map((db) => db.close()))
    await smtp.stop()
    await app.stop()
  })
})

const sum = (left: number, right: number) => left + right
