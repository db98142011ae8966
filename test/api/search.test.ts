import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { searchParts } from '../../src/db/index.ts'
import { onBothStores, type TestApp } from '../support/app.ts'
import { expectCall, openTestIssue } from '../support/calls.ts'

async function found(app: TestApp, query: string): Promise<string[]> {
  const { json } = await expectCall(200, app, 'GET', `/issues?count=true&q=${encodeURIComponent(query)}`)
  expect(json.count, query).toBe(json.items.length)
  return json.items.map(({ number }: { number: string }) => number)
}

onBothStores('a search', (app) => {
  let number = ''
  let others: string[] = []

  test('has something to find', async () => {
    others = [(await openTestIssue(app())).number, (await openTestIssue(app())).number]
    const opened = await openTestIssue(app(), {
      contact: { name: 'Šárka Nováková', email: 'sarka.novakova@post.example', phone: '608 777 212' },
      values: { product: 'Toaster', order_number: 'AB-2026/9942', defect: 'Does not start' },
    })
    number = opened.number
    for (const [body, internal] of [
      ['Můžete zavolat na 733 100 200, prosím?', false],
      ['Serial SN-99.120/Q, seen at the dépôt.', true],
    ]) {
      await expectCall(201, app(), 'POST', `/issues/${number}/messages`, { body, internal })
    }
  })

  const parts = (): [string, string][] => {
    const groups = number.split('-')
    return [
      ['the whole number', number.toLowerCase()],
      ['the number without dashes', number.replaceAll('-', '')],
      ['its end', groups.slice(-2).join('')],
      ['what was drawn', groups.at(-1) ?? ''],
      ['the middle of what was drawn', (groups.at(-1) ?? '').slice(1)],
      ['the beginning of the phone', '608 777'],
      ['its middle', '777 2'],
      ['its end', '212'],
      ['the phone with its country', '+420 608 777 212'],
      ['the phone as it is dialled', '00420608777212'],
      ['the phone in one', '608777212'],
      ['a name without accents', 'novakova sarka'],
      ['a part of the e-mail', 'novakova@post'],
      ['an order number', 'ab-2026/9942'],
      ['a part of it', '2026 9942'],
      ['a word of the customer', 'zavolat'],
      ['a phone in a message', '733 100 200'],
      ['a serial in a note', 'sn-99.120'],
      ['words of a note', 'depot serial'],
    ]
  }

  test('finds by parts of numbers and phones, and by messages and notes', async () => {
    for (const [what, query] of parts())
      expect(await found(app(), query), `${what}: ${query}`).toEqual([number])
    for (const query of ['608 777 213', '9943', 'ovakova', 'depot kettle', '733 100 201', "x' | y:*", '"']) {
      expect(await found(app(), query), query).toEqual([])
    }
  })

  test('still finds messages after the issue was edited', async () => {
    await expectCall(200, app(), 'PATCH', `/issues/${number}`, { values: { defect: 'Smoke' } })
    expect(await found(app(), 'zavolat')).toEqual([number])
    expect(await found(app(), 'smoke toaster')).toEqual([number])
    expect(await found(app(), 'start')).toEqual([])
  })

  test('finds what was there before, once the walk over all issues is over', async () => {
    const { db } = app()
    await db.transaction(async (tx) => {
      await tx.query.updateTable('issues').set({ category: 'done' }).where('number', '=', number).execute()
      await searchParts(tx.query as unknown as Kysely<unknown>, db.traits)
    })
    expect(await found(app(), 'toaster')).toEqual([])
    await app().drain()
    for (const [what, query] of parts()) expect(await found(app(), query), what).toEqual([number])
    expect((await found(app(), 'jana')).toSorted()).toEqual(others.toSorted())
    const { json } = await expectCall(200, app(), 'GET', '/jobs')
    expect(json.items[0]).toMatchObject({ kind: 'search', state: 'finished', done: 3, total: 3, failed: 0 })
  })

  test('finds nothing of what was erased', async () => {
    await expectCall(204, app(), 'DELETE', `/issues/${number}`)
    for (const [, query] of parts()) expect(await found(app(), query), query).not.toContain(number)
  })
})
