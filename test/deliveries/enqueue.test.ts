import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../src/base/index.ts'
import { enqueue, MOST_AN_HOUR } from '../../src/deliveries/index.ts'
import { onBothStores } from '../support/app.ts'
import { expectCall } from '../support/calls.ts'
import { letter, newIssue, send, stored } from './support.ts'

onBothStores('enqueue', (app) => {
  test('R73 the same cause is stored once, however often it is enqueued', async () => {
    const { id } = await newIssue(app())
    const [first, second] = [letter(id), letter(id)]
    const ids = await send(app(), first, second)
    expect(ids).toHaveLength(2)
    expect(ids).toEqual(ids.toSorted())
    const third = letter(id)
    expect(await send(app(), second, third, first)).toHaveLength(1)
    expect(await send(app(), third)).toEqual([])
    const both = await Promise.all([1, 2, 3].map(() => send(app(), letter(id, { uniqueKey: 'at once' }))))
    expect(both.flat()).toHaveLength(1)
  })

  test('R73 what is rolled back leaves nothing and wakes nobody', async () => {
    const { id } = await newIssue(app())
    let woken = 0
    const stop = app().db.onSignal('deliveries', () => {
      woken++
    })
    const before = await app().db.read.selectFrom('deliveries').select('id').execute()
    const rolledBack = app().db.transaction(async (tx) => {
      await enqueue(tx, app().clock.now, [letter(id)])
      throw new Error('no')
    })
    await expect(rolledBack).rejects.toThrow('no')
    expect(await app().db.read.selectFrom('deliveries').select('id').execute()).toEqual(before)
    expect(woken).toBe(0)
    await send(app(), letter(id), letter(id))
    expect(woken).toBe(1)
    await send(app(), letter(id, { refusedBecause: 'no text' }))
    expect(woken).toBe(1)
    stop()
    await send(app(), letter(id))
    expect(woken).toBe(1)
  })

  test('R44 more than 20 messages about an issue within an hour are kept as failed', async () => {
    const { id } = await newIssue(app())
    const other = await newIssue(app())
    await send(app(), ...Array.from({ length: MOST_AN_HOUR - 1 }, () => letter(id)))
    app().clock.advance(30 * MINUTE)
    const [last = '', over = '', elsewhere = ''] = await send(app(), letter(id), letter(id), letter(other.id))
    expect(await stored(app(), last)).toMatchObject({ state: 'pending', last_error: null })
    expect(await stored(app(), elsewhere)).toMatchObject({ state: 'pending' })
    expect(await stored(app(), over)).toMatchObject({
      state: 'failed',
      attempts: 0,
      settled_at: app().clock.now,
      last_error: 'more than 20 messages about this issue within an hour',
    })
    app().clock.advance(30 * MINUTE + 1)
    // Those of the first half hour are an hour old; the one that failed never counted.
    const ids = await send(app(), ...Array.from({ length: MOST_AN_HOUR }, () => letter(id)))
    const states = await Promise.all(ids.map(async (one) => (await stored(app(), one)).state))
    expect(states.filter((state) => state === 'pending')).toHaveLength(MOST_AN_HOUR - 1)
  })

  test('R44 of many at the same moment no more than 20 find room', async () => {
    const { id } = await newIssue(app())
    const sent = await Promise.all(Array.from({ length: 15 }, () => send(app(), letter(id), letter(id))))
    const rows = await Promise.all(sent.flat().map((one) => stored(app(), one)))
    expect(rows.filter(({ state }) => state === 'pending')).toHaveLength(MOST_AN_HOUR)
    expect(rows.filter(({ state }) => state === 'failed')).toHaveLength(10)
  })

  test('R79 a clock that ran ahead closes nothing for longer than an hour', async () => {
    const { id } = await newIssue(app())
    app().clock.advance(365 * 24 * HOUR)
    await send(app(), ...Array.from({ length: MOST_AN_HOUR }, () => letter(id)))
    app().clock.advance(-365 * 24 * HOUR)
    const [one = ''] = await send(app(), letter(id))
    expect(await stored(app(), one)).toMatchObject({ state: 'pending' })
  })

  test.each([
    'a@example.com, b@example.com',
    'friends: a@example.com, b@example.com;',
    'a@example.com\r\nBcc: b@example.com',
    'Jana <a@example.com>',
    '',
  ])('R43 %j is no recipient: stored as failed, in one line', async (to) => {
    const { id } = await newIssue(app())
    const [one = ''] = await send(app(), letter(id, { to }))
    const row = await stored(app(), one)
    expect(row).toMatchObject({ state: 'failed', last_error: 'the recipient is not one e-mail address' })
    expect(row.recipient).not.toMatch(/[\r\n]/)
  })

  test('R42 a subject is one line', async () => {
    const { id } = await newIssue(app())
    const [one = ''] = await send(
      app(),
      letter(id, { subject: ' Hello\r\nBcc: x@example.com\u2028there\0 ' }),
    )
    expect((await stored(app(), one)).subject).toBe('Hello Bcc: x@example.com there')
  })

  test('what could not be written is kept with its reason', async () => {
    const { id } = await newIssue(app())
    const [one = ''] = await send(app(), letter(id, { to: '', refusedBecause: 'the customer has no e-mail' }))
    expect(await stored(app(), one)).toMatchObject({
      state: 'failed',
      last_error: 'the customer has no e-mail',
    })
  })

  test('the operator is told where a message is due and no sender takes it', async () => {
    const told = () => app().logged.filter(({ message }) => message.startsWith('deliveries ('))
    const { id } = await newIssue(app())
    await app().drain()
    await send(app(), letter(id))
    await app().running.sweep()
    expect(told()).toEqual([])
    app().clock.advance(7 * MINUTE)
    await app().running.sweep()
    expect(told()).toEqual([
      { level: 'warn', message: 'deliveries (email) have been due for 7 minutes; is a worker running?' },
    ])
    await app().drain()
    await app().running.sweep()
    expect(told()).toHaveLength(1)
  })

  test('goes with its issue', async () => {
    const { id, number } = await newIssue(app())
    await send(app(), letter(id))
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    const rows = await app()
      .db.read.selectFrom('deliveries')
      .select('id')
      .where('issue_id', '=', id)
      .execute()
    expect(rows).toEqual([])
  })
})
